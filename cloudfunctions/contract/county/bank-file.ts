import * as z from 'zod'
import { text } from './words'

/** How a bank wants the file of a batch. */

const field = z
  .strictObject({
    what: z.enum(['serial', 'card', 'account-name', 'amount', 'programme', 'period', 'count', 'total', 'date', 'month', 'batch', 'text']),
    width: z.int().min(1).max(200).optional(),
    text: z.string().max(60).optional(),
  })
  .refine((one) => (one.what === 'text') === (one.text !== undefined), '只有 what 是 text 的一栏写 text，也一定要写')

export const bankFile = z
  .strictObject({
    encoding: z.enum(['gb18030', 'utf-8']),
    separator: z.string().max(1),
    lineEnd: z.enum(['\r\n', '\n']),
    unit: z.enum(['元', '分']),
    header: z.array(field).min(1).optional(),
    line: z.array(field).min(1),
    trailer: z.array(field).min(1).optional(),
    fileName: text,
    source: text,
    unverified: z.boolean().optional(),
  })
  .refine(
    ({ line }) => ['card', 'account-name', 'amount'].every((what) => line.some((one) => one.what === what)),
    '每一行至少要有卡号、户名、金额',
  )
  .refine(
    ({ separator, header = [], line, trailer = [] }) =>
      separator !== '' || [...header, ...line, ...trailer].every(({ width }) => width !== undefined),
    '没有分隔符的，每一栏都要写宽度',
  )
