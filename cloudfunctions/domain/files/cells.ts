import { typedCode, typedLine, withoutUnseen } from '../text/typed'

/** What stands in a cell of a department's file. Its type matters: a number has at most 15 true digits. */
export type Cell = string | number | null

/** The character that stands for one that could not be decoded. */
export const garbled = '\uFFFD'

const blanks = /[\s\u00a0\u3000]+/g
/** Cells that no cleaning changes: most of them, and an import reads a hundred thousand. */
const clean = /^[\x23-\x26\x28-\x3c\x3e-\x5f\x61-\x7e\u4e00-\u9fff·]*$/
const fullWidth = /[\uff01-\uff5e\u3000]/

/** Full-width letters, digits and signs (and the ideographic space) to half-width. Other characters stay, rare ones too. */
export const halfWidth = (text: string): string =>
  fullWidth.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
    : text

/** `="330399…"`: how exports keep a long number from being taken for one. */
const quotedFormula = /^[=＝]\s*(["“”＂])([\s\S]*)["“”＂]$/

/** The text of a cell: nothing unseen, no space or TAB around it, no apostrophe or `="…"` that only told a spreadsheet “this is text”. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  if (clean.test(text)) return text
  const bare = trim(withoutUnseen(text))
  const quoted = quotedFormula.exec(bare)
  return (quoted ? trim(quoted[2]!.replace(/""/g, '"')) : bare).replace(/^['’‘`＇](?=.)/, '')
}
const trim = (text: string): string => text.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '')

/** As `textOf`, on one line. */
export function lineOf(cell: Cell | undefined): string {
  const text = textOf(cell)
  return clean.test(text) ? text : text.replace(blanks, ' ')
}

/** As `textOf`, in plain forms (half-width) and without any space: headings, places, codes. */
export function compactOf(cell: Cell | undefined): string {
  if (typeof cell === 'string' && clean.test(cell)) return cell
  const text = textOf(cell)
  return clean.test(text) ? text : typedLine(text).replace(/ /g, '')
}

/** True when nothing can be read in the cell; a dash is how departments write “nothing”. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && (cell === '' || typedCode(textOf(cell)).replace(/[/\\]/g, '') === ''))

/** A formula that the spreadsheet left without its result: what it would say is not known. */
export const isFormula = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && /^[=＝]./.test(cell) && /^[=＝]/.test(textOf(cell))

/** What an identity number, card or phone cell says. */
export interface DigitsCell {
  /** Half-width, upper case, without spaces and separators; empty for a blank cell. */
  text: string
  /** The digits were lost when a spreadsheet took them for a number: nobody can restore them from this file. */
  precisionLost: boolean
}

/** Nothing to clean in it: most of them. */
const plainDigits = /^\d+X?$/
/** 3.30399E+17 */
const scientific = /^\d(\.\d+)?E\+?\d+$/i

/**
 * Reads an identity number or card number. A number-typed cell keeps 15 digits only, so it never holds a whole one of more than
 * `trueDigits`.
 */
export function digitsOf(cell: Cell | undefined, trueDigits = 0): DigitsCell {
  const written = textOf(cell)
  if (plainDigits.test(written)) return { text: written, precisionLost: typeof cell === 'number' && written.length > trueDigits }
  const text = typedCode(written)
    .replace(/['’‘`"·]/g, '')
    .replace(/[Хх×✕╳]$/, 'X')
    .toUpperCase()
  const asNumber = typeof cell === 'number' && text.length > trueDigits
  return { text, precisionLost: asNumber || scientific.test(compactOf(cell)) }
}
