import type { Cell } from '#domain/files/cells'
import type { AtWork } from '#kernel/jobs/kind'
import { directedOf } from '../directing/directed'
import { placeKey } from '../keeping/refused'
import { FileFault } from '../reading/sheet'
import { sheetsOf, understandSheets, type OfOriginal } from '../understand'
import { laidOver, layOver } from './lay-mends'

/** A row as it would be mended. */
export interface Candidate {
  sheet: string
  row: number
  cells: Cell[]
}

/** Beyond so many that do not go together, they are not tried one by one. */
const mostOneByOne = 30

/**
 * Reads the file with these rows in place of its own, by its kind's own reader, in the whole of it: a household's head decides about its
 * members, and nobody may stand in a register twice. Gives by `placeKey` why a row would not be taken in; nothing for the others. A row
 * that was taken in before must still be.
 */
export async function tryOut(on: AtWork, importId: string, original: OfOriginal, rows: Candidate[]): Promise<Map<string, string>> {
  const [sheets, laid, directed] = [await sheetsOf(on, importId, original), await laidOver(on, importId), await directedOf(on, importId)]
  const readWith = async (some: Candidate[]): Promise<Map<string, string>> => {
    const { taken } = await understandSheets(on, importId, original, layOver(sheets, [...laid, ...some]), directed)
    await taken.doubt(on)
    return new Map(
      taken.rows.map(({ sheet, number, faults }) => [placeKey(sheet, number), [...new Set(faults.map(({ reason }) => reason))].join('')]),
    )
  }
  const before = await readWith([])
  const together = new Map<string, string>()
  if (await soundOf(rows, before, readWith, together)) return together
  // They do not go together: whoever comes first goes in.
  const wrong = new Map<string, string>()
  const kept: Candidate[] = []
  for (const [i, row] of rows.entries()) {
    const why = new Map<string, string>()
    if (i >= mostOneByOne) why.set(keyOf(row), '这一次改的行里有互相冲突的，这一行还没有试。请把前面的改好，再交一次。')
    else await soundOf([...kept, row], before, readWith, why)
    const reason = why.get(keyOf(row))
    if (reason === undefined) kept.push(row)
    else wrong.set(keyOf(row), reason)
  }
  return wrong
}

const keyOf = ({ sheet, row }: Candidate): string => placeKey(sheet, row)

/** Whether those of the rows that are sound go in together; what is wrong with the others is noted. */
async function soundOf(
  rows: Candidate[],
  before: Map<string, string>,
  readWith: (rows: Candidate[]) => Promise<Map<string, string>>,
  wrong: Map<string, string>,
): Promise<boolean> {
  const note = (row: Candidate, why: string) => void wrong.set(keyOf(row), why)
  try {
    for (let left = rows; left.length > 0;) {
      const after = await readWith(left)
      const bad = left.filter((row) => after.get(keyOf(row)) !== '')
      for (const row of bad) note(row, after.get(keyOf(row)) ?? '这样改，这一行看起来就不是数据了，没有收。请照原来的样子填好，再交。')
      const harmed = [...before].find(([key, why]) => why === '' && after.get(key) !== '')
      if (harmed && bad.length === 0) {
        const [number, sheet] = harmed[0].split('\n')
        for (const row of left)
          note(row, `这样改，和“${sheet}”第 ${number} 行已经收下的冲突（${after.get(harmed[0]) ?? '那一行就读不出来了'}）。请核对后再改。`)
        return left.length === 1
      }
      if (bad.length === 0) return true
      left = left.filter((row) => !bad.includes(row))
    }
    return true
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    for (const row of rows) note(row, `这样改，整份文件就读不了：${error.message}`)
    return rows.length === 1
  }
}
