/** A cell that begins like a formula gets an apostrophe: a spreadsheet must not run what a name says. */
const cell = (text: string): string => `"${(/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`

/** Lines of cells as a file that Excel opens in Chinese. */
export const csvOf = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map((one) => cell(String(one))).join(',')).join('\r\n')}\r\n`
