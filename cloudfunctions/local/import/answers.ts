import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type * as z from 'zod'
import { intake } from '#contract/intake/actions'
import type { LookQuestion } from '#contract/intake/question'

/** What is said of how to read files: `direct` of intake takes it. */
type Direction = Omit<z.input<typeof intake.direct.input>, 'sha256'>

/** What was answered at the terminal: for every file that asks, and for some by name. */
export interface Answers {
  all: Direction
  byFile: Record<string, Direction>
}

/** The options of the command by which one answers. */
export const answerOptions = {
  as: { type: 'string' },
  month: { type: 'string' },
  unit: { type: 'string' },
  dates: { type: 'string' },
  agency: { type: 'string' },
  column: { type: 'string', multiple: true },
  answers: { type: 'string' },
} as const

/**
 * The answers in a command's options: `--column "到手=应发金额"` (the heading, and what it is; nothing behind = means that nobody needs
 * it), `--as payment-plan`, `--month 2026-10`, `--unit 元`, `--dates month-first`, `--agency finance`, and a file of them.
 * @throws Error with a sentence.
 */
export function answersIn(values: Record<string, string | boolean | string[] | undefined>): Answers {
  const written = [values.column ?? []].flat().map(String)
  const own = {
    ...(values.as !== undefined && { kind: values.as }),
    ...(values.month !== undefined && { month: values.month }),
    ...(values.unit !== undefined && { unit: values.unit }),
    ...(values.dates !== undefined && { dates: values.dates }),
    ...(values.agency !== undefined && { agencyId: values.agency }),
    ...(written.length > 0 && { columns: Object.fromEntries(written.map(splitAnswer)) }),
  }
  const { files = {}, ...rest } = typeof values.answers === 'string' ? readAnswers(values.answers) : {}
  return {
    all: directionOf({ ...rest, ...own, columns: { ...rest.columns, ...own.columns } }),
    byFile: Object.fromEntries(Object.entries(files).map(([name, one]) => [name, directionOf(one)])),
  }
}

interface Written extends Record<string, unknown> {
  columns?: Record<string, string | null>
  files?: Record<string, Written>
}

function readAnswers(path: string): Written {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Written
  } catch {
    throw new Error(
      `读不了 ${path}。请写成 {"columns": {"到手": "应发金额"}} 这样的 JSON；只给某个文件的，写在 {"files": {"文件名": {…}}} 里。`,
    )
  }
}

function splitAnswer(written: string): [string, string | null] {
  const at = written.indexOf('=')
  if (at <= 0) throw new Error(`--column 请写成 "表头=是什么"，例如 --column "到手=应发金额"；不用的列，等号后面空着。收到的是：${written}`)
  return [written.slice(0, at).trim(), written.slice(at + 1).trim() || null]
}

function directionOf({ columns = {}, files: _, ...said }: Written): Direction {
  const direction = { ...said, columns: Object.entries(columns).map(([heading, key]) => ({ heading, key })) }
  const read = intake.direct.input.omit({ sha256: true }).safeParse(direction)
  if (read.success) return read.data
  throw new Error(
    `回答里有看不懂的：${read.error.issues.map(({ path }) => path.join('.')).join('、')}。可以写 kind（--as）、month、unit、dates、agencyId（--agency）、columns（--column）。`,
  )
}

/** What was answered for a file, if anything. */
export function answersFor({ all, byFile }: Answers, path: string): Direction | undefined {
  const own = byFile[basename(path)]
  const both = { ...all, ...own, columns: [...(all.columns ?? []), ...(own?.columns ?? [])] }
  return Object.keys(both).length > 1 || both.columns.length > 0 ? both : undefined
}

/** What is asked of several files, each once: files headed alike ask the same. With how to answer at the terminal. */
export function sayQuestions(questions: LookQuestion[]): string[] {
  const once = new Map(questions.map((one) => [`${one.id.replace(/^column\/.*\//, '')}/${one.headings ?? one.words}`, one]))
  return [...once.values()].map(
    ({ words, choices, about, headings, column }) =>
      `${words}？\n      ${choices.map(({ label }) => label).join(' / ')}\n      回答：${option(about, headings?.split('|')[column ?? -1] ?? '表头', choices[0]?.value)}`,
  )
}

const option = (about: LookQuestion['about'], heading: string, value = ''): string =>
  ({
    column: `--column "${heading}=${value}"`,
    kind: `--as ${value}`,
    month: '--month 2026-10',
    unit: `--unit ${value}`,
    dates: `--dates ${value}`,
    agency: '--agency 单位代号',
  })[about]
