/** A key file has less than 2 KB; what is larger is not even read. */
const largest = 64 * 1024

/** The text of a file that somebody chose; nothing of one that is far too large or cannot be read. */
export const textOf = (file: File): Promise<string> =>
  new Promise((done) => {
    if (file.size > largest) return done('')
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => done('')
    reader.readAsText(file)
  })
