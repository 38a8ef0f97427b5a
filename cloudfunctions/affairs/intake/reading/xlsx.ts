import type { Cell } from '#domain/files/cells'
import { Budget } from './budget'
import { placeOf } from './cell-place'
import { FileFault, type Merge, type Sheet } from './sheet'
import { PackedRows } from './packed-rows'
import { readWorkbook, unescaped, type Workbook } from './xlsx-parts'
import { readXml } from './xml-events'
import { checkPart, damaged, unpack, type Part } from './zip'

/** Serial days of a workbook that counts from 1904 are brought to the common count. */
const days1904 = 1462

/**
 * Reads .xlsx and .xlsm piece by piece: what is kept is the cells with something in them, and what that needs is counted while reading.
 * @throws FileFault when the file did not arrive whole, a sheet is missing, or it needs more than any department's.
 */
export async function readXlsx(parts: Map<string, Part>): Promise<Sheet[]> {
  const budget = new Budget()
  const workbook = await readWorkbook({ parts, budget })
  const sheets: Sheet[] = []
  for (const { name, hidden, part } of workbook.sheets) {
    if (!part)
      throw new FileFault(`这个 Excel 文件里的工作表“${name}”找不到了，文件不完整或已损坏。请让报送单位重新另存一份 .xlsx 发来，再导入。`)
    sheets.push(await readSheet(part, name, hidden, workbook, budget))
    workbook.read.add(part.name)
  }
  for (const part of parts.values()) if (!workbook.read.has(part.name)) await checkPart(part, budget)
  return sheets
}

async function readSheet(part: Part, name: string, hidden: boolean, workbook: Workbook, budget: Budget): Promise<Sheet> {
  const rows = new PackedRows()
  const merges: Merge[] = []
  let [number, isHidden, column] = [0, false, 0]
  let cells: Cell[] = []
  let [type, style, value, text, formula] = ['', 0, '', '', undefined as string | undefined]
  let inside: 'v' | 't' | 'f' | undefined

  const keepCell = () => {
    const cell =
      formula !== undefined && value === '' && text === '' ? `=${formula || '（公式）'}` : cellOf(type, style, value, text, workbook)
    if (cell === null || cell === '') return
    budget.kept(0, column - cells.length + 1, type === 's' ? 0 : typeof cell === 'string' ? cell.length : 0)
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }
  const keepRow = () => {
    if (cells.length === 0) return
    const there = rows.list.length
    if (number <= there) throw damaged()
    budget.kept(number - there, 0)
    for (let blank = there + 1; blank < number; blank++) rows.add(hidden, [])
    rows.add(hidden || isHidden, cells)
  }
  await readXml(unpack(part, budget), {
    open(tag, attributes) {
      if (tag === 'c') {
        const at = placeOf(attributes.r)
        column = at ? at.column : column + 1
        if (column > 16_383) throw damaged()
        type = attributes.t ?? ''
        style = Number(attributes.s ?? 0)
        value = text = ''
        formula = undefined
      } else if (tag === 'v') inside = 'v'
      else if (tag === 't') inside = 't'
      else if (tag === 'f') {
        inside = 'f'
        formula = ''
      } else if (tag === 'row') {
        number = attributes.r === undefined ? number + 1 : Number(attributes.r)
        if (!(number >= 1)) throw damaged()
        budget.row(number)
        isHidden = /^(1|true)$/.test(attributes.hidden ?? '')
        cells = []
        column = -1
      } else if (tag === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(placeOf)
        if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
      }
    },
    text(piece) {
      budget.text(value.length + text.length + piece.length)
      if (inside === 'v') value += piece
      else if (inside === 't') text += piece
      else if (inside === 'f') formula += piece
    },
    close(tag) {
      if (tag === 'c') keepCell()
      else if (tag === 'row') keepRow()
      else if (tag === 'v' || tag === 't' || tag === 'f') inside = undefined
    },
  })
  return { name, hidden, rows: rows.list, merges }
}

function cellOf(type: string, style: number, value: string, text: string, { texts, since1904, isDate }: Workbook): Cell {
  switch (type) {
    case 's': {
      const shared = texts[Number(value)]
      if (value !== '' && shared === undefined) throw damaged()
      return shared ?? null
    }
    case 'inlineStr':
      return unescaped(text)
    case 'str':
      return unescaped(value)
    case 'e':
    case 'd':
      return value
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    default: {
      if (value === '') return null
      const number = Number(value)
      return Number.isNaN(number) ? value : since1904 && isDate[style] ? number + days1904 : number
    }
  }
}
