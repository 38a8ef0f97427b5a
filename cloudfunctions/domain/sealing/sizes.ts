/** What travels and is kept has one of these sizes, whatever was written: its length says nothing. Bytes before sealing. */
export const sizes = { message: 8192, part: 48 * 1024, answer: 4096, note: 192 } as const

/** A photo is always so many parts, so that only the number of photos can be seen. */
export const partsOfPhoto = 5
export const mostPhotos = 3
/** Bytes a photo may have: about 240 KB. */
export const largestPhoto = partsOfPhoto * sizes.part - 4

/** What sealing adds to a text whose length is a multiple of 16: IV and tag. */
export const ivLength = 16
export const tagLength = 32
/** A content key of 32 bytes, wrapped with SM2. */
const wrappedKeyLength = 96 + 32

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4
const sealedLength = (bytes: number): number => base64Length(bytes + ivLength + tagLength)

/** Characters of base64 of each kind of sealed text; nothing of another length is taken. */
export const sealedLengths = {
  message: sealedLength(sizes.message),
  part: sealedLength(sizes.part),
  answer: sealedLength(sizes.answer),
  note: sealedLength(sizes.note),
  key: base64Length(wrappedKeyLength),
} as const
