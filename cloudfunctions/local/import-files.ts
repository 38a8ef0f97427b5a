import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { ImportReport } from '#contract/office'
import type { LocalCloud } from './cloud'

const known = /\.(xlsx|xls|csv|txt)$/i

/** The department files in a folder, or the one file named. Other files (notes, readmes) are not department files. */
export function departmentFiles(path: string): string[] {
  let isFolder: boolean
  try {
    isFolder = statSync(path).isDirectory()
  } catch {
    throw new Error(`找不到 ${path}。请写部门文件所在的文件夹，例如：npm run import -- 部门数据`)
  }
  if (!isFolder) return [path]
  const files = readdirSync(path).filter((name) => known.test(name) && !name.startsWith('~$')).sort((a, b) => turn(a) - turn(b) || a.localeCompare(b)).map((name) => join(path, name))
  if (files.length === 0) throw new Error(`${path} 里没有部门文件（.xlsx .xls .csv .txt）。`)
  return files
}

/** Any order gives the same county; registers first and receipts last is the quickest, since nothing has to be linked afterwards. */
const turn = (name: string): number => (/名册|低保|特困/.test(name) ? 0 : /回执/.test(name) ? 2 : 1)

/** Puts one file into storage as evidence, then has the office take it in. */
export async function importFile(cloud: LocalCloud, path: string): Promise<ImportReport> {
  const content = readFileSync(path)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  const { fileID } = await app.uploadFile({ cloudPath: `imports/${sha256}${extname(path).toLowerCase()}`, fileContent: content })
  return cloud.operate<ImportReport>('office', 'import', { fileName: basename(path), fileID })
}
