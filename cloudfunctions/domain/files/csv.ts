/** A cell that begins like a formula, in half or full width, gets an apostrophe: a spreadsheet must not run what a name says. */
const cell = (text: string): string => `"${(/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`

/** Lines of cells as a file that spreadsheets open in Chinese: UTF-8 with BOM, CRLF. */
export const csvOf = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map((one) => cell(String(one))).join(',')).join('\r\n')}\r\n`
