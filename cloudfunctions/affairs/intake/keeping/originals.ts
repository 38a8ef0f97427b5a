import { createHash } from 'node:crypto'
import { isSealedFile, openPieces, sealFile } from '#kernel/seal/seal-file'
import type { On } from '#kernel/call/on'

/** Where the sealed original of a file lies, by the hash of its content. */
export const originalPath = (sha256: string): string => `originals/${sha256}`

/**
 * The hash of a file's content that lies in storage, and where it is kept as evidence from now on: sealed with keys of its own. One that
 * was put there in clear is sealed first, and the clear one removed, before anything is read from it.
 */
export async function takeOriginal(
  { files, keys }: Pick<On, 'files' | 'keys'>,
  fileID: string,
): Promise<{ sha256: string; keptID: string }> {
  const found = await files.download(fileID)
  const hash = createHash('sha256')
  // A large file is not held in clear for this.
  for (const piece of isSealedFile(found) ? openPieces(keys, found) : [found]) hash.update(piece)
  const sha256 = hash.digest('hex')
  if (isSealedFile(found)) return { sha256, keptID: fileID }
  const keptID = await files.upload(originalPath(sha256), sealFile(keys, found))
  if (keptID !== fileID) await files.remove(fileID)
  return { sha256, keptID }
}
