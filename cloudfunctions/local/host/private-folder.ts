import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What nobody but the folder's owner may do with it: the bits of group and others. */
const others = 0o077

/**
 * Takes away from group and others whatever they may do in a data folder: an older version, a copy or a restored backup may have left it
 * open. Throws where that cannot be done (another owner, a file system without modes): such a folder is not used. Windows has no such bits.
 */
export function makePrivate(path: string): void {
  if (process.platform === 'win32') return
  tighten(path)
}

function tighten(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  // A link is only followed by whoever made it; files of a running cloud come and go.
  if (!stat || stat.isSymbolicLink()) return
  if (stat.mode & others) close(path, stat.mode)
  if (stat.isDirectory()) for (const entry of readdirSync(path)) tighten(join(path, entry))
}

function close(path: string, mode: number): void {
  try {
    chmodSync(path, mode & 0o7700)
  } catch {
    // Told below, whatever the reason.
  }
  const now = lstatSync(path, { throwIfNoEntry: false })
  if (now && now.mode & others)
    throw new Error(
      `${path} 别的用户也能看，而且改不了权限。里面是农户的资料，没有打开。请用自己的账户运行 chmod -R go-rwx ${path}，或用 --data 换一个自己的文件夹。`,
    )
}
