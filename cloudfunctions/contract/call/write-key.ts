import * as z from 'zod'

/**
 * Made by the phone for one thing that somebody sends, and sent again with every try: of an answer that was lost, or a button
 * that was pressed twice, comes no second one. The same key with other words is another thing. Phones without secure
 * randomness, and older ones, send none.
 */
export const writeKey = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .optional()
