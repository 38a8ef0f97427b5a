import { compactOf } from '#domain/files/cells'
import type { FileKind } from '#contract/intake/file-kinds'
import { versionOf } from '#domain/files/file-versions'
import { gazetteer } from '#domain/place/places'
import type { Day } from '#domain/time/dates'
import { statedDay } from '#domain/time/loose-dates'
import { writeFault } from '#kernel/call/log'
import type { AtWork } from '#kernel/jobs/kind'
import { openFile } from '#kernel/seal/seal-file'
import type { Directed } from '#store/intake/directions'
import { Asking } from './asking'
import { directedOf } from './directing/directed'
import { recall, rememberAnswers, rememberedOf } from './directing/remembered'
import type { KindOfFile, Taken } from './kinds/kind'
import { recognise, seenOf } from './kinds/recognise'
import { laidOver, layOver, type LaidMend } from './mending/lay-mends'
import { isReturned, returnedRows, ReturnedFile } from './mending/read-back'
import { readFile } from './reading/read-file'
import { FileFault, type Sheet } from './reading/sheet'
import { titleOf, type Table } from './tables/find-table'
import { vocabularyOf } from './tables/vocabulary'

/** What a file says, before anything is written. */
export interface Understood {
  kind: KindOfFile
  tables: Table[]
  /** The sheets in which nothing of that kind stands. */
  unread: Sheet[]
  taken: Taken
  /** The day the file speaks of. */
  until: Day
  /** Whether it states that day itself; else it is the day on which it is read. */
  stated: boolean
  /** Whose it is: the agency's id, as written where the county pack does not know it, '' where it names none. */
  agency: string
}

/** With the mends that were laid over it. */
export interface UnderstoodOriginal extends Understood {
  laid: LaidMend[]
}

/** What an original is read with. */
export interface OfOriginal {
  fileID: string
  fileName: string
  today: Day
}

/**
 * Reads a file the way people said, and otherwise as its headings say, with mended rows in place of those that were sent.
 * @throws ReturnedFile where it is refused rows that come back; FileFault also where reading it fails in a way nobody foresaw: one file
 * must not stop the others.
 */
export async function understand(on: AtWork, id: string, original: OfOriginal): Promise<UnderstoodOriginal> {
  const [sheets, laid, directed] = [await sheetsOf(on, id, original), await laidOver(on, id), await directedOf(on, id)]
  if (isReturned(sheets)) throw new ReturnedFile(returnedRows(on.keys, sheets))
  return { ...(await understandSheets(on, id, original, layOver(sheets, laid), directed)), laid }
}

/** The sheets of an original, as they were sent. @throws FileFault when it cannot be read. */
export async function sheetsOf(
  { files, keys }: Pick<AtWork, 'keys' | 'files'>,
  id: string,
  { fileID }: Pick<OfOriginal, 'fileID'>,
): Promise<Sheet[]> {
  const bytes = openFile(keys, await files.download(fileID))
  return foreseen(id, () => readFile(bytes))
}

/** What sheets say that are read. What was answered of the same headings before is not asked again. */
export async function understandSheets(
  { db, county, moment }: Pick<AtWork, 'db' | 'county' | 'moment'>,
  id: string,
  { fileName, today }: Pick<OfOriginal, 'fileName' | 'today'>,
  sheets: Sheet[],
  directed: Directed,
): Promise<Understood> {
  const agency = await foreseen(id, () => directed.agencyId ?? agencyOf(county, fileName, sheets))
  const remembered = await rememberedOf(db, agency)
  const understood = await foreseen(id, () => {
    const { isHeadingWord } = vocabularyOf(county.columns)
    const told = recall(remembered, sheets, isHeadingWord, directed)
    const { kind, tables, unread } = recognise(sheets, county, fileName, told)
    const statedOn = statedDay(titleOf(tables)) ?? statedDay(fileName)
    const until = statedOn ?? today
    const taken = withSeen(kind.kind, tables, () =>
      kind.take({ fileName, tables, county, places: gazetteer(county), until, today, directed }),
    )
    if (taken.rows.length === 0) throw new FileFault(`认出是${kind.label}，但表头下面一行数据也没有。请让报送单位重新发一份，再导入。`)
    return { kind, tables, unread, taken, until, stated: statedOn !== undefined, agency }
  })
  if (directed.columns.length > 0 || directed.kind)
    await rememberAnswers(db, { agency, kind: understood.kind.kind, by: directed.by ?? 'operator', at: moment.iso }, understood.tables)
  return understood
}

/** What a kind asks about its tables goes with them. */
function withSeen<Result>(kind: FileKind, tables: Table[], take: () => Result): Result {
  try {
    return take()
  } catch (error) {
    if (error instanceof Asking && error.seen.length === 0) error.seen = seenOf(kind, tables)
    throw error
  }
}

/** What reading a file comes to. Nothing that asks the database belongs in here: that it does not answer is no fault of the file. */
async function foreseen<Result>(id: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileFault) throw error
    writeFault({ job: `import ${id}` }, error)
    throw new FileFault(
      '这个文件的里面不合规矩，没能读懂，所以一行也没有导入。请让报送单位用 Excel 或 WPS 打开后另存一份 .xlsx 发来，再导入；还不行，请把文件交给管理员。',
    )
  }
}

/** The agency that the file's name or the first lines of its sheets name. */
const agencyOf = (county: AtWork['county'], fileName: string, sheets: Sheet[]): string =>
  versionOf(county, {
    name: fileName,
    title: sheets.flatMap(titleLines).join(' '),
    day: null,
  }).agency

/** The lines above whatever has columns. */
function titleLines({ rows }: Sheet): string[] {
  const lines: string[] = []
  for (const { cells } of rows.slice(0, 8)) {
    const filled = [...new Set(cells.map(compactOf).filter(Boolean))]
    if (filled.length > 4) break
    lines.push(...filled.filter((text) => text.length <= 60))
  }
  return lines
}
