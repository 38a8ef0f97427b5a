import type { supervision } from '#contract/supervision/actions'
import type { TableCell, TableColumn } from '#domain/tables/table'
import { fen, yuan } from '#domain/money/money'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { chosen } from './asked'

/** So many households or events are shown before a table is taken away. */
const shownFirst = 20

/** The first rows of a table as its file would have them; on record as a list that was read. */
export const tablePreview: Action<typeof supervision.tablePreview> = async (asked, on) => {
  const { looking, kind, reading, columns, shown, which } = await chosen(on, 'supervision.tablePreview', asked)
  const ids = columns.map(({ id }) => id)
  const [page, total] = await Promise.all([kind.page(reading, ids, { after: null, number: 0, size: shownFirst }), kind.count(reading)])
  await recordLook(on, looking.caller, {
    action: 'supervision.tablePreview',
    granted: true,
    ...looking.about,
    area: asked.area ?? looking.grant.area,
    rows: page.units,
    parts: [],
    fields: shown.fields,
  })
  return {
    title: `${which}${kind.name}`,
    total,
    unit: kind.unit,
    columns: columns.map(({ id, heading, kind: of }) => ({ id, heading: [...heading], numeric: of === 'money' || of === 'count' })),
    rows: page.rows.map((row) => row.map((cell, i) => say(columns[i]!, cell))),
  }
}

const say = ({ kind }: TableColumn, cell: TableCell): string =>
  cell === null ? '' : kind === 'money' && typeof cell === 'number' ? yuan(fen(cell)) : String(cell)
