import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const dist = resolve(__dirname, '../../../dist')

export interface OutputFile {
  path: string
  bytes: number
  text: string
}

const read = new Map<string, OutputFile[]>()

/** Every file of one build, as people and programmes would read it: `\u6f14` is 演. Read once in a test file. */
export function filesOf(build: string): OutputFile[] {
  const files = read.get(build) ?? readFiles(build)
  read.set(build, files)
  return files
}

function readFiles(build: string): OutputFile[] {
  const folder = join(dist, build)
  if (!existsSync(folder)) throw new Error(`没有 dist/${build}：先运行 npm run build。`)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file), bytes: statSync(file).size, text: unescaped(readFileSync(file, 'utf8')) }))
}

export const jsonOf = <Shape>(build: string, path: string): Shape => JSON.parse(readFileSync(join(dist, build, path), 'utf8')) as Shape

const unescaped = (text: string): string => text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** Where something stands in a build: `file: the text around it`, so that a failure shows what to remove. */
export const findings = (build: string, pattern: RegExp): string[] =>
  filesOf(build).flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(
      (match) => `${path}: ${text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40)}`,
    ),
  )

interface AppJson {
  pages: string[]
  subPackages?: { root: string }[]
}

/** Bytes of the main package: every file that lies in no subpackage. */
export function mainPackageBytes(build: string): number {
  const roots = (jsonOf<AppJson>(build, 'app.json').subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  return filesOf(build)
    .filter(({ path }) => !roots.some((root) => path.startsWith(root)))
    .reduce((sum, { bytes }) => sum + bytes, 0)
}
