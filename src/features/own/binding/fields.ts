import { typedCode, typedDigits } from '#domain/text/typed'

/** The forms of what is typed for binding: the contract's rules, asked here before anything is sent. */

const cleaned = (text: string): string => typedCode(text).toUpperCase()

/** What is wrong with the two tails, in words, or nothing. */
export function tailsFault(idTail: string, phoneTail: string): string | undefined {
  if (!/^\d{5}[\dX]$/.test(cleaned(idTail))) return '身份证号的最后 6 位：5 个数字，最后一位是数字或 X。请看着身份证再填一遍。'
  return /^\d{4}$/.test(cleaned(phoneTail)) ? undefined : '手机号的最后 4 位是 4 个数字。请再填一遍。'
}

/** What is wrong with the six digits that a grid worker types, in words, or nothing. */
export const digitsFault = (text: string): string | undefined =>
  typedDigits(text).length === 6 ? undefined : '核对码是 6 位数字，请看着农户的手机再输一遍。'

/** What is wrong with a child's guardian, in words, or nothing. */
export function guardianFault(name: string, relation: string): string | undefined {
  if (name.trim() === '') return '请写监护人的姓名。'
  return relation.trim() === '' ? '请写监护人是孩子的什么人，例如：母亲。' : undefined
}

/** 482913 → 482, 913. */
export const inThrees = (digits: string): string[] => digits.match(/.{1,3}/g) ?? []

/** How long something is still good, `ms` milliseconds: 还有 9 分钟. Nothing once it is over. */
export function sayLeft(ms: number): string | undefined {
  if (ms <= 0) return undefined
  const minutes = Math.floor(ms / 60_000)
  return minutes === 0 ? '还有不到 1 分钟' : `还有 ${minutes} 分钟`
}
