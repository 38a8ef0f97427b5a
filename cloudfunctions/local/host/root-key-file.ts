import { randomBytes } from 'node:crypto'
import { readRootKeys, versionsOf } from '#kernel/seal/keys'
import { openDataFolder, writeWhole } from './data-folder'

/** Between a key's being written and its first use: whoever runs on the folder reads it at their next call, and ends the call before. */
const noticeMs = 2000

/** The newest root key version of a data folder, in force or announced. */
export const newestKeyVersion = (path: string): string => versionsOf(readRootKeys(openDataFolder(path).secrets.rootKeys)).at(-1)!

/** Adds the next root key version, beside the others: it opens at once and seals a few seconds later. Gives the version. */
export function addRootKey(path: string): string {
  const { secrets, secretsFile } = openDataFolder(path)
  const version = String(Number(newestKeyVersion(path)) + 1)
  if (version.length > 1)
    throw new Error('根密钥已经到第 9 版，版本号只有一位，不能再换。请用 --data 新开一个数据文件夹，重新导入部门文件，换发全部卡片。')
  const from = Math.ceil((Date.now() + noticeMs) / 1000)
  writeWhole(
    secretsFile,
    JSON.stringify({ ...secrets, rootKeys: `${secrets.rootKeys},${version}@${from}:${randomBytes(32).toString('base64')}` }, null, 2),
  )
  return version
}
