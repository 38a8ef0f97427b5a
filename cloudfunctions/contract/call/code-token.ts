import * as z from 'zod'
import { readCodeToken } from '#domain/access/code-token'

/** A household code as typed or scanned, brought to its one form. */
export const codeToken = z.string().transform((text, context) => {
  const read = readCodeToken(text)
  if (!read) context.addIssue({ code: 'custom', message: '这不是一个小康码' })
  return read ?? z.NEVER
})
