import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { County } from '#domain/county/county'
import { county as countySchema } from '#contract/county/county'
import { withCommonHeadings } from './headings'
import { commonLikeness } from './likeness'
import { withCommonPrecedence } from './precedence'
import { sayIssue } from './say-issue'

/** A pack that cannot be used. The message is for the person who wrote it: file, place, reason, what to do. */
class CountyPackError extends Error {
  override name = 'CountyPackError'
}

/** The file that holds each part; `county.json` holds code, name and host. */
const files = {
  towns: 'divisions.json',
  agencies: 'agencies.json',
  categories: 'categories.json',
  programmes: 'programmes.json',
  banks: 'banks.json',
  lines: 'lines.json',
  incomes: 'incomes.json',
  norms: 'norms.json',
  causes: 'causes.json',
  measures: 'measures.json',
  purposes: 'purposes.json',
  cases: 'cases.json',
  schemes: 'schemes.json',
  visits: 'visits.json',
  texts: 'texts.json',
  privacy: 'privacy.json',
  reports: 'reports.json',
  columns: 'columns.json',
  precedence: 'precedence.json',
  likeness: 'likeness.json',
} as const

/** Files that a pack may do without. */
const optional: readonly string[] = ['columns.json', 'precedence.json', 'likeness.json']

/**
 * Reads and checks the county pack in `folder`, e.g. `config/counties/wencheng`, and joins what counties have in common: headings,
 * whose word goes first, what two people are compared with.
 * @throws CountyPackError naming every file and place that must be mended, in Chinese.
 */
export function loadCounty(folder: string): County {
  if (!existsSync(folder)) throw new CountyPackError(unknownCounty(folder))
  const faults: string[] = []
  const read = (file: string): unknown => readJson(join(folder, file), faults)

  const head = read('county.json')
  const parts = Object.entries(files)
    .filter(([, file]) => !optional.includes(file) || existsSync(join(folder, file)))
    .map(([part, file]) => [part, read(file)])
  const articleFiles = articlesIn(folder)
  const articles = articleFiles.map(read)
  if (faults.length > 0) throw broken(folder, faults)

  const pack = { likeness: commonLikeness, ...(head as object), ...Object.fromEntries(parts), articles }
  const result = countySchema.safeParse(pack, { error: sayIssue })
  if (result.success) {
    const { columns, precedence } = result.data
    const joined = { ...columns, headings: withCommonHeadings(columns.headings) }
    return { ...result.data, columns: joined, precedence: withCommonPrecedence(precedence) }
  }
  throw broken(
    folder,
    result.error.issues.map(({ path, message }) => `${place(folder, path, articleFiles)}：${message}`),
  )
}

/** The folder of a county by its name (`--county NAME`), among the packs in `counties`. */
export function countyFolder(name: string, counties = 'config/counties'): string {
  const folder = join(counties, name)
  if (name === '' || basename(folder) !== name || !existsSync(join(folder, 'county.json'))) throw new CountyPackError(unknownCounty(folder))
  return folder
}

function unknownCounty(folder: string): string {
  const parent = dirname(folder)
  const known = existsSync(parent)
    ? readdirSync(parent)
        .filter((name) => existsSync(join(parent, name, 'county.json')))
        .sort()
    : []
  const choice = known.length > 0 ? `现有：${known.join('、')}。请从中选一个` : `${shown(parent)} 里还没有县资料包。请先放进一个`
  return `没有叫“${basename(folder)}”的县资料包。${choice}后重新启动。`
}

function articlesIn(folder: string): string[] {
  const articles = join(folder, 'articles')
  if (!existsSync(articles)) return []
  return readdirSync(articles)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `articles/${name}`)
}

function readJson(file: string, faults: string[]): unknown {
  if (!existsSync(file)) {
    faults.push(`${shown(file)}：缺少这个文件。请补上后重新启动。`)
    return undefined
  }
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    faults.push(`${shown(file)}：不是完整的 JSON${lineOf(String(error), text)}。请检查逗号、引号和括号后重新启动。`)
    return undefined
  }
}

/** `，第 12 行附近`, where the parser says a position; otherwise the last line, where an unfinished file ends. */
function lineOf(error: string, text: string): string {
  const position = /position (\d+)/.exec(error)?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return `，第 ${before.split('\n').length} 行附近`
}

/** `config/counties/x/programmes.json 的 [3].name` */
function place(folder: string, path: PropertyKey[], articleFiles: string[]): string {
  const [part, ...rest] = path
  if (part === 'articles' && typeof rest[0] === 'number') return at(join(folder, articleFiles[rest[0]] ?? 'articles'), rest.slice(1))
  if (part === 'articles') return at(join(folder, 'articles'), rest)
  const file = files[part as keyof typeof files]
  return file ? at(join(folder, file), rest) : at(join(folder, 'county.json'), path)
}

function at(file: string, path: PropertyKey[]): string {
  const steps = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
  return steps === '' ? shown(file) : `${shown(file)} 的 ${steps}`
}

const shown = (file: string): string => {
  const fromHere = relative(process.cwd(), file)
  return fromHere.startsWith('..') ? file : fromHere
}

const broken = (folder: string, faults: string[]): CountyPackError =>
  new CountyPackError([`县资料包 ${shown(folder)} 用不了，有 ${faults.length} 处要改：`, ...faults.map((fault) => `  ${fault}`)].join('\n'))
