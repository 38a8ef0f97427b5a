import { typedLine } from '../text/typed'

/** What a cell with telephone numbers says. */
export interface PhonesRead {
  /** Each number once, digits only; a landline with its area code where it was written. */
  numbers: string[]
  /** Runs of digits that are no telephone number: one digit too many or too few, an identity number. */
  doubtful: string[]
}

/**
 * Numbers as people write them in China: 138 0013 8000, +86-138…, 0577-67861234, (0577)67861234, 400-800-1234. The surest first.
 * Source of the lengths: 工信部 电信网编号计划 (2017), mobile 11 digits from 1, area code 3–4 digits from 0, local number 7–8 from 2–8.
 */
const gap = '[ .·\\-‐-―]{0,3}'
const kinds = [
  new RegExp(
    `(?<!\\d)(?:\\+?(?:00)?86${gap})?(1(?:\\d{2}${gap}\\d{4}${gap}\\d{4}|\\d{3}${gap}\\d{3}${gap}\\d{4}|\\d{4}${gap}\\d{3}${gap}\\d{3}))(?!\\d)`,
    'g',
  ),
  new RegExp(`(?<!\\d)(?:\\+?(?:00)?86${gap})?\\(?(0\\d{2,3}\\)?${gap}[2-8]\\d{2,3}${gap}\\d{4})(?!\\d)`, 'g'),
  new RegExp(`(?<!\\d)([48]00${gap}\\d{3}${gap}\\d{4}|[48]00${gap}\\d{4}${gap}\\d{3})(?!\\d)`, 'g'),
  new RegExp(`(?<!\\d)([2-8]\\d{2,3}${gap}\\d{4})(?!\\d)`, 'g'),
]

/** Reads one cell or field: one number or several (`a/b`, `a、b`, `a（儿子）b（女儿）`), with words beside them. */
export function readPhones(text: string): PhonesRead {
  const found: { at: number; number: string }[] = []
  // One full stop or slash is kept for each number taken out, so that what stood beside it does not run together.
  const rest = kinds.reduce(
    (left, kind) =>
      left.replace(kind, (whole, number: string, at: number) => {
        found.push({ at, number: number.replace(/\D/g, '') })
        return '/'.repeat(whole.length)
      }),
    typedLine(text),
  )
  const numbers = [...new Set(found.sort((a, b) => a.at - b.at).map(({ number }) => number))]
  return { numbers, doubtful: (rest.match(/\d[\d .\-]*\d/g) ?? []).map((run) => run.replace(/\D/g, '')).filter((run) => run.length >= 5) }
}

const between = '/'

/** Several numbers of one person as they are kept in one sealed text. */
export const joinPhones = (numbers: readonly string[]): string => numbers.join(between)

/** The numbers that one sealed text keeps, the first to be called first. */
export const splitPhones = (kept: string): string[] => kept.split(between).filter(Boolean)
