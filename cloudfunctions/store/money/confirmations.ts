import type { Fen } from '#domain/money/money'
import type { Said, Sayer } from '#domain/money/said'
import type { Month } from '#domain/time/dates'
import { collection, index, type Db } from '../db/collection'
import { find } from '../db/read'
import { inTransaction, type Transaction } from '../db/transaction'
import { writeAsked, type AskedAnew } from '../work/requests'

/**
 * 收到了 / 没收到 / 数目不对: what the farmer, or a relative, says of one plan row, or told whoever asked them. The newest word holds; the
 * others stay.
 */
export interface Confirmation {
  /** By row and turn: of two who say the first thing at once, one does. */
  _id: string
  paymentId: string
  /** Counted per row, from 0. */
  n: number
  claim: string
  personId: string
  householdId: string | null
  programme: string
  month: Month
  said: Said
  /** What came, where the amount was another, in 分. */
  cameFen: Fen | null
  by: Sayer
  /** The request that a dispute became. */
  requestId: string | null
  at: string
}
export const confirmations = collection<Confirmation>('confirmations', [
  index('paymentId', '-n'),
  index('householdId', '-at'),
  index('personId', '-at'),
  index('month', 'said'),
])

/** The newest word of a row; nothing where nobody has said any. */
export const newestWord = async (db: Db, paymentId: string): Promise<Confirmation | undefined> =>
  (await find(db, confirmations, { paymentId }, { order: [['n', 'desc']], limit: 1 }))[0]

/** A word with the request that it becomes, and the end of the open one that it takes back. */
export interface NewWord extends AskedAnew {
  word: Confirmation
}

/** Keeps a word, all or nothing. False where somebody has said something of that row meanwhile. */
export const keepWord = (db: Db, word: NewWord): Promise<boolean> => inTransaction(db, (transaction) => writeWord(transaction, word))

/** The same within what else is written with it. */
export async function writeWord(transaction: Transaction, { word, ...asked }: NewWord): Promise<boolean> {
  if (await transaction.get(confirmations, word._id)) return false
  await transaction.add(confirmations, word)
  await writeAsked(transaction, asked)
  return true
}
