import { typedLine } from '../text/typed'

/** What people put between the digits of a number, to read it more easily or so that nobody finds it: `160.1234.5678`, `(160)1234/5678`. */
const sign = '[ .·•|/\\\\()\\[\\]{}<>_~*\'"\\-‐-―−—]'
const gap = `${sign}{0,4}`

/** Groups of so many digits with signs between them or none, or every digit by itself: `1 6 0 1 2 …`. */
const grouped = (sizes: number[], last = '\\d'): string =>
  sizes.map((size, i) => (i === sizes.length - 1 ? `\\d{${size - 1}}${last}` : `\\d{${size}}`)).join(gap)
const oneByOne = (count: number, last = '\\d'): string => `(?:\\d${sign}{1,4}){${count - 1}}${last}`
const any = (...forms: string[]): string => `(?:${forms.join('|')})`

const checkDigit = '[\\dXx]'
/** Numbers of people, in one piece or in the groups they are usually written in; a longer run of digits is none of them. */
const kinds = (
  [
    [
      '身份证号',
      any(
        ...[
          [6, 8, 4],
          [6, 4, 2, 2, 4],
          [6, 4, 4, 4],
          [3, 3, 4, 4, 4],
        ].map((sizes) => grouped(sizes, checkDigit)),
        oneByOne(18, checkDigit),
        grouped([6, 6, 3]),
        grouped([6, 2, 2, 2, 3]),
      ),
      checkDigit,
    ],
    ['手机号', `(?:\\(?86${gap})?(?=1)${any(grouped([3, 4, 4]), grouped([4, 3, 4]), grouped([3, 3, 5]), oneByOne(11))}`, '\\d'],
    ['银行卡号', `\\d{4}(?:${gap}\\d{4}){3}(?:${gap}\\d{1,3})?|${any(oneByOne(16), oneByOne(19))}`, '\\d'],
  ] as const
).map(([what, form, after]) => [what, new RegExp(`(^|[^\\d])(${form})(?!${after})`, 'g')] as const)

/** A run of digits spelt out: 一三八〇… . Shorter ones are words. */
const spelt = /[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,}/g
const digitOf = (character: string): string => {
  const at = '〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖'.indexOf(character)
  return character === '幺' ? '1' : String(at % 10)
}

/** 手机号 16000000000 and the like: what must not stand where everybody can read it. */
export function personalNumbers(text: string): string[] {
  const found: string[] = []
  kinds.reduce(
    (rest, [what, pattern]) =>
      rest.replace(pattern, (_, before: string, number: string) => {
        found.push(`${what} ${number}`)
        return `${before}。`
      }),
    typedLine(text).replace(spelt, (run) => run.replace(/./g, digitOf)),
  )
  return found
}
