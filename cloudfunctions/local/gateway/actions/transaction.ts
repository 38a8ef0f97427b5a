import { DirectSession } from '../door/session'
import { applyTransaction } from '../disk/transaction-session'
import type { Action } from './context'

export const startTransaction: Action = (_body, on) => ({ transactionId: on.transactions.start() })

/** Writes all that the transaction held in memory with one SQLite commit; if that fails, nothing of it remains. */
export const commitTransaction: Action = async (body, on) => {
  const transaction = on.transactions.get(body.transactionId)
  transaction.committing = true
  try {
    await on.commits.submit(
      () => {
        const session = new DirectSession(on.db, on.transactions, transaction)
        applyTransaction(transaction, on.tables, session)
        return session
      },
      (session) => on.transactions.committed(session.changes),
    )
  } finally {
    on.transactions.drop(transaction)
  }
  return {}
}

export const abortTransaction: Action = (body, on) => {
  on.transactions.drop(on.transactions.get(body.transactionId))
  return {}
}
