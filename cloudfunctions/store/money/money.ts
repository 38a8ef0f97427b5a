import type { Fen } from '#domain/money/money'
import type { ReceiptState } from '#domain/money/bank-results'
import type { Day, Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'
import { digested, indexed, sealed } from '../db/keyed'
import type { SaidAt } from '../intake/said-at'

/** One row of a disbursement plan: what is due. What the bank did is a receipt of its own. Amounts in 分. */
export interface Payment extends SaidAt {
  _id: string
  digest: string
  personId: string
  /** Null while the person is on no register. */
  householdId: string | null
  /** Masked where it goes to the person; the household's own money has none. */
  forWhom: string | null
  programme: string
  /** The month whose plan it stands in. */
  month: Month
  period: string
  dueFen: Fen
  /** What earlier versions of its plan said: the bank may have answered to that. */
  formerFen?: Fen[]
  accountName: string
  cardSealed: string
  cardIndex: string
  /** Banks answer in the plan's order, which tells equal amounts on one card apart. */
  row?: number
  /** The row whose money came back and is sent again by this one. */
  reissueOf?: string
  /** The day on which its batch was handed to the bank: nothing that the bank said before answers it. */
  handedOn?: Day
  /** Its plan has it no more, and it had been approved to go to the bank: the row stays for what the bank says of it. */
  gone?: true
  importId: string
  importedAt: string
}
export const payments = collection<Payment>(
  'payments',
  [
    index('householdId', '-month'),
    index('personId', 'month'),
    index('month', 'cardIndex'),
    index('month', 'householdId', 'personId'),
    index('importId', 'month'),
    index('importId', 'row', '_id'),
    index('reissueOf'),
  ],
  {
    digest: digested(),
    cardSealed: sealed(),
    cardIndex: indexed('card', ({ cardSealed }, open) => open(cardSealed)),
  },
)

/** One line of a bank receipt. */
export interface Receipt extends SaidAt {
  _id: string
  digest: string
  /** Null when no plan row has this card and amount. */
  paymentId: string | null
  householdId: string | null
  month: Month
  /** Sealed card number, for the next key version's index; absent in receipts taken in before there was a second version. */
  cardSealed?: string
  cardIndex: string
  amountFen: Fen
  state: ReceiptState
  code: string
  text: string
  postedOn: Day | null
  /** The day of its batch, where the line has none of its own: what came later counts. */
  day?: Day
  /** The month that the line itself names. */
  stated?: Month
  /** Its number in the file that the bank was given, where the bank repeats it. */
  serial?: number
  importId: string
  importedAt: string
}
export const receipts = collection<Receipt>(
  'receipts',
  [index('householdId', '-month'), index('paymentId'), index('month', 'cardIndex'), index('importId', 'cardIndex')],
  {
    digest: digested(),
    cardSealed: sealed(),
    cardIndex: indexed('card', ({ cardSealed }, open) => (cardSealed ? open(cardSealed) : undefined)),
  },
)

/** A year's dividend of a pooled scheme 抱团增收. Amounts in 分. */
export interface Dividend extends SaidAt {
  _id: string
  digest: string
  personId: string
  householdId: string | null
  /** As the list writes it, and the id that follows from it: other spellings of a name have the same. */
  scheme: string
  schemeId: string
  year: number
  principalFen: Fen
  dividendFen: Fen
  importId: string
  importedAt: string
}
export const dividends = collection<Dividend>(
  'dividends',
  [index('householdId', '-year'), index('personId', 'year'), index('schemeId', '_id')],
  {
    digest: digested(),
  },
)
