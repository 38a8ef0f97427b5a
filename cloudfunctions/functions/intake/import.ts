import type { ImportResult, intake } from '#contract/intake/actions'
import { statedDay } from '#domain/time/loose-dates'
import { gazetteer } from '#domain/place/places'
import { writeFault } from '#kernel/call/log'
import type { Action, On } from '#kernel/call/on'
import { findById, replace } from '#store/db/collection'
import { imports, type Import } from '#store/intake/intake'
import { FileFault } from '#affairs/intake/reading/sheet'
import { readFile } from '#affairs/intake/reading/read-file'
import { titleOf } from '#affairs/intake/tables/find-table'
import type { Writing } from '#affairs/intake/writing/writing'
import { recognise } from '#affairs/intake/kinds/recognise'
import { findingsOf, keepQuarantine, keepWarnings } from '#affairs/intake/keeping/findings'
import { begin } from '#affairs/intake/keeping/one-key'
import { takeOriginal } from '#affairs/intake/keeping/originals'
import { resultOf } from '#affairs/intake/keeping/result'

/** Takes in one department file that lies in storage: every row is accepted or quarantined, and the file stays as evidence. */
export const importFile: Action<typeof intake.import> = async ({ fileName, fileID }, on) => {
  const { bytes, sha256, keptID } = await takeOriginal(on, fileID)
  const before = await findById(on.db, imports, sha256)
  if (before?.status === 'done' && before.result) return withFindings(on, { ...before.result, added: 0, changed: 0, seenBefore: true })

  const record: Import = {
    _id: sha256,
    fileName,
    fileID: keptID,
    kind: null,
    status: 'running',
    result: null,
    at: on.moment.iso,
    keyVersion: on.keys.newest,
  }
  const result = await takeIn(bytes, record, before, on).catch((error: unknown) => {
    if (error instanceof FileFault) return resultOf(record, { refused: error.message })
    throw error
  })
  await replace(on.db, imports, { ...record, kind: result.kind ?? null, status: result.refused === undefined ? 'done' : 'refused', result })
  return withFindings(on, result)
}

/** The reasons stand with their rows, not in the record of the import: they quote what was written there. */
const withFindings = async ({ db }: On, result: ImportResult): Promise<ImportResult> =>
  result.refused === undefined ? { ...result, reasons: await findingsOf(db, result.sha256) } : result

/** Reads the whole file before the first write; then writes. Being cut off leaves it `running`, to be done again. */
async function takeIn(bytes: Buffer, record: Import, before: Import | undefined, on: On): Promise<ImportResult> {
  const { db, keys, moment } = on
  const { kind, taken, unread, until } = await understand(bytes, record, on)
  await taken.doubt(on)
  await begin(on, { ...record, kind: kind.kind }, before)
  const to: Writing = { db, keys, importId: record._id, importedAt: moment.iso, today: moment.today, spokenOn: until }
  const written = await taken.write(to)
  await keepQuarantine(to, taken.rows)
  const warned = await keepWarnings(to, taken.rows, unread, written.personIds)
  return resultOf(record, { kind: kind.kind, taken, warned, written })
}

/**
 * What a file says, before anything is written.
 * @throws FileFault also where reading it fails in a way nobody foresaw: one file must not stop the others.
 */
async function understand(bytes: Buffer, { fileName }: Import, { county, moment, requestId }: On) {
  try {
    const { kind, tables, unread } = recognise(await readFile(bytes), county, fileName)
    const until = statedDay(titleOf(tables)) ?? statedDay(fileName) ?? moment.today
    const taken = kind.take({ fileName, tables, county, places: gazetteer(county), until })
    if (taken.rows.length === 0) throw new FileFault(`认出是${kind.label}，但表头下面一行数据也没有。请让报送单位重新发一份，再导入。`)
    return { kind, taken, unread, until }
  } catch (error) {
    if (error instanceof FileFault) throw error
    writeFault({ function: 'intake', action: 'import', requestId }, error)
    throw new FileFault(
      '这个文件的里面不合规矩，没能读懂，所以一行也没有导入。请让报送单位用 Excel 或 WPS 打开后另存一份 .xlsx 发来，再导入；还不行，请把文件交给管理员。',
    )
  }
}
