import { typedDigits } from '#domain/text/typed'

/** What is wrong with a dynamic code as typed, in words, or nothing. */
export const totpFault = (typed: string): string | undefined =>
  typedDigits(typed).length === 6 ? undefined : '动态码是手机验证器上的 6 位数字，请看着手机再填一遍。'
