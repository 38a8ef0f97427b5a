import * as z from 'zod'

/** What the parts of a county pack are written in. */

export const text = z.string().trim().min(1)
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
