/** A browser saves a text as a file. As a `data:` address: an object's address would bring a polyfill of the whole URL standard along. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a')
  link.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`
  link.download = name
  link.click()
}
