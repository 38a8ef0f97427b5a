import { randomUUID } from 'node:crypto'
import type { DocumentId } from './documents'
import { transactionConflict, transactionMissing } from '../door/errors'
import { History, type Change } from './history'
import type { Row } from '../query/select'

/** An uncommitted document, `undefined` if the transaction removed it. */
export type Pending = Row | undefined

export interface Transaction {
  id: string
  startedAt: number
  /** Sequence of the last commit it sees; set by its first operation, as on CloudBase. */
  snapshot: number | undefined
  /** What it wrote, by collection and document. These documents are locked until it ends. */
  writes: Map<string, Map<DocumentId, Pending>>
  /** The unique keys that it took, and for which document; an entry may be out of date. */
  keys: Map<string, DocumentId>
  /** Handed over to be written: nothing can be added, and it no longer expires. */
  committing: boolean
  ended: Promise<void>
  end: () => void
}

/** Thrown by a plain write that meets a document held by an open transaction. */
export class HeldByTransaction extends Error {
  constructor(private readonly ended: Promise<void>) {
    super('the document is held by an open transaction')
  }

  /** Waits for the transaction to end; past the deadline (`performance.now()`) it is a conflict. */
  async released(deadline: number): Promise<void> {
    const left = deadline - performance.now()
    if (left <= 0) throw transactionConflict()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, left)
    })
    await Promise.race([this.ended, late])
    clearTimeout(timer)
  }
}

/** MongoDB's and CloudBase's limit. */
const LIFE_MS = 30_000

/**
 * Open transactions. Their writes stay in memory until commit; what others commit meanwhile is
 * remembered in `history`, so that each keeps seeing the database as it was at its first operation.
 */
export class Transactions {
  readonly history = new History()
  private readonly open = new Map<string, Transaction>()

  constructor(private readonly clock: () => number) {}

  start(): string {
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const transaction: Transaction = {
      id: randomUUID(),
      startedAt: this.clock(),
      snapshot: undefined,
      writes: new Map(),
      keys: new Map(),
      committing: false,
      ended,
      end,
    }
    this.open.set(transaction.id, transaction)
    return transaction.id
  }

  /** The open transaction, or CloudBase's error for one that is finished, unknown or older than 30 s. */
  get(id: unknown): Transaction {
    this.expire()
    const transaction = typeof id === 'string' ? this.open.get(id) : undefined
    if (!transaction || transaction.committing) throw transactionMissing()
    return transaction
  }

  /** The commit that the transaction reads at. */
  snapshotOf(transaction: Transaction): number {
    return (transaction.snapshot ??= this.history.sequence)
  }

  /** Forgets a transaction and lets go of its documents. */
  drop(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    this.history.forget(this.oldestSnapshot())
    transaction.end()
  }

  /** To be called with every commit that reached the disk. */
  committed(changes: Change[]): void {
    this.history.record(changes, this.oldestSnapshot() !== undefined)
  }

  /** Drops transactions that outlived their 30 seconds. */
  expire(): void {
    const now = this.clock()
    for (const transaction of this.open.values())
      if (!transaction.committing && now - transaction.startedAt > LIFE_MS) this.drop(transaction)
  }

  /** Refuses a plain write to a document that a transaction has written. */
  assertFree(collection: string, id: DocumentId, except?: Transaction): void {
    const holder = this.holder(collection, id)
    if (holder && holder !== except) throw new HeldByTransaction(holder.ended)
  }

  /** Refuses a transaction's write that another has forestalled, committed or not. */
  assertUncontested(transaction: Transaction, collection: string, id: DocumentId): void {
    const holder = this.holder(collection, id)
    if (holder && holder !== transaction) throw transactionConflict()
    if (this.history.changedSince(this.snapshotOf(transaction), collection, id)) throw transactionConflict()
  }

  private holder(collection: string, id: DocumentId): Transaction | undefined {
    if (this.open.size === 0) return undefined
    this.expire()
    for (const transaction of this.open.values()) if (transaction.writes.get(collection)?.has(id)) return transaction
    return undefined
  }

  private oldestSnapshot(): number | undefined {
    let oldest: number | undefined
    for (const { snapshot } of this.open.values())
      if (snapshot !== undefined && (oldest === undefined || snapshot < oldest)) oldest = snapshot
    return oldest
  }
}
