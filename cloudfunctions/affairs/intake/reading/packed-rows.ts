import type { Cell } from '#domain/files/cells'
import type { SheetRow } from './sheet'
import { repeated } from './repeated'

/** References lie in blocks, so that a sheet that grows is never copied. No row is longer than a spreadsheet's 16,384 columns. */
const blockSize = 65_536
/** Whole numbers as small as this stand in their reference itself. */
const small = 2 ** 28

/**
 * The rows of a sheet, packed: a row is a run of references to texts and numbers, and a text that comes again and again is held once. As
 * objects with a list each, two hundred thousand rows would need four times as much.
 */
export class PackedRows {
  readonly list: SheetRow[] = []
  private readonly blocks = [new Int32Array(blockSize)]
  private used = 0
  private readonly values: (string | number)[] = []
  private readonly once = repeated((text) => this.values.push(text))
  private last: { at: number; cells: Cell[] } = { at: -1, cells: [] }

  /** The next row; its number is its place. */
  add(hidden: boolean, cells: readonly Cell[]): void {
    if (this.used + cells.length + 1 > blockSize) {
      this.blocks.push(new Int32Array(blockSize))
      this.used = 0
    }
    const block = this.blocks[this.blocks.length - 1]!
    const at = (this.blocks.length - 1) * blockSize + this.used
    block[this.used++] = cells.length
    for (const cell of cells) block[this.used++] = this.refer(cell)
    this.list.push(new PackedRow(this, at, this.list.length + 1, hidden))
  }

  /** The cells of the row that lies there. Whoever asks for the same row again gets the same list: it is not to be changed. */
  cellsAt(at: number): Cell[] {
    if (this.last.at === at) return this.last.cells
    const block = this.blocks[Math.floor(at / blockSize)]!
    const from = (at % blockSize) + 1
    const cells: Cell[] = []
    for (let i = from, to = from + block[from - 1]!; i < to; i++) {
      const reference = block[i]!
      cells.push(reference === 0 ? null : reference < 0 ? -reference - 1 - small : this.values[reference - 1]!)
    }
    this.last = { at, cells }
    return cells
  }

  /** 0: nothing; below: a small whole number; above: the n-th value. */
  private refer(cell: Cell): number {
    if (cell === null) return 0
    if (typeof cell === 'string') return this.once(cell)
    if (Number.isInteger(cell) && Math.abs(cell) < small && !Object.is(cell, -0)) return -(cell + small) - 1
    return this.values.push(cell)
  }
}

class PackedRow implements SheetRow {
  constructor(
    private readonly of: PackedRows,
    private readonly at: number,
    readonly number: number,
    readonly hidden: boolean,
  ) {}

  get cells(): Cell[] {
    return this.of.cellsAt(this.at)
  }
}
