import * as z from 'zod'
import { fileKinds } from '../intake/file-kinds'
import { text } from './words'

/** False for a `/pattern/` that is none: intake would stumble over it in the middle of a file. */
export function isHeading(written: string): boolean {
  const own = written.startsWith('/') ? written : written.slice(written.indexOf('>') + 1)
  if (!own.startsWith('/')) return own !== ''
  try {
    return own.length > 2 && own.endsWith('/') && new RegExp(own.slice(1, -1), 'i') instanceof RegExp
  } catch {
    return false
  }
}

const receiptColumn = z.enum(['serial', 'card', 'account_name', 'amount', 'result_code', 'result_text', 'posting_date', 'remark', '-'])

const heading = text.refine(isHeading, { error: '式样写得不对。两条斜线中间应是正则式，请改正后重新启动。' })

/** Optional in a pack: most counties' files are headed as those of others are. */
export const columns = z
  .strictObject({
    headings: z
      .record(
        z.string().refine((kind) => (fileKinds as readonly string[]).includes(kind), {
          error: `没有这一种部门文件。请改成 ${fileKinds.join('、')} 之一后重新启动。`,
        }),
        z.record(text, z.array(heading).min(1)),
      )
      .default({}),
    receiptLayouts: z
      .array(
        z.strictObject({
          bank: text,
          names: z.array(text).optional(),
          columns: z.array(receiptColumn).min(3),
          unit: z.enum(['分', '元']).optional(),
          source: text,
        }),
      )
      .default([]),
  })
  .default({ headings: {}, receiptLayouts: [] })
