import type { ReactNode } from 'react'
import { Fragment } from 'react'

export interface Column<Row> {
  id: string
  title: string
  numeric?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  id: string
  /** What the table lists, for those who hear the page. */
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Rows that somebody should look at. */
  warm?: (row: Row) => boolean
  /** What unfolds under a row, while something is being done with it. */
  below?: (row: Row) => ReactNode
  /** A last row: one cell for each column. */
  total?: readonly ReactNode[]
}

/** Rows under a head that stays in sight; on a narrow screen each row becomes a card that repeats the titles. */
export const Table = <Row,>({ id, name, columns, rows, keyOf, warm, below, total }: Props<Row>) => (
  <table id={id} className="table" aria-label={name}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.id} scope="col" className={column.numeric ? 'table__number' : undefined}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => {
        const unfolded = below?.(row)
        return (
          <Fragment key={keyOf(row)}>
            <tr className={warm?.(row) ? 'table__warm' : undefined}>
              {columns.map((column) => (
                <td key={column.id} data-title={column.title} className={column.numeric ? 'table__number' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
            {unfolded && (
              <tr className="table__below">
                <td colSpan={columns.length}>{unfolded}</td>
              </tr>
            )}
          </Fragment>
        )
      })}
    </tbody>
    {total && (
      <tfoot>
        <tr>
          {columns.map((column, i) => (
            <td key={column.id} data-title={column.title} className={column.numeric ? 'table__number' : undefined}>
              {total[i]}
            </td>
          ))}
        </tr>
      </tfoot>
    )}
  </table>
)
