import type { Asked } from './kinds/table-kind'
import type { Table } from '#domain/tables/table'
import type { TableName } from '#domain/tables/names'
import { isUsable } from '#kernel/access/authorize'
import { JobFault, type KindOfJob } from '#kernel/jobs/kind'
import { sealFile } from '#kernel/seal/seal-file'
import { findGrant } from '#store/access/grants'
import { removeStaged, saveStaged } from '#store/intake/staged'
import { tableKinds } from './kinds/all'
import { chosenOf } from './kinds/table-kind'
import { around, nothingWritten, writeRows, type Written } from './workbook/write'

/** Which table somebody takes away, under which grant, and how it is headed. */
export interface Taking {
  staffId: string
  grantId: string
  table: TableName
  asked: Asked
  /** Ids of columns. */
  columns: string[]
  head: Omit<Table, 'columns'>
  fileName: string
  /** How many were counted and confirmed. */
  count: number
  /** Words for the history: which place, which category, which time. */
  which: string
  reason: string
}

/** Where the next rows begin: behind how many, in which piece. */
interface At {
  after: string
  units: number
  piece: number
  so: Written
}

/** How many pieces the file has, and how many rows. */
export interface Made {
  pieces: number
  rows: number
  units: number
}

/** Makes a table, so many households or events at a time; each chunk is one piece of the file, sealed. The grant must hold to the end. */
export const tableJobBy = (size: number): KindOfJob<Taking, At, Made> => ({
  kind: 'table',
  async chunk(on, { id, input, cursor }) {
    const grant = await findGrant(on.db, input.grantId)
    if (!grant || !isUsable(grant, on.moment))
      throw new JobFault('表还没做完，授权就到期或者收回了，所以没有做下去。要用请另申请授权，再导出一次。')
    const kind = tableKinds[input.table]
    const { after, units, piece, so } = cursor ?? { after: null, units: 0, piece: 1, so: nothingWritten }
    const page = await kind.page({ on, grant, asked: input.asked }, input.columns, { after, number: units, size })
    const table: Table = { ...input.head, columns: chosenOf(kind.columns, input.columns, grant) }
    const written = writeRows(table, so, page.rows, page.next === null)
    const lay = (number: number, bytes: Buffer) =>
      saveStaged(on.db, id, number, { sealed: sealFile(on.keys, bytes).toString('base64'), notes: null })
    await lay(piece, written.piece)
    const done = units + page.units
    if (page.next !== null)
      return { next: { after: page.next, units: done, piece: piece + 1, so: written.so }, done, of: Math.max(done, input.count) }
    const { before, behind } = around(table, written.so)
    await lay(0, before)
    await lay(piece + 1, behind)
    return { result: { pieces: piece + 2, rows: written.so.rows, units: done } }
  },
  mayCancel: () => true,
  clear: async ({ db }, { id }) => void (await removeStaged(db, id)),
})

export const tableJob = tableJobBy(500)
