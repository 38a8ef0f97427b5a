import * as z from 'zod'
import { batchActs, batchStates } from '#domain/work/batches'
import { lineStates } from '#domain/work/batch-lines'
import { day, month } from '../call/dates'
import { fen } from '../call/money'
import { by } from './batch-lines'
import { id, instant } from './words'

/** Batches 批次: money that goes to the bank once. Amounts in 分. */

const totals = z.object({ lines: z.int(), fen })

const batchRow = z.object({
  id,
  name: z.string(),
  state: z.enum(batchStates),
  month,
  agency: z.string(),
  agencyId: id,
  totals,
  undecided: z.int(),
  since: day,
  /** What is to be done next, by whom: 等县民政局的一把手或管理专员批准. */
  next: z.string(),
  /** Days since the money reached the county, while the batch is open. */
  daysHeld: z.int().optional(),
  closedOn: day.optional(),
})

/** Long work beside the batch. */
const work = z.object({
  what: z.enum(['draft', 'freeze', 'release', 'hand-over', 'answers', 'file']),
  name: z.string(),
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  done: z.int(),
  of: z.int().optional(),
  fault: z.string().optional(),
})

const source = z.object({
  from: z.enum(['entitlements', 'plan', 'returned']),
  importId: id.optional(),
  fileName: z.string().optional(),
  /** What the plan's file prints as its total; and where the batch comes to something else, why: a sentence for each cause. */
  printedFen: fen.optional(),
  apart: z.array(z.string()),
})

const batchFile = z.object({
  row: batchRow,
  source,
  bank: z.string(),
  programmes: z.array(z.object({ id, name: z.string(), lines: z.int(), fen })),
  fundedOn: day.optional(),
  /** 县财政局的工作人员: the posts of the two. */
  drafter: z.string(),
  approver: z.string().optional(),
  approvedOn: day.optional(),
  handedOn: day.optional(),
  /** SM3 of the file that was handed to the bank. */
  fileDigest: z.string().optional(),
  resetAsked: z.boolean(),
  /** How its lines stand: what was approved = the sum of all that were sent. */
  states: z.array(z.object({ state: z.enum(lineStates), name: z.string(), lines: z.int(), fen })),
  /** What must not be, in a sentence each: more credited than approved. */
  wrong: z.array(z.string()),
  /** Lines of its source that stand in another batch. */
  overlap: z.object({ lines: z.int(), fen, batches: z.array(z.string()) }),
  /** The source says otherwise than the batch: how many of each kind; `batchDifferences` lists them. */
  differences: z.object({ added: z.int(), gone: z.int(), changed: z.int(), fen }),
  work: z.array(work),
  file: z.object({ fileName: z.string(), pieces: z.int(), digest: z.string(), lines: z.int(), fen }).optional(),
  history: z.array(z.object({ at: instant, act: z.string(), name: z.string(), to: z.enum(batchStates), by, words: z.string().optional() })),
  /** `sample`: to draw who is called back, and to see what they say. */
  can: z.array(z.enum([...batchActs, 'redraft', 'fund', 'bankFile', 'decideLines', 'sample'])),
  /** Why the next act waits, where it does: 还有 3 行要人定. */
  waits: z.string().optional(),
})

const words = (hint: string) => z.string().trim().min(2, { error: hint }).max(500, { error: '最多写 500 个字，请再短一些。' })
const acted = (hint: string) => z.object({ id, words: words(hint) })
/** The count and total as whoever does it read them. */
const repeated = { lines: z.int(), fen }

export const batchDesk = {
  /**
   * The newest month first, 50 a page. `waiting`: those in which the next step is the caller's; `open`, `ended`: all that it sees.
   */
  batches: {
    input: z.object({
      view: z.enum(['waiting', 'open', 'ended']),
      state: z.enum(batchStates).optional(),
      month: month.optional(),
      agency: id.optional(),
      after: z.string().max(120).optional(),
    }),
    output: z.object({
      rows: z.array(batchRow),
      total: z.int(),
      next: z.string().optional(),
      /** Agencies whose batches the caller sees; `pays`: it may draft one. */
      agencies: z.array(z.object({ id, name: z.string(), pays: z.boolean() })),
      banks: z.array(z.object({ id, name: z.string() })),
    }),
  },
  batch: { input: z.object({ id }), output: batchFile },
  /** What a batch of a month could be drafted from. */
  batchSources: {
    input: z.object({ agencyId: id, month }),
    output: z.object({
      plans: z.array(z.object({ importId: id, fileName: z.string(), totals })),
      entitlements: totals,
      returned: totals,
      programmes: z.array(z.object({ id, name: z.string() })),
    }),
  },
  /** Begins one: the lines follow in a job (`batchProgress`). */
  draftBatch: {
    input: z.object({
      agencyId: id,
      month,
      from: z.enum(['entitlements', 'plan', 'returned']),
      /** `plan`: which. */
      importId: id.optional(),
      /** Of the agency's programmes these alone; all where none is given. */
      programmes: z.array(id).max(60).optional(),
      bankId: id,
      fundedOn: day.optional(),
    }),
    output: batchFile,
  },
  /** The same again from what its source says now; what differs is listed. */
  redraftBatch: { input: z.object({ id }), output: batchFile },
  /** Goes on with the long work for a while, and shows how far it is. */
  batchProgress: { input: z.object({ id }), output: batchFile },
  /** Before → after: of the newest drafting while it is a draft, of what its source says now afterwards; and what stands elsewhere. */
  batchDifferences: {
    input: z.object({ id, kind: z.enum(['added', 'gone', 'changed', 'overlap']).optional(), after: z.string().max(200).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['added', 'gone', 'changed', 'overlap']),
          who: z.string(),
          programme: z.string(),
          period: z.string(),
          beforeFen: fen.optional(),
          afterFen: fen.optional(),
          /** The account is another one, too. */
          account: z.boolean(),
          /** `overlap`: the name of the other batch. */
          batch: z.string().optional(),
        }),
      ),
      next: z.string().optional(),
    }),
  },
  /** The day on which the money reached the county. */
  fundBatch: { input: z.object({ id, fundedOn: day }), output: batchFile },
  /** Refused while somebody has to decide about lines, or the checks are not done. */
  submitBatch: { input: z.object({ ...acted('请写一句话：核对过什么。').shape, ...repeated }), output: batchFile },
  sendBackBatch: { input: acted('请写明哪里要改。'), output: batchFile },
  approveBatch: { input: z.object({ ...acted('请写一句复核的话。').shape, ...repeated }), output: batchFile },
  /**
   * What became known since it was approved was seen, and the money goes as it was approved. `lines`: how many were shown to wait
   * (`row.undecided`); `bad-input` when there are more or fewer by now.
   */
  confirmBatch: { input: z.object({ ...acted('请写明看过什么、为什么照发。').shape, lines: z.int() }), output: batchFile },
  askResetBatch: { input: acted('请写明为什么要解冻。'), output: batchFile },
  decideResetBatch: { input: z.object({ ...acted('请写明理由。').shape, act: z.enum(['reset', 'refuseReset']) }), output: batchFile },
  cancelBatch: { input: acted('请写明为什么作废。'), output: batchFile },
  /** The bank has its file: the count and total of the file, and the day. */
  handOverBatch: { input: z.object({ ...acted('请写明交给谁、怎么交的。').shape, ...repeated, on: day }), output: batchFile },
  closeBatch: { input: acted('请写一句办结的话。'), output: batchFile },
  /** Begins to make the bank's file. Needs `office.stepUp` within five minutes, a reason, and count and total as shown. */
  bankFile: { input: z.object({ ...acted('请写明这份文件交给谁。').shape, ...repeated }), output: batchFile },
  /** A part of it, for those who may make it. */
  bankFilePart: { input: z.object({ id, piece: z.int().min(0) }), output: z.object({ base64: z.string() }) },
}

export type BatchRow = z.output<typeof batchRow>
export type BatchFile = z.output<typeof batchFile>
export type BatchList = z.output<typeof batchDesk.batches.output>
export type BatchView = z.input<typeof batchDesk.batches.input>['view']
export type BatchDifference = z.output<typeof batchDesk.batchDifferences.output>['rows'][number]
