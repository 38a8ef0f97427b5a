import * as z from 'zod'
import type { Day, Month } from '#domain/time/dates'
import { periodForm, type Period } from '#domain/time/list-periods'

/** A day as it crosses the wire: whatever text a form holds may be sent, what passes here is a `Day`. */
export const day = z.iso.date() as unknown as z.ZodType<Day, string>

/** A month as it crosses the wire. */
export const month = z.string().regex(/^\d{4}-\d{2}$/) as unknown as z.ZodType<Month, string>

/** A quarter, a term, a year … as it crosses the wire. */
export const period = z.string().regex(periodForm) as unknown as z.ZodType<Period, string>
