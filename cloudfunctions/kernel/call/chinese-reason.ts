import type * as z from 'zod'

/** Why an input was not taken. Our own messages are Chinese; zod's are for programmers and only say which field. */
export const chineseReason = ({ issues }: z.ZodError): string =>
  issues.find(({ code, message }) => code === 'custom' || /[\u4e00-\u9fff]/.test(message))?.message ??
  `“${issues[0]!.path.join('.') || '内容'}”没有填对，请检查后再试。`
