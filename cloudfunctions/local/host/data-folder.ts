import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivate } from './private-folder'

/** Where one local county lives: its database, files, keys, and what is running on it. */
export interface DataFolder {
  path: string
  /** Secrets of this county's cloud, made at its first start. */
  secrets: Secrets
  secretsFile: string
}

interface Secrets {
  rootKeys: string
  secretId: string
  secretKey: string
}

/** Opens the folder, or makes it; for its owner alone. */
export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  makePrivate(path)
  const file = join(path, 'secrets.json')
  if (!existsSync(file)) writeWhole(file, JSON.stringify(newSecrets(), null, 2))
  return { path, secrets: readSecrets(file), secretsFile: file }
}

/** Empties a folder that is ours; anything else is left alone and refused. */
export function emptyDataFolder(path: string): void {
  if (!existsSync(path)) return
  if (!existsSync(join(path, 'secrets.json')))
    throw new Error(`${path} 不像小康码的数据文件夹（里面没有 secrets.json），没有动它。请用 --data 指到别处。`)
  rmSync(path, { recursive: true })
}

/** Writes a file so that a killed process leaves the old one or the new one, never half of it. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const newSecrets = (): Secrets => ({
  rootKeys: `1:${randomBytes(32).toString('base64')}`,
  secretId: 'local',
  secretKey: randomBytes(24).toString('hex'),
})

function readSecrets(file: string): Secrets {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  } catch {
    throw new Error(`${file} 读不出来。没有它，库里封存的身份证号就打不开了：请从备份恢复，或用 --fresh 重新开始。`)
  }
}
