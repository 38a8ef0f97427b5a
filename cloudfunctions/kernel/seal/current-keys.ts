import { readFileSync, statSync } from 'node:fs'
import { readRootKeys, type Keys } from './keys'

let held: { text: string; keys: Keys } | undefined
let file: { stamp: string; text: string } | undefined

/**
 * The root keys as of now, the same object for as long as nothing changes. A new version may be added while the process runs: in
 * `ROOT_KEYS`, or in the file that `ROOT_KEYS_FILE` names (JSON with `rootKeys`), which wins. One call keeps what it began with.
 */
export function currentKeys(env: NodeJS.ProcessEnv = process.env): Keys {
  const text = (env.ROOT_KEYS_FILE && textOfFile(env.ROOT_KEYS_FILE)) || env.ROOT_KEYS || ''
  if (held?.text !== text || (held.keys.next && held.keys.next.from <= Date.now())) held = { text, keys: readRootKeys(text) }
  return held.keys
}

/** Read again only when it was written again: whoever writes it renames a whole new file into its place. */
function textOfFile(path: string): string {
  const { ino, mtimeMs, size } = statSync(path)
  const stamp = [path, ino, mtimeMs, size].join()
  if (file?.stamp !== stamp) file = { stamp, text: (JSON.parse(readFileSync(path, 'utf8')) as { rootKeys: string }).rootKeys }
  return file.text
}
