import * as z from 'zod'
import type { Fen } from '#domain/money/money'

/** An amount in 分 as it crosses the wire. */
export const fen = z.int() as unknown as z.ZodType<Fen, number>
