import { startRig, type Rig, type Transaction } from './gateway'
import { on as index } from './table'

export const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
}
export const GONE = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message:
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
}

/** Two accounts, `a` with 100 fen and `b` with 50, in a cloud whose clock only `pass` moves. */
export interface Bank {
  rig: Rig
  begin(): Promise<Transaction>
  accounts(): ReturnType<Rig['db']['collection']>
  inside(tx: Transaction, id: string): Promise<{ fen: number } & Record<string, unknown>>
  outside(id: string): Promise<{ fen: number } & Record<string, unknown>>
  /** Lets time pass (ms). */
  pass(ms: number): void
}

export const on = (tx: Transaction) => tx.collection('accounts')

export async function openBank(): Promise<Bank> {
  let now = 1_700_000_000_000
  const rig = await startRig({
    clock: () => now,
    lockWaitMs: 300,
    collections: [{ name: 'accounts', indexes: [index('card', ['card'], { unique: true }), index('owner', ['owner'])] }],
  })
  const accounts = () => rig.db.collection('accounts')
  await rig.db.createCollection('accounts')
  await accounts().add([
    { _id: 'a', fen: 100, card: 'c-a', owner: 'x' },
    { _id: 'b', fen: 50, card: 'c-b', owner: 'x' },
  ])
  return {
    rig,
    accounts,
    begin: () => rig.db.startTransaction(),
    inside: async (tx, id) => (await on(tx).doc(id).get()).data,
    outside: async (id) => (await accounts().doc(id).get()).data[0],
    pass: (ms) => void (now += ms),
  }
}
