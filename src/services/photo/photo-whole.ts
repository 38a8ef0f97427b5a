import { PhotoCutShort } from './photo-faults'

const pngSignature = [0x89, 0x50, 0x4e, 0x47]
const startsWith = (file: Uint8Array, text: string | number[], at = 0): boolean =>
  [...text].every((one, i) => file[at + i] === (typeof one === 'string' ? one.charCodeAt(0) : one))

/**
 * Throws `PhotoCutShort` for a file that ends before its picture does: decoders draw what there is and leave the rest grey.
 * Kinds that it does not know, and what stands behind a picture's end, are left to the decoder.
 */
export function mustBeWhole(file: Uint8Array): void {
  if (
    file.length === 0 ||
    (isJpeg(file) && !jpegEnds(file)) ||
    (startsWith(file, pngSignature) && !pngEnds(file)) ||
    (isWebp(file) && !webpEnds(file))
  )
    throw new PhotoCutShort()
}

const isJpeg = (file: Uint8Array): boolean => file[0] === 0xff && file[1] === 0xd8
const isWebp = (file: Uint8Array): boolean => startsWith(file, 'RIFF') && startsWith(file, 'WEBP', 8)

/** From the first scan on, FF D9 is the picture's end; before it, it may be that of a small picture within the Exif data. */
function jpegEnds(file: Uint8Array): boolean {
  for (let at = 2; at + 3 < file.length;) {
    // Not a segment: some makers leave bytes between them, and decoders look past those.
    if (file[at] !== 0xff || file[at + 1] === 0xff) at++
    else if (file[at + 1] === 0xda) return has(file, 0xff, 0xd9, at)
    else at += 2 + file[at + 2]! * 256 + file[at + 3]!
  }
  return false
}

function has(file: Uint8Array, first: number, second: number, from: number): boolean {
  for (let at = file.indexOf(first, from); at >= 0; at = file.indexOf(first, at + 1)) if (file[at + 1] === second) return true
  return false
}

/** Chunks of a length, a name, the bytes and a checksum, to the one named IEND. */
function pngEnds(file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 8; at + 12 <= file.length; at += 12 + view.getUint32(at)) if (startsWith(file, 'IEND', at + 4)) return true
  return false
}

const webpEnds = (file: Uint8Array): boolean =>
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(4, true) + 8 <= file.length
