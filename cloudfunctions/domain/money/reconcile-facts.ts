import type { BatchState } from '../work/batches'
import type { LineState } from '../work/batch-lines'
import type { Day, Month } from '../time/dates'
import type { ReceiptState } from './bank-results'
import type { OutstandingReason, SurplusReason } from './claims'
import type { Fen } from './money'
import type { Said } from './said'

/** What reconciliation is told of one due, from every record that says something of it. Amounts in 分. */
export interface ClaimFacts {
  /** What rules say is due; nothing where no rule does: then what a plan orders is due. */
  entitlement?: { _id: string; dueFen: Fen; month: Month } | undefined
  rows: readonly PlannedFacts[]
  lines: readonly LineFacts[]
  receipts: readonly ReceiptFacts[]
  confirmations: readonly SaidFacts[]
  /** Those whom its rows pay, by the id that is kept where two entries are one person. */
  people: ReadonlyMap<string, PersonFacts>
  /** Only whoever is on the register gets it, and there is a register of that time. */
  needsRegister: boolean
}

/** A row of a plan, as its newest version says it. */
export interface PlannedFacts {
  _id: string
  personId: string
  month: Month
  period: string
  dueFen: Fen
  /** The day of its plan. */
  on: Day | null
  /** The bank has answered the file that it stands in: one that it says nothing of has no answer to wait for. */
  answered: boolean
  /** Its plan has it no more, and it had been approved: nothing is due for it, and what the bank does with it counts. */
  gone?: true
}

/** A line of a batch that lives. */
export interface LineFacts {
  _id: string
  paymentId: string | null
  personId: string
  month: Month
  amountFen: Fen
  state: LineState
  since: Day
  creditedFen: Fen
  recoveredFen: Fen
  /** A person wrote down what the bank said, on paper: receipts do not go over it. */
  settled: boolean
  batch: { state: BatchState; fundedOn: Day | null; handedOn: Day | null }
}

export interface ReceiptFacts {
  _id: string
  paymentId: string
  amountFen: Fen
  state: ReceiptState
  on: Day | null
}

/** What the farmer says of a row. `answered`: whom it was put to has given an answer. */
export interface SaidFacts {
  _id: string
  paymentId: string
  said: Said
  /** Counted per row. */
  n: number
  answered: boolean
}

/** `exits`: when they left the register. */
export interface PersonFacts {
  diedOn?: Day | Month | undefined
  onRegister: boolean
  exits: readonly (Day | Month)[]
}

export interface MoneyRecord {
  kind: 'entitlement' | 'payment' | 'batch-line' | 'receipt' | 'confirmation'
  id: string
}

/** Money of one kind, since when it stands like that (null where nobody can say), and what it rests on. */
export interface MoneyPart<Reason extends string> {
  reason: Reason
  fen: Fen
  since: Day | null
  records: MoneyRecord[]
}

/** One due as the ledger has it. Always: due = credited + all outstanding, and paid − recovered = credited + all surplus. */
export interface Reconciled {
  dueFen: Fen
  creditedFen: Fen
  paidFen: Fen
  recoveredFen: Fen
  outstanding: MoneyPart<OutstandingReason>[]
  surplus: MoneyPart<SurplusReason>[]
  /** The farmer says otherwise than the bank, and nobody has answered. */
  disputed: boolean
  /** When the money reached the county, and when the last of it reached the farmer. */
  fundedOn: Day | null
  creditedOn: Day | null
  /** Since when money for it lies with the county: it was funded, or ordered. Null where all has come, or nobody can say. */
  lyingSince: Day | null
}
