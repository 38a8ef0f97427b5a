import { createHash } from 'node:crypto'
import { isSealedFile, openFile, sealFile } from '#kernel/seal/seal-file'
import type { On } from '#kernel/call/on'

/** Where the sealed original of a file lies, by the hash of its content. */
const originalPath = (sha256: string): string => `originals/${sha256}`

/**
 * The content of a file that lies in storage, and where it is kept as evidence from now on: sealed with keys of its own. One that was
 * put there in clear is sealed first, and the clear one removed, before anything is read from it.
 */
export async function takeOriginal(
  { files, keys }: Pick<On, 'files' | 'keys'>,
  fileID: string,
): Promise<{ bytes: Buffer; sha256: string; keptID: string }> {
  const found = await files.download(fileID)
  const bytes = isSealedFile(found) ? openFile(keys, found) : found
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (isSealedFile(found)) return { bytes, sha256, keptID: fileID }
  const keptID = await files.upload(originalPath(sha256), sealFile(keys, bytes))
  if (keptID !== fileID) await files.remove(fileID)
  return { bytes, sha256, keptID }
}
