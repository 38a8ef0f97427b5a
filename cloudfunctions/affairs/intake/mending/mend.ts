import type { Cell } from '#domain/files/cells'
import type { AtWork } from '#kernel/jobs/kind'
import { open } from '#kernel/seal/seal'
import { findById, findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { mends, type Mend } from '#store/intake/mends'
import { quarantine, type QuarantinedRow } from '#store/intake/quarantine'
import { keepMends, type SoundMend } from './keep-mends'
import { isSame, mendedCells } from './mended-cells'
import { askToReadAgain, originalOf } from './read-again'
import { tryOut } from './try-out'

/** A refused row with what somebody wrote over it, by column. */
export interface GivenRow {
  rowId: string
  over: Map<number, Cell>
}

/** What became of it. `words` are for whoever mended it. */
export interface MendOutcome {
  rowId: string
  state: 'mended' | 'wrong' | 'late' | 'gone'
  words: string
}

/** Who mends, when, and how. */
type As = Pick<Mend, 'at' | 'by' | 'way'>

/**
 * Mends refused rows of one file: each is read at once as its kind reads it; those that are sound are kept beside the file, which is then
 * asked to be read again. The others stay refused, each with its reason. In the order of the rows.
 */
export async function mendRows(on: AtWork, importId: string, given: GivenRow[], as: As): Promise<MendOutcome[]> {
  const kept = await findById(on.db, imports, importId)
  const rows = new Map(
    (
      await findIn(
        on.db,
        quarantine,
        '_id',
        given.map(({ rowId }) => rowId),
        undefined,
        { importId },
      )
    ).map((row) => [row._id, row]),
  )
  const outcomes = new Map<string, MendOutcome>()
  const say = (rowId: string, state: MendOutcome['state'], words: string) => void outcomes.set(rowId, { rowId, state, words })
  const candidates: (SoundMend & { row: QuarantinedRow })[] = []
  for (const { rowId, over } of given) {
    const row = rows.get(rowId)
    if (row?.state !== 'open') {
      const own = row && (await isOwn(on, row, as))
      if (own) say(rowId, 'mended', mendedWords)
      else say(rowId, row ? 'late' : 'gone', row ? late(row) : '没有退回过这一行。请重新打开“退回的行”看一看。')
    } else if (!kept || kept.status !== 'done' || kept.fileID === '') say(rowId, 'gone', originalGone)
    else {
      const from = JSON.parse(open(on.keys, row.rawSealed)) as Cell[]
      const to = mendedCells(from, over)
      if (isSame(from, to)) say(rowId, 'wrong', `和退回时一样，没有改。${row.reason}`)
      else candidates.push({ rowId, from, to, row })
    }
  }
  if (candidates.length > 0) {
    const tried = candidates.map(({ row: { sheet, row }, to }) => ({ sheet, row, cells: to }))
    const wrong = await tryOut(on, importId, originalOf(kept!), tried)
    const sound = candidates.filter(({ row }) => !wrong.has(`${row.row}\n${row.sheet}`))
    for (const { rowId, row } of candidates) {
      const why = wrong.get(`${row.row}\n${row.sheet}`)
      if (why !== undefined) say(rowId, 'wrong', why)
    }
    const lost = await keepMends(on, sound, as)
    for (const { rowId } of sound) {
      if (lost.has(rowId)) say(rowId, 'late', late(await findById(on.db, quarantine, rowId)))
      else say(rowId, 'mended', mendedWords)
    }
    if (lost.size < sound.length) await askToReadAgain(on, importId)
  }
  return given.map(({ rowId }) => outcomes.get(rowId)!)
}

const mendedWords = '改好了，收下了。'
const originalGone = '这份文件的原件已经过了保存期限，或者已经撤销，没法再补。请让报送单位把这一行放在新的文件里报送。'

/** Whether the row was mended by this very file before: a file that is read twice has one effect. */
async function isOwn({ db }: AtWork, { mendId, state }: QuarantinedRow, { way }: As): Promise<boolean> {
  if (typeof way === 'string' || mendId === null || state === 'withdrawn') return false
  const mend = await findById(db, mends, mendId)
  return typeof mend?.way === 'object' && mend.way.file === way.file
}

function late(row: QuarantinedRow | undefined): string {
  if (row?.state === 'withdrawn') return `这一行已经不用收了：${row.ended?.why ?? ''}。`
  if (row?.state === 'mended')
    return `这一行已经${row.ended?.by ? `由${row.ended.by.name}` : ''}在 ${row.ended?.on ?? ''} 改好收下了，没有再收。`
  return '有人刚刚改过这一行，正在收，没有再收。'
}
