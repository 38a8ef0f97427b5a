import * as z from 'zod'
import { sealedLengths } from '#domain/sealing/sizes'
import { levelOf } from '#domain/sealing/work'
import { day } from '../call/dates'

/**
 * Anonymous reports: everything is sealed on the phone. Nothing here says who asks; replies of one action are all of one shape and size.
 * Asked over HTTP only, without any session.
 */

export const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)
const messageId = z.string().regex(/^[0-9a-f]{32}$/)
const mailbox = z.string().regex(/^[0-9a-f]{64}$/)
/** The day on the phone, and the work done for this action, day and message or mailbox (domain/sealing/work). */
const work = z.object({
  day,
  done: z
    .string()
    .regex(/^[0-9a-f]+$/)
    .refine((done) => levelOf(done) !== undefined),
})
const kept = z.object({ kept: z.literal(true) })

export const wrappedKey = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), wrapped: base64.length(sealedLengths.key) })
const message = z.object({
  id: messageId,
  mailbox,
  keys: z.array(wrappedKey).length(2),
  sealed: base64.length(sealedLengths.message),
  /** How many parts its photos have; they come before it. */
  parts: z
    .int()
    .min(0)
    .max(15)
    .refine((count) => count % 5 === 0, { error: '照片没有送整齐，请关掉后重新打开再送。' }),
  work,
})

/** Answers to a page of the mailbox; a slot without one is filled with what looks the same. */
export const answersAPage = 4

export const report = {
  /** One part of a photo of a message that follows. The same part again is no harm. */
  part: {
    input: z.object({ message: messageId, index: z.int().min(0).max(14), sealed: base64.length(sealedLengths.part), work }),
    output: kept,
  },
  /** The first message: opens the mailbox at the office. The same one again is no harm. */
  submit: { input: message.extend({ office: z.string().max(40), note: base64.length(sealedLengths.note) }), output: kept },
  /** A further message. To a mailbox that is not there it goes nowhere, with the same reply. */
  follow: { input: message, output: kept },
  /** Note and answers of a mailbox, newest first. One that is not there, or was destroyed, has a note and answers that open with no key. */
  open: {
    input: z.object({ mailbox, page: z.int().min(0).max(24), work }),
    output: z.object({
      note: base64.length(sealedLengths.note),
      answers: z.array(base64.length(sealedLengths.answer)).length(answersAPage),
    }),
  },
}

export type ReportPart = z.input<typeof report.part.input>
export type ReportSubmission = z.input<typeof report.submit.input>
export type ReportFollowUp = z.input<typeof report.follow.input>
export type Mailbox = z.output<typeof report.open.output>
