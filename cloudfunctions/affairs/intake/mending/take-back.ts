import type { ImportResult, RowReason } from '#contract/intake/actions'
import { fen } from '#domain/money/money'
import type { AtWork } from '#kernel/jobs/kind'
import { seal } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { replace } from '#store/db/write'
import type { ImportedBy } from '#store/intake/intake'
import { corrections } from '#store/intake/mends'
import { quarantine } from '#store/intake/quarantine'
import { grouped } from '../writing/grouped'
import { mendRows } from './mend'
import type { ReturnedRow } from './read-back'

/** A file that came back; `by` whom, where that was no operator. */
interface Sent {
  fileName: string
  at: string
  by?: ImportedBy
}

/**
 * Takes refused rows in that came back corrected, whatever files they are of: those that are right now are mended, the others stay
 * refused with their new reason; of every row it is said what became of it. Done again it comes to the same.
 */
export async function takeBack(on: AtWork, id: string, { fileName, at, by }: Sent, returned: ReturnedRow[]): Promise<ImportResult> {
  const said = new Map<ReturnedRow, string | null>()
  const marked = grouped(
    returned.filter(({ rowId }) => rowId !== null && rowId !== ''),
    ({ rowId }) => rowId!,
  )
  const known = new Map((await findIn(on.db, quarantine, '_id', [...marked.keys()], ['importId', 'agencyId'])).map((row) => [row._id, row]))
  for (const row of returned) {
    const there = known.get(row.rowId ?? '')
    if (row.rowId === '') said.set(row, '这一行没有记号，不是退回的行，没有收。新增的行请放在新的文件里报送。')
    else if (row.rowId === null)
      said.set(row, '这一行的记号被改动了，认不出是哪一行，没有收。请从退回的文件里重新改，不要拖动或改写最后一列。')
    else if (!there || (by && by.agencyId !== on.county.duties.data && there.agencyId !== by.agencyId))
      said.set(row, '不认得这一行的记号：它不是从这里退回的，或者那份文件已经撤销，没有收。')
    else if (marked.get(row.rowId)!.length > 1 && !alike(marked.get(row.rowId)!))
      said.set(row, '同一行在这份文件里出现了两次，写的不一样，不知道以哪个为准，没有收。请只留一行。')
  }
  const right = [...marked.values()].flatMap(([first]) => (said.has(first!) ? [] : [first!]))
  for (const [importId, rows] of grouped(right, ({ rowId }) => known.get(rowId!)!.importId)) {
    const given = rows.map(({ rowId, cells }) => ({ rowId: rowId!, over: cells }))
    const outcomes = await mendRows(on, importId, given, {
      at,
      by: by ? { id: by.staffId, name: by.name, agencyId: by.agencyId } : null,
      way: { file: id },
    })
    outcomes.forEach(({ rowId, state, words }) => {
      for (const row of marked.get(rowId)!) said.set(row, state === 'mended' ? null : words)
    })
  }
  const reasons = returned.flatMap((row): RowReason[] => {
    const words = said.get(row)
    return words ? [{ ...row.at, outcome: 'quarantined', code: 'returned', message: words }] : []
  })
  await replace(on.db, corrections, { _id: id, sealed: seal(on.keys, JSON.stringify(reasons)) })
  const counts = { rows: returned.length, accepted: returned.length - reasons.length, quarantined: reasons.length }
  return {
    file: fileName,
    sha256: id,
    ...counts,
    warned: 0,
    amountFen: fen(0),
    seenBefore: false,
    added: 0,
    changed: 0,
    mends: counts.accepted,
  }
}

const alike = (rows: ReturnedRow[]): boolean => new Set(rows.map(({ cells }) => JSON.stringify([...cells]))).size === 1
