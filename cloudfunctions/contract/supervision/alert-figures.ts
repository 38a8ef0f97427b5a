import * as z from 'zod'
import { detectorNames } from '#domain/alerts/detectors/all'
import { alertWords } from '#domain/alerts/finding'
import { fen } from '../call/money'

/** Of a word, how many alerts are open, and how many of those late. */
export const wordCount = z.object({ word: z.enum(alertWords), open: z.int(), late: z.int() })

/** What became of the alerts that the reader sees. */
export const alertFigures = z.object({
  words: z.array(wordCount),
  /** By detector: what was raised and what became of it. `confirmed` of `confirmed + nothing + refused` is its precision. */
  detectors: z.array(
    z.object({
      detector: z.enum(detectorNames),
      name: z.string(),
      word: z.enum(alertWords),
      raised: z.int(),
      open: z.int(),
      confirmed: z.int(),
      nothing: z.int(),
      refused: z.int(),
      gone: z.int(),
      movedFen: fen,
    }),
  ),
  /** Raised this month in what the reader sees, and the most that the pack aims at for so many households. */
  month: z.object({ raised: z.int(), households: z.int(), aim: z.int() }),
})

export type AlertFigures = z.output<typeof alertFigures>
