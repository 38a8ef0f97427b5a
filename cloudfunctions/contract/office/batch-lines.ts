import * as z from 'zod'
import { staffRoles } from '#domain/access/staff'
import { lineActs, lineStates } from '#domain/work/batch-lines'
import { typedCode } from '#domain/text/typed'
import { day } from '../call/dates'
import { fen } from '../call/money'
import { id, instant } from './words'

/** Lines of a batch: somebody's money, on its way once. Names are masked; of cards the last four digits. Amounts in 分. */

const lineRow = z.object({
  id,
  /** Its number in the batch; `serial`: in the bank's file, once that is fixed. */
  n: z.int(),
  serial: z.int().optional(),
  who: z.string(),
  place: z.string(),
  programme: z.string(),
  period: z.string(),
  amountFen: fen,
  account: z.string(),
  card: z.string(),
  state: z.enum(lineStates),
  since: day,
  flags: z.array(z.object({ code: z.string(), name: z.string(), why: z.string() })),
  decided: z.enum(['pay', 'hold', 'leaveOut']).optional(),
  creditedFen: fen,
  recoveredFen: fen,
  bankWords: z.string().optional(),
  /** What this caller may do with it now. */
  can: z.array(z.enum(lineActs)),
})

export const by = z.object({
  as: z.enum(['staff', 'itself']),
  name: z.string().optional(),
  role: z.enum(staffRoles).optional(),
  agency: z.string().optional(),
})

const lineFile = z.object({
  row: lineRow,
  batch: z.object({ id, name: z.string(), handedOn: day.optional() }),
  /** Where the amount comes from: the plan's file, sheet, row; a rule's sentence. */
  from: z.object({ file: z.string().optional(), sheet: z.string().optional(), row: z.int().optional(), why: z.string().optional() }),
  /** What the bank said, in the order of its days. */
  receipts: z.array(
    z.object({ on: day.optional(), amountFen: fen, says: z.string(), file: z.string(), row: z.int().optional(), credited: z.boolean() }),
  ),
  /** What the farmer said of it, in the order of it: 本人说没收到. */
  said: z.array(z.object({ on: day, words: z.string() })),
  /** The line that it sends again, and the one by which it was sent again. */
  reissueOf: z.object({ id, batch: z.string() }).optional(),
  reissuedAs: z.object({ id, batch: z.string() }).optional(),
  /** The account that is proposed, while a second person has not decided. */
  mend: z.object({ account: z.string(), card: z.string(), evidence: z.string(), by: z.string() }).optional(),
  history: z.array(
    z.object({
      at: instant,
      act: z.string(),
      name: z.string(),
      to: z.enum(lineStates),
      by,
      words: z.string().optional(),
      amountFen: fen.optional(),
    }),
  ),
})

const words = (hint: string) => z.string().trim().min(2, { error: hint }).max(500, { error: '最多写 500 个字，请再短一些。' })
const acted = (hint: string) => z.object({ lineId: id, words: words(hint) })

export const batchLineDesk = {
  /** 50 a page, by their number. `undecided`: flagged, nobody has decided yet; `open`: not at an end, or contradicted. On record. */
  batchLines: {
    input: z.object({
      id,
      view: z.enum(['all', 'flagged', 'undecided', 'open']),
      state: z.enum(lineStates).optional(),
      flag: z.string().max(40).optional(),
      town: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      after: z.int().min(0).optional(),
    }),
    output: z.object({
      rows: z.array(lineRow),
      total: z.int(),
      totalFen: fen,
      next: z.int().optional(),
      /** Of the whole batch: how many by doubt, undecided ones apart; and by state. */
      flags: z.array(z.object({ code: z.string(), name: z.string(), lines: z.int(), undecided: z.int() })),
      states: z.array(z.object({ state: z.enum(lineStates), lines: z.int(), fen })),
      /** Where the people of its lines live, in the pack's order. */
      towns: z.array(z.object({ id, name: z.string(), lines: z.int() })),
    }),
  },
  /** One line's whole way. */
  batchLine: { input: z.object({ lineId: id }), output: lineFile },
  /**
   * A person's word about lines of a draft: these, or all that `flag` stands on and nobody has decided about. `count` is the number that
   * was shown; `bad-input` when there are more or fewer by now, and nothing is decided.
   */
  decideLines: {
    input: z.object({
      id,
      lineIds: z.array(id).min(1).max(200).optional(),
      flag: z.string().max(40).optional(),
      count: z.int().min(1),
      act: z.enum(['pay', 'hold', 'leaveOut']),
      words: words('请写明为什么照发、先不发或者不发。'),
    }),
    output: z.object({ decided: z.int(), undecided: z.int() }),
  },
  /** What the bank said in another way than a receipt; the words say which paper. */
  settleLine: {
    input: z.object({
      ...acted('请写明银行的哪一份单子、哪一天。').shape,
      said: z.enum(['credit', 'refuse', 'return']),
      /** Of what came: how much. */
      amountFen: fen.optional(),
    }),
    output: lineFile,
  },
  mendLine: {
    input: z.object({
      ...acted('请写明凭什么改：看过哪张卡、哪份材料。').shape,
      accountName: z.string().trim().min(1, { error: '请写新账户的户名。' }).max(60),
      card: z
        .string()
        .transform(typedCode)
        .pipe(z.string().regex(/^\d{12,22}$/, { error: '卡号是 12 到 22 位数字，请再核对。' })),
    }),
    output: lineFile,
  },
  decideMend: { input: z.object({ ...acted('请写明怎么核的。').shape, act: z.enum(['agreeMend', 'refuseMend']) }), output: lineFile },
  /** The first who says so asks, the second agrees. */
  giveUpLine: { input: z.object({ ...acted('请写明为什么不再发。').shape, act: z.enum(['askGiveUp', 'giveUp']) }), output: lineFile },
  recoverLine: { input: acted('请写明为什么要追回、向谁追。'), output: lineFile },
  /** Part of it, or all: what is back in all is never more than came. */
  tookBackLine: { input: z.object({ ...acted('请写明凭哪一份单子。').shape, amountFen: fen }), output: lineFile },
  unrecoverableLine: { input: acted('请写明追过几次、为什么追不回来。'), output: lineFile },
}

export type BatchLineRow = z.output<typeof lineRow>
export type BatchLineFile = z.output<typeof lineFile>
export type BatchLineList = z.output<typeof batchLineDesk.batchLines.output>
