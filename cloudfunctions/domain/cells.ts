/** What stands in a cell of a department's file. Its type matters: a number has at most 15 true digits. */
export type Cell = string | number | null

/** The character that stands for one that could not be decoded. */
export const garbled = '\uFFFD'

const invisible = /[\u200b-\u200f\u2028\u2029\u2060\ufeff]/g
const blanks = /[\s\u00a0\u3000]+/g
/** Characters that cleaning changes. Most cells have none, and an import reads a hundred thousand of them. */
const unclean = /[\s\u00a0\u2000-\u2029\u2060\u3000\ufeff'`]/
const fullWidth = /[\uff01-\uff5e\u3000]/

/** Full-width letters, digits and signs (and the ideographic space) to half-width. Other characters stay, rare ones too. */
export const halfWidth = (text: string): string =>
  fullWidth.test(text) ? text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ') : text

/** The text of a cell: no invisible characters, no space or TAB around it, no apostrophe that only told Excel “this is text”. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  if (!unclean.test(text)) return text
  return text.replace(invisible, '').replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '').replace(/^['’`](?=.)/, '')
}

/** As `textOf`, on one line. */
export const lineOf = (cell: Cell | undefined): string => textOf(cell).replace(blanks, ' ')

/** As `textOf`, half-width and without any space: headings, places, codes. */
export const compactOf = (cell: Cell | undefined): string => halfWidth(textOf(cell)).replace(blanks, '')

/** True when nothing can be read in the cell; a dash is how departments write “nothing”. */
export const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && /^[-—–－/]*$/.test(textOf(cell)))

/** What an identity number, card or phone cell says. */
export interface DigitsCell {
  /** Half-width, upper case, without spaces and separators; empty for a blank cell. */
  text: string
  /** The digits were lost when a spreadsheet took them for a number: nobody can restore them from this file. */
  precisionLost: boolean
}

/** 3.30399E+17 */
const scientific = /^\d(\.\d+)?E\+?\d+$/i

/** Reads an identity number or card number. A number-typed cell keeps 15 digits only, so it never holds a whole one of more than `trueDigits`. */
export function digitsOf(cell: Cell | undefined, trueDigits = 0): DigitsCell {
  const text = compactOf(cell).replace(/[-'’`·]/g, '').toUpperCase()
  const asNumber = typeof cell === 'number' && text.length > trueDigits
  return { text, precisionLost: asNumber || scientific.test(compactOf(cell)) }
}
