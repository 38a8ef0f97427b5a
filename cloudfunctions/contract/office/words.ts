import * as z from 'zod'

/** What the office's parts of the contract have in common. */

export const instant = z.iso.datetime()
export const id = z.string().min(1).max(80)
export const area = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, { error: '地方要写 6 位县码、9 位乡镇码或 12 位村码。' })
export const name = z.string().trim().min(1, { error: '请写姓名。' }).max(40)
export const left = z.object({ left: z.literal(true) })
/** A one-time code, and until when it is good. */
export const invited = z.object({ code: z.string(), until: instant })
