import * as z from 'zod'
import { id, text } from './words'

const days = z.int().min(1).max(3650)

/** Who takes anonymous reports, of what kinds and by when. */
export const reports = z.strictObject({
  offices: z.array(
    z.strictObject({
      id,
      agency: id,
      name: text,
      names: z.array(text),
      keys: z
        .array(
          z.strictObject({
            id: z.string().regex(/^[0-9a-f]{16}$/),
            name: text,
            publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
            demo: z.boolean().optional(),
          }),
        )
        .length(2),
    }),
  ),
  categories: z.array(z.strictObject({ id, label: text, hint: text, answerDays: days, office: id.optional() })),
  subjects: z.array(z.strictObject({ id, label: text, office: id })),
  openDays: days,
  keepDays: days,
  phone: z.string().regex(/^[\d-]{5,}$/),
  source: text,
  unverified: z.boolean().optional(),
})
