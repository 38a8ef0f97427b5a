import { typedLine } from '../text/typed'

/** 一 to 九十九, as they stand before 期 or 号. */
const numerals = /[一二三四五六七八九十]{1,3}/
const marks = /[\s"'“”‘’《》〈〉「」『』()[\]{}【】〔〕〖〗]+/g
const counted = new RegExp(`第?(${numerals.source}|\\d+)(?=[期号批])`, 'g')

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const [, tens, ten, ones] = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? []
  const digit = (numeral: string | undefined, blank: number) => (numeral === undefined ? blank : '一二三四五六七八九'.indexOf(numeral) + 1)
  if (ten === undefined) return text.length === 1 ? digit(text, 0) : undefined
  return digit(tens, 1) * 10 + digit(ones, 0)
}

/**
 * A scheme's name without what only writes it otherwise: width of characters, blanks, brackets, quotes, 第一期 and 一期 for 1期. Two names are
 * one scheme's where these are equal, and never by likeness. Between two numbers a mark stays, that 2（1期） is not 21期.
 */
export function schemeNameKey(name: string): string {
  return typedLine(name)
    .toUpperCase()
    .replace(counted, (all, text: string) => `${numberOf(text) ?? all}`)
    .replace(marks, (found, at: number, all: string) =>
      /\d/.test(all[at - 1] ?? '') && /\d/.test(all[at + found.length] ?? '') ? '|' : '',
    )
}

/**
 * Registered schemes whose name is another's with a place before it that is not theirs to leave out: somebody has to say whether they are
 * one. Keys of both.
 */
export const isNameBeyond = (one: string, other: string): boolean =>
  one !== other &&
  ((one.endsWith(other) && isPlace(one.slice(0, -other.length))) || (other.endsWith(one) && isPlace(other.slice(0, -one.length))))

const isPlace = (text: string): boolean => /[县市区镇乡村社街道]$/.test(text)
