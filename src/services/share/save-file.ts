/** A browser saves a text as a file. As a `data:` address: an object's address would bring a polyfill of the whole URL standard along. */
export const saveFile = (name: string, text: string, type: string): void =>
  save(name, `data:${type};charset=utf-8,${encodeURIComponent(text)}`)

/** What an .xlsx is. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A browser saves bytes as a file; they come in parts, each base64 of its own. */
export const saveBytes = (name: string, parts: readonly string[], type: string): void =>
  save(name, `data:${type};base64,${btoa(parts.map(atob).join(''))}`)

function save(name: string, href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
