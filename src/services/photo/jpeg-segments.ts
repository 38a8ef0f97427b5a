/** Not a JPEG, or one that ends too early. */
export class NotAJpeg extends Error {
  override name = 'NotAJpeg'
}

const [start, end, startOfScan, comment] = [0xd8, 0xd9, 0xda, 0xfe]
/** APP0 to APP15: Exif with place and time, thumbnails, colour profiles, what a maker adds. */
const isForApplications = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef

/**
 * The same JPEG with only what is needed to draw it: no Exif, no comment, nothing behind its end. A canvas leaves out the old photo's data,
 * but some phones then add data of their own.
 */
export function bareJpeg(file: Uint8Array): Uint8Array {
  if (file[0] !== 0xff || file[1] !== start) throw new NotAJpeg()
  const kept = [file.subarray(0, 2)]
  let at = 2
  for (;;) {
    if (file[at] !== 0xff) throw new NotAJpeg()
    const marker = file[at + 1]!
    if (marker === end) return joined([...kept, file.subarray(at, at + 2)])
    const next = marker === 0xff ? at + 1 : at + 2 + file[at + 2]! * 256 + file[at + 3]!
    if (marker !== 0xff && marker !== comment && !isForApplications(marker)) kept.push(file.subarray(at, next))
    at = next
    if (marker !== startOfScan) continue
    at = endOfScan(file, next)
    kept.push(file.subarray(next, at))
  }
}

/** Where the picture's own data stop: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Uint8Array, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    const next = file[at + 1]!
    if (file[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new NotAJpeg()
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
