import type { Commits } from '../commits'
import type { Filter } from '../filter/ast'
import { EVERYTHING } from '../filter/ast'
import { parseFilter } from '../filter/parse'
import { parseWireDocument } from '../ejson'
import type { Evaluate } from '../filter/match'
import { DirectSession, type Session } from '../session'
import type { Sqlite } from '../sqlite'
import type { Storage } from '../storage'
import type { Tables } from '../tables'
import { TransactionSession } from '../transaction-session'
import { HeldByTransaction, type Transactions } from '../transactions'

/** The request's JSON body. */
export type Body = Record<string, unknown>
/** What goes beside `requestId` in the reply. */
export type Reply = { data?: unknown; transactionId?: string }
export type Action = (body: Body, on: Context) => Reply | Promise<Reply>

/** What the actions work on. */
export interface Context {
  db: Sqlite
  tables: Tables
  commits: Commits
  transactions: Transactions
  storage: Storage
  evaluate: Evaluate
  clock: () => number
  lockWaitMs: number
  invoke?: (name: string, data: unknown) => Promise<unknown>
}

/** The view that a reading request has: of its transaction, or of the database. */
export function readingSession(body: Body, on: Context): Session {
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
      const { result } = await on.commits.submit(() => {
        const session = new DirectSession(on.db, on.transactions)
        return { result: work(session), session }
      }, ({ session }) => on.transactions.committed(session.changes))
      return result
    } catch (error) {
      if (!(error instanceof HeldByTransaction)) throw error
      await error.released(deadline)
    }
  }
}

/** The request's `query`, everything when there is none. */
export function queryOf(body: Body, on: Context): Filter {
  return body.query === undefined ? EVERYTHING : parseFilter(parseWireDocument(body.query, on.clock()))
}
