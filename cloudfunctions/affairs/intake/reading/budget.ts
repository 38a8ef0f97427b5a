import { FileFault } from './sheet'

/** A spreadsheet of a county is a few megabytes; one that unpacks to more is no department's file. */
const mostUnpacked = 300 * 1024 * 1024
/** What the cells of one file may need in memory: ten times a list of 200,000 rows. */
const mostMemory = 512 * 1024 * 1024
const lastRow = 1_048_576
const longestText = 1_000_000
const perRow = 96
const perCell = 24

/** What reading one file needs, counted while it is read: a small file can unpack to one that no machine holds. */
export class Budget {
  private bytes = 0
  private memory = 0

  /** @throws FileFault beyond what any department's file unpacks to. */
  unpacked(bytes: number): void {
    this.bytes += bytes
    if (this.bytes > mostUnpacked) throw tooLarge()
  }

  /** @throws FileFault beyond the last row that any spreadsheet has. */
  row(number: number): void {
    if (number > lastRow) throw tooLarge()
  }

  /** @throws FileFault for a text longer than a spreadsheet lets one write into a cell. */
  text(characters: number): void {
    if (characters > longestText) throw tooLarge()
  }

  /** Rows kept, and cells in them, blank ones before a filled one too. @throws FileFault when there are too many to hold. */
  kept(rows: number, cells: number, characters = 0): void {
    this.memory += rows * perRow + cells * perCell + characters * 2
    if (this.memory > mostMemory) throw tooLarge()
  }
}

const tooLarge = () =>
  new FileFault(
    '这个文件解开后太大，不像部门报表（多半是整列带着格式，或者混进了别的东西）。请只留有数据的行，另存一份；确实很多，请分乡镇拆成几个文件，再导入。',
  )
