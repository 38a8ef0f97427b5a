import { compactOf, type Cell } from '#domain/files/cells'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'

/** By what a file that comes back is known: a hidden column names each row, a hidden line below the headings each column. */

/** Stands over the hidden column, in the hidden line. */
export const markOfMarks = '小康码记号'

/** The mark of a refused row. A few digits of proof: a mark that was dragged down or retyped is nobody's. */
export const markOf = (keys: Keys, rowId: string): string => `行-${rowId}-${proof(keys, rowId)}`

const proof = (keys: Keys, rowId: string): string => mac(keys, 'once', `mark/${rowId}`, versionsOf(keys)[0]).toString('hex').slice(0, 8)

/** Which row a mark names; `undefined` for what is no mark, `null` for one that is not ours as it stands. */
export function rowOfMark(keys: Keys, cell: Cell | undefined): string | null | undefined {
  const text = compactOf(cell)
  if (!text.startsWith('行-')) return undefined
  const [, id, said] = /^行-([0-9a-f]{24})-([0-9a-f]{8})$/.exec(text) ?? []
  return id !== undefined && said === proof(keys, id) ? id : null
}

export const columnMark = (column: number): string => `列-${column}`

export function columnOfMark(cell: Cell | undefined): number | undefined {
  const found = /^列-(\d{1,4})$/.exec(compactOf(cell))?.[1]
  return found === undefined ? undefined : Number(found)
}
