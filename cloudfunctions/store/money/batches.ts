import type { StaffRole } from '#domain/access/staff'
import type { Fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import type { AnyBatchAct, BatchState } from '#domain/work/batches'
import type { AnyLineAct, LineState } from '#domain/work/batch-lines'
import { collection, index, unique } from '../db/collection'
import { digested, indexed, sealed } from '../db/keyed'

/** What a batch is drafted from: what rules say is due, a plan that a department sent, or lines that came back. */
export type BatchSource = { from: 'entitlements' } | { from: 'plan'; importId: string } | { from: 'returned' }

/** Lines and money, in 分, that go to the bank: fixed when the batch is frozen, and exceeding either is an error. */
export interface ControlTotals {
  lines: number
  fen: Fen
}

/** A batch 批次: money that goes to the bank once. */
export interface Batch {
  _id: string
  /** As people call it: 2026-10 民政局 第1批. */
  name: string
  state: BatchState
  open: boolean
  source: BatchSource
  /** Who pays. */
  agencyId: string
  /** Of the pack's banks, whose file it is written as. */
  bankId: string
  programmes: string[]
  month: Month
  /** The day on which the money reached the county: the clock on every yuan starts here. Null while nobody has said. */
  fundedOn: Day | null
  /** While it is no more than drafted: what stands in it now; from approval on what was approved. */
  totals: ControlTotals
  /** Lines flagged by checks that nobody has decided about. */
  undecided: number
  /** What of its source stands in other batches, by their names. */
  overlap: ControlTotals & { batches: string[] }
  /** How the source differs from the batch: since the drafting before while it is a draft, since it was frozen afterwards. */
  differs: { added: number; gone: number; changed: number; fen: Fen }
  /** How often it was drafted. */
  round: number
  since: Day
  draftedBy: string
  submittedBy: string | null
  approvedBy: string | null
  approvedOn: Day | null
  /** 县财政局的工作人员, 县财政局的一把手: the posts of the two. */
  drafter: string
  approver: string | null
  resetAskedBy: string | null
  handedOn: Day | null
  /** The bank's file as it was made last: the job that made it, and the SM3 of its bytes. */
  file: (ControlTotals & { jobId: string; fileName: string; pieces: number; digest: string }) | null
  /** SM3 of the file that was handed to the bank. */
  fileDigest: string | null
  closedOn: Day | null
  /** How many events there are. */
  turn: number
}
export const batches = collection<Batch>('batches', [
  index('open', 'agencyId', '-month'),
  index('agencyId', '-month', '_id'),
  index('month', 'state'),
  index('source.importId'),
])

/** A doubt about a line that a check has found. Codes are the detectors' and checks' own. */
interface LineFlag {
  code: string
  /** A sentence without anybody's numbers. */
  why: string
}

/** One line of a batch: somebody's money, on its way once. Amounts in 分. */
export interface BatchLine {
  _id: string
  digest: string
  batchId: string
  /** Who pays it. */
  agencyId: string
  /** Its number in the batch, from 1, in the order of its source. */
  n: number
  /** Its number in the bank's file, from 1; null until it is frozen, and where it does not go to the bank. */
  serial: number | null
  /** The drafting that laid it down, and the one that saw it last. */
  firstRound: number
  round: number
  /** The plan row that it pays; null for one drafted from entitlements until the batch is approved. */
  paymentId: string | null
  /** What stands for itself once: a plan row, or a claim, is never in two batches that live. */
  key: string
  claim: string
  personId: string
  householdId: string | null
  townCode: string
  villageCode: string
  forWhom: string | null
  programme: string
  period: string
  month: Month
  amountFen: Fen
  accountName: string
  cardSealed: string
  cardIndex: string
  state: LineState
  since: Day
  flags: LineFlag[]
  /** What a person decided about its flags; null while nobody has. */
  decided: 'pay' | 'hold' | 'leaveOut' | null
  reissueOf: string | null
  reissuedAs: string | null
  /** What the bank says came, and what was taken back of it. */
  creditedFen: Fen
  recoveredFen: Fen
  receiptIds: string[]
  /** The bank's words where it did not come. */
  bankWords: string | null
  /** True when a person wrote down what the bank said, on paper: receipts do not go over it in silence. */
  settled: boolean
  /** Who asked for another account, to give it up, began to take it back: the other decides. */
  mendAskedBy: string | null
  giveUpAskedBy: string | null
  recoverAskedBy: string | null
  /** The account that is proposed or agreed, as `MendedAccount` in JSON. */
  mendSealed: string | null
  turn: number
}
export const batchLines = collection<BatchLine>(
  'batch_lines',
  [
    unique('key'),
    index('batchId', 'n'),
    index('batchId', 'state', 'n'),
    index('batchId', 'cardIndex'),
    index('batchId', 'serial'),
    index('paymentId'),
    index('claim'),
    index('householdId', '-month'),
    index('personId', 'month'),
    index('month', 'programme', 'townCode'),
    index('state', 'agencyId'),
    index('reissueOf'),
    index('month', 'householdId', 'personId'),
  ],
  {
    digest: digested(),
    cardSealed: sealed(),
    cardIndex: indexed('card', ({ cardSealed }, open) => open(cardSealed)),
    mendSealed: sealed(),
  },
)

/** Another account for somebody's money. */
export interface MendedAccount {
  accountName: string
  card: string
}

/** What a batch and its source do not have in common. Amounts in 分; null where one of the two has none. */
export interface BatchDifference {
  _id: string
  digest: string
  batchId: string
  kind: 'added' | 'gone' | 'changed' | 'overlap'
  personId: string
  householdId: string | null
  townCode: string
  programme: string
  period: string
  beforeFen: Fen | null
  afterFen: Fen | null
  account: boolean
  /** Of an overlap: the name of the batch in which it stands. */
  elsewhere: string | null
  /** The drafting that found it, or the day on which the source was looked at. */
  round: string
}
export const batchDifferences = collection<BatchDifference>(
  'batch_differences',
  [index('batchId', 'kind', '_id'), index('householdId'), index('personId')],
  { digest: digested() },
)

/** Who did it: an officer by name and post; nobody where it followed by itself. */
export type MoneyBy = { as: 'staff'; staffId: string; name: string; role: StaffRole; agencyId: string; agency: string } | { as: 'itself' }

/** What people did with a batch or one of its lines, each once and for good. What the bank said stands in its receipts. */
export interface BatchEvent {
  _id: string
  batchId: string
  lineId: string | null
  /** Counted per batch, or per line. */
  n: number
  at: string
  act: AnyBatchAct | AnyLineAct | 'open' | 'redraft' | 'fund'
  from: BatchState | LineState | null
  to: BatchState | LineState
  by: MoneyBy
  /** Of money taken back: how much. */
  amountFen: Fen | null
  /** A reason, evidence, a new account: as JSON. */
  wordsSealed: string | null
}
export const batchEvents = collection<BatchEvent>('batch_events', [index('batchId', 'at'), index('lineId', 'n')], { wordsSealed: sealed() })
