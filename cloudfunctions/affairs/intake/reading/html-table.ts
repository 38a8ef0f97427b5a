import type { Budget } from './budget'
import type { Merge, Sheet, SheetRow } from './sheet'

/** A cell while its text comes. */
interface OpenCell {
  text: string
  across: number
  down: number
}

/**
 * Reads the tables of an HTML page that was saved as .xls, one below the other as Excel opens them. Every cell is its text:
 * whatever looks like a number in it may be an identity number.
 * @throws FileFault when its cells need more than any department's file.
 */
export async function parseHtmlTables(html: string, budget: Budget): Promise<Sheet> {
  const { Parser } = await import('htmlparser2')
  const rows: SheetRow[] = []
  const merges: Merge[] = []
  /** Columns that a rowspan from above still fills, and those that one fills below: column → rows left. */
  let [spanned, below] = [new Map<number, number>(), new Map<number, number>()]
  let row: SheetRow | undefined
  let cell: OpenCell | undefined
  let isSaid = true

  const endCell = () => {
    if (row && cell) placeCell(row, cell, rows.length)
    cell = undefined
  }
  const placeCell = ({ cells }: SheetRow, { text, across, down }: OpenCell, top: number) => {
    while (spanned.has(cells.length)) cells.push(null)
    const left = cells.length
    budget.kept(0, across, text.length)
    if (across > 1 || down > 1) merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 })
    for (let i = 0; i < across; i++) {
      if (down > 1) below.set(cells.length, down - 1)
      cells.push(i === 0 && text.trim() !== '' ? text : null)
    }
  }
  const endRow = () => {
    endCell()
    if (!row) return
    budget.kept(1, row.cells.length)
    rows.push(row)
    row = undefined
    spanned = below
  }
  const parser = new Parser({
    onopentag(name, { style = '', colspan, rowspan }) {
      if (name === 'tr') {
        endRow()
        row = { number: rows.length + 1, hidden: /display\s*:\s*none/i.test(style), cells: [] }
        below = new Map([...spanned].filter(([, left]) => left > 1).map(([column, left]) => [column, left - 1]))
      } else if (name === 'td' || name === 'th') {
        endCell()
        if (row) cell = { text: '', across: span(colspan), down: span(rowspan) }
      } else if (name === 'br' && cell) cell.text += '\n'
      else if (name === 'script' || name === 'style') isSaid = false
    },
    ontext(text) {
      if (cell && isSaid) cell.text += text
    },
    onclosetag(name, isImplied) {
      // What closes because something around it does was not closed by whoever wrote the page: only the next row or cell ends it.
      if (isImplied) return
      if (name === 'td' || name === 'th') endCell()
      else if (name === 'tr' || name === 'table') endRow()
      else if (name === 'script' || name === 'style') isSaid = true
    },
  })
  parser.end(html)
  endRow()
  return { name: '(html)', rows, merges }
}

const span = (written: string | undefined): number => Math.min(1000, Math.max(1, parseInt(written ?? '1', 10) || 1))
