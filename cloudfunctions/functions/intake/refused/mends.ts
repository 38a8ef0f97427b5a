import type { intake } from '#contract/intake/actions'
import { textOf } from '#domain/files/cells'
import { atDesk } from '#affairs/intake/directing/desk'
import { visible } from '#affairs/intake/mending/lists'
import { recordRows } from '#affairs/intake/mending/record'
import type { Action } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { mendsOf, type MendedCells } from '#store/intake/mends'
import { quarantine, refusedTables } from '#store/intake/quarantine'

/** What was mended of a file, the newest first. */
export const mends: Action<typeof intake.mends> = async ({ sha256 }, on) => {
  const filter = visible(await atDesk(on), { sha256 })
  const rows = new Map(
    (await findEach(on.db, quarantine, { ...filter, mendId: { $ne: null } }, ['importId', 'headingRow', 'sheet'])).map((row) => [
      row._id,
      row,
    ]),
  )
  await recordRows(on, 'intake.mends', [...rows.values()])
  const [given, tables] = await Promise.all([mendsOf(on.db, sha256), findEach(on.db, refusedTables, { importId: sha256 })])
  const headingOf = (rowId: string, column: number): string => {
    const { sheet, headingRow } = rows.get(rowId)!
    const table = tables.find((one) => one.sheet === sheet && one.headingRow === headingRow)
    return table?.columns.find((one) => one.column === column)?.heading ?? `第 ${column + 1} 列`
  }
  return {
    mends: given
      .filter(({ _id }) => rows.has(_id.split('/')[0]!))
      .map(({ _id, sheet, row, at, by, way, cellsSealed }) => {
        const { from, to } = JSON.parse(open(on.keys, cellsSealed)) as MendedCells
        const changed = to.flatMap((cell, i) =>
          textOf(cell) === textOf(from[i]) ? [] : [{ heading: headingOf(_id.split('/')[0]!, i), from: textOf(from[i]), to: textOf(cell) }],
        )
        return { sheet, row, at, by: by?.name ?? '终端', way: typeof way === 'object' ? ('file' as const) : way, changed }
      })
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
  }
}
