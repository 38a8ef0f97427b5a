import { useState } from 'react'
import type { Look, LookColumn, LookSheet } from '#contract/intake/look'
import { ColumnChip } from './column-chip'

interface Props {
  sheet: LookSheet
  keys: Look['choices']['keys']
  /** Changing a meaning; absent where nothing can be changed any more. */
  onChoose?: (column: number, key: string | null) => void
}

/** A sheet as it stands, its first rows, with what each column is read as above it; it moves within its own frame. */
export function SheetGrid({ sheet, keys, onChoose }: Props) {
  const [open, setOpen] = useState<number>()
  const known = new Map(sheet.columns.map((column) => [column.column, column]))
  const width = Math.max(0, ...sheet.first.map(({ cells }) => cells.length), ...sheet.columns.map(({ column }) => column + 1))
  const columns = Array.from({ length: width }, (_, i) => i)
  const opened = open === undefined ? undefined : known.get(open)
  return (
    <>
      <div className="grid" tabIndex={0} role="region" aria-label={`工作表 ${sheet.name}`}>
        <table className="grid__table">
          <thead>
            <tr>
              <th scope="col" className="grid__corner">
                行
              </th>
              {columns.map((i) => (
                <th key={i} scope="col" className={`grid__meaning grid__meaning--${known.get(i)?.confidence ?? 'none'}`}>
                  <Meaning column={known.get(i)} open={i === open} onOpen={onChoose && (() => setOpen(i === open ? undefined : i))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.first.map(({ row, cells }) => (
              <tr key={row} className={row <= sheet.headingRow ? 'grid__heading' : undefined}>
                <th scope="row">{row}</th>
                {columns.map((i) => (
                  <td key={i}>{cells[i] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened && onChoose && (
        <ColumnChip
          key={opened.column}
          column={opened}
          keys={keys}
          onClose={() => setOpen(undefined)}
          onChoose={(key) => {
            setOpen(undefined)
            onChoose(opened.column, key)
          }}
        />
      )}
    </>
  )
}

const marks = { sure: '✓', likely: '～', unknown: '?' } as const

/** 身份证号 with a mark for how sure it is; what is not read says so. */
function Meaning({ column, open, onOpen }: { column: LookColumn | undefined; open: boolean; onOpen: (() => void) | undefined }) {
  if (!column) return null
  const words = column.key === null ? '不用' : (column.label ?? column.key)
  const mark = column.ask ? '?' : column.key === null ? '–' : marks[column.confidence]
  if (!onOpen) return <span title={column.because}>{`${mark} ${words}`}</span>
  return (
    <button
      id={`column-${column.column}`}
      type="button"
      className="grid__chip"
      title={column.because}
      aria-expanded={open}
      aria-label={`第 ${column.column + 1} 列“${column.heading}”读作“${words}”，改`}
      onClick={onOpen}
    >
      {`${mark} ${words}`}
    </button>
  )
}
