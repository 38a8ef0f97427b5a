/** So many bytes go in one part: the text of a request is at most 100 KB on CloudBase. */
export const partBytes = 65_536

/** How many parts a file of this size has; an empty file has one. */
export const partsOf = (size: number): number => Math.max(1, Math.ceil(size / partBytes))

/** One part of a chosen file, as text. @throws where the file has gone or changed since it was chosen. */
export async function readPart(file: Blob, part: number): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'))
    reader.readAsDataURL(file.slice(part * partBytes, (part + 1) * partBytes))
  })
  return url.slice(url.indexOf(',') + 1)
}
