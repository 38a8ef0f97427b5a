/** A file of text or of a web page has one table without a name; the server calls it (csv), (text) or (html). */
const nameless: readonly (string | undefined)[] = [undefined, '', '(csv)', '(text)', '(html)']

export const sheetName = (sheet: string | undefined): string | undefined => (nameless.includes(sheet) ? undefined : sheet)

/** Where in a file: 南田镇 第 26 行, or 第 26 行 where the file has one table only. */
export const sayRow = (sheet: string | undefined, row: number): string =>
  [sheetName(sheet), `第 ${row} 行`].filter((part) => part !== undefined).join(' ')
