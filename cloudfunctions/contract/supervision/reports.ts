import * as z from 'zod'
import { sealedLengths } from '#domain/sealing/sizes'
import { reportOutcomes, reportStates } from '#domain/work/reports'
import { base64, wrappedKey } from '../report/actions'
import { day } from '../call/dates'

/** The discipline office's side of anonymous reports. What is in them is opened in its browser; the server hands over what is sealed. */

const id = z.string().min(1).max(80)
const sealedAnswer = base64.length(sealedLengths.answer)

const reportRow = z.object({
  id,
  /** Days, never times. */
  receivedOn: day,
  state: z.enum(reportStates),
  /** Set by the officer who opened it. */
  category: z.string().optional(),
  /** Until when the next step is due; absent once closed. */
  dueOn: day.optional(),
  /** True when that day is over. */
  late: z.boolean(),
  outcome: z.enum(reportOutcomes).optional(),
  closedOn: day.optional(),
  /** Day on which it is destroyed. */
  destroyOn: day.optional(),
  caseNo: z.string().optional(),
  /** Messages of the reporter since the office's last word. */
  unanswered: z.int(),
  /** Who of the office says that it is no report; it takes a second one. */
  spamSaidBy: z.string().optional(),
})

const reportMessageRow = z.object({
  id,
  side: z.enum(['reporter', 'office']),
  day,
  /** For the reporter's messages: the content key, wrapped for each recipient. */
  keys: z.array(wrappedKey),
  sealed: z.string(),
  /** Parts that have arrived, of the parts that were announced. */
  parts: z.int(),
  announced: z.int(),
})

/** Of an office, what is not destroyed. `closed` and `spam`: of this year. */
const figures = z.object({
  unopened: z.int(),
  late: z.int(),
  inHand: z.int(),
  closed: z.int(),
  outcomes: z.array(z.object({ outcome: z.enum(reportOutcomes), count: z.int() })),
  spam: z.int(),
})

const file = z.object({ row: reportRow, messages: z.array(reportMessageRow) })

export const reportDesk = {
  /**
   * Reports of the caller's own office, 50 a page; `open`: neither closed nor spam, by the day until which something is due;
   * otherwise the newest day first. `next` is the cursor for the following page. The figures are of all of them.
   */
  reports: {
    input: z.object({ open: z.boolean(), after: z.string().max(100).optional() }),
    output: z.object({ office: z.object({ id, name: z.string() }), rows: z.array(reportRow), next: z.string().optional(), figures }),
  },
  reportFile: { input: z.object({ id }), output: file },
  /** The five parts of one photo. */
  reportPhoto: { input: z.object({ id, message: id, first: z.int().min(0).max(10) }), output: z.object({ parts: z.array(z.string()) }) },
  /** Opened and read: its kind sets the day until which it must be answered. `answer` tells the reporter. */
  acceptReport: { input: z.object({ id, category: z.string().max(40), answer: sealedAnswer }), output: file },
  answerReport: { input: z.object({ id, answer: sealedAnswer }), output: file },
  /** Becomes a case of the office's own, under its number. */
  transferReport: {
    input: z.object({ id, caseNo: z.string().trim().min(2, { error: '请写案件编号。' }).max(40), answer: sealedAnswer }),
    output: file,
  },
  /**
   * To another office, e.g. the next level: the content keys of all the reporter's messages, wrapped for it. It leaves this
   * office's inbox.
   */
  passReport: {
    input: z.object({
      id,
      office: z.string().max(40),
      keys: z.array(z.object({ message: id, keys: z.array(wrappedKey).length(2) })).min(1),
      answer: sealedAnswer,
    }),
    output: z.object({ passed: z.literal(true) }),
  },
  closeReport: { input: z.object({ id, outcome: z.enum(reportOutcomes), answer: sealedAnswer }), output: file },
  /**
   * No report at all. Said by one officer it is only noted; when a second one says so too it is spam, counted, and destroyed
   * with the next days' tidying; until then it can be taken back by accepting it.
   */
  spamReport: { input: z.object({ id }), output: file },
}

export type ReportRow = z.output<typeof reportRow>
export type ReportMessageRow = z.output<typeof reportMessageRow>
export type ReportDeskFigures = z.output<typeof figures>
export type ReportFile = z.output<typeof file>
