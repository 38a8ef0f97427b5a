/** Bytes of one part of a photo: 64 KB of base64, as the county takes it; sealed it stays below what Alipay keeps under one name. */
const partBytes = 48 * 1024

/** A photo in the parts in which it is kept and sent. */
export const inParts = (photo: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.max(1, Math.ceil(photo.length / partBytes)) }, (_, i) => photo.subarray(i * partBytes, (i + 1) * partBytes))

/** Characters that a photo of the largest size takes, sealed: 240 KB in five parts. */
export const roomOfPhoto = 5 * Math.ceil(((partBytes + 64) * 4) / 3)
/** And a visit without its photos: everything that may be written, three bytes to the character. */
export const roomOfVisit = 24 * 1024
