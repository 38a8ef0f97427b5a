import type { Commits } from '../disk/commits'
import type { Filter } from '../filter/ast'
import { EVERYTHING } from '../filter/ast'
import { parseFilter } from '../filter/parse'
import { parseWireDocument } from '../door/ejson'
import { DirectSession, type Session } from '../door/session'
import type { Sqlite } from '../disk/sqlite'
import type { Storage } from '../disk/storage'
import type { Catalogue, Tables } from '../disk/tables'
import { TransactionSession } from '../disk/transaction-session'
import { newWork, type Work } from '../query/work'
import type { Readers } from '../readers/readers'
import type { Body, Reply } from './body'
import { HeldByTransaction, type Transactions } from '../disk/transactions'

export type Action = (body: Body, on: Context) => Reply | Promise<Reply>
/** An action that changes nothing, which can be done in a thread beside. */
export type ReadAction = (body: Body, on: ReadContext) => Reply | Promise<Reply>

/** What reading actions work on. */
export interface ReadContext {
  db: Sqlite
  tables: Catalogue
  transactions: Transactions
  clock: () => number
  /** How long one request may compute (ms). */
  limitMs: number
  /** Threads for what takes long; without them it is done here. */
  readers?: Readers
}

/** What all actions work on. */
export interface Context extends ReadContext {
  tables: Tables
  commits: Commits
  storage: Storage
  lockWaitMs: number
  invoke?: (name: string, data: unknown) => Promise<unknown>
}

/** The view that a reading request has: of its transaction, or of the database. */
export function readingSession(body: Body, on: ReadContext): Session {
  if (body.transactionId === undefined) return new DirectSession(on.db, on.transactions)
  return new TransactionSession(on.db, on.transactions, on.transactions.get(body.transactionId))
}

/** Runs a write in its transaction's memory, or on disk with the next commit. */
export function writing<T>(body: Body, on: Context, work: (session: Session) => T): T | Promise<T> {
  if (body.transactionId === undefined) return writeDirectly(on, work)
  const transaction = on.transactions.get(body.transactionId)
  try {
    return work(new TransactionSession(on.db, on.transactions, transaction))
  } catch (error) {
    // As in MongoDB, a failed write ends its transaction; half of it must not be committed.
    on.transactions.drop(transaction)
    throw error
  }
}

/** A document held by an open transaction is waited for, at most `lockWaitMs`; then it counts as a conflict. */
async function writeDirectly<T>(on: Context, work: (session: Session) => T): Promise<T> {
  const deadline = performance.now() + on.lockWaitMs
  for (;;) {
    try {
      const { result } = await on.commits.submit(
        () => {
          const session = new DirectSession(on.db, on.transactions)
          return { result: work(session), session }
        },
        ({ session }) => on.transactions.committed(session.changes),
      )
      return result
    } catch (error) {
      if (!(error instanceof HeldByTransaction)) throw error
      await error.released(deadline)
    }
  }
}

/** What must be computed in the thread that writes, though there are others, may hold it no longer than this (ms). */
const HERE_MS = 2000

/** What a request may cost from now on. */
export const workOf = (on: ReadContext): Work => newWork(on.clock(), on.readers ? Math.min(on.limitMs, HERE_MS) : on.limitMs)

/** The request's `query`, everything when there is none. */
export function queryOf(body: Body, on: ReadContext): Filter {
  return body.query === undefined ? EVERYTHING : parseFilter(parseWireDocument(body.query, on.clock()))
}
