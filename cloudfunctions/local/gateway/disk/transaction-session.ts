import { evaluateIn } from '../aggregate/expression'
import type { Collection } from './collection'
import type { DocumentId } from './documents'
import { parseStored } from '../door/ejson'
import { duplicateWrite, transactionConflict, GatewayError } from '../door/errors'
import { matcher } from '../filter/match'
import { indexRows, rowName, type Index } from './indexes'
import { Row, select, type Selection } from '../query/select'
import type { DirectSession, Session } from '../door/session'
import { sortRows } from '../query/sort'
import type { Sqlite } from './sqlite'
import type { Tables } from './tables'
import type { Pending, Transaction, Transactions } from './transactions'
import type { Document } from '../query/values'

/** Reads the snapshot plus the transaction's own writes; writes stay in memory until `commitInto`. */
export class TransactionSession implements Session {
  constructor(
    private readonly db: Sqlite,
    private readonly transactions: Transactions,
    private readonly transaction: Transaction,
  ) {}

  read(collection: Collection, id: DocumentId): string | undefined {
    const own = this.transaction.writes.get(collection.name)
    if (own?.has(id)) return own.get(id)?.text
    const version = this.transactions.history.versionAt(this.snapshot, collection.name, id)
    return version ? version.before : collection.read(id)
  }

  select(collection: Collection, selection: Selection): Row[] {
    const differing = new Set([
      ...this.transactions.history.changedIds(this.snapshot, collection.name),
      ...(this.transaction.writes.get(collection.name)?.keys() ?? []),
    ])
    if (differing.size === 0) return select(this.db, collection, selection)
    const { filter, order, skip, limit, work } = selection
    const match = matcher(filter, evaluateIn(work))
    const same = select(this.db, collection, { filter, order: [], skip: 0, limit: Infinity, work }).filter(
      (row) => !differing.has(row.document._id as DocumentId),
    )
    const changed = [...differing]
      .map((id) => this.read(collection, id))
      .filter((text) => text !== undefined)
      .map((text) => new Row(text))
    const rows = [...same, ...changed.filter((row) => match(row.document))]
    return sortRows(rows, (row) => row.document, order).slice(skip, skip + limit)
  }

  insert(collection: Collection, id: DocumentId, text: string, document: Document): void {
    if (this.read(collection, id) !== undefined) throw duplicateWrite('_id_', JSON.stringify(id))
    this.write(collection, id, text, document)
  }

  replace(collection: Collection, id: DocumentId, text: string, document: Document): void {
    this.write(collection, id, text, document)
  }

  remove(collection: Collection, id: DocumentId): void {
    this.transactions.assertUncontested(this.transaction, collection.name, id)
    this.pending(collection).set(id, undefined)
  }

  private get snapshot(): number {
    return this.transactions.snapshotOf(this.transaction)
  }

  private write(collection: Collection, id: DocumentId, text: string, document: Document): void {
    this.transactions.assertUncontested(this.transaction, collection.name, id)
    this.assertUnique(collection, id, document)
    this.pending(collection).set(id, new Row(text))
  }

  private pending(collection: Collection): Map<DocumentId, Pending> {
    const found = this.transaction.writes.get(collection.name)
    if (found) return found
    const fresh = new Map<DocumentId, Pending>()
    this.transaction.writes.set(collection.name, fresh)
    return fresh
  }

  /** A unique key must be free both in the database, as far as this transaction left it there, and among its own writes. */
  private assertUnique(collection: Collection, id: DocumentId, document: Document): void {
    const pending = this.pending(collection)
    for (const index of collection.indexes.filter((each) => each.unique)) {
      for (const row of indexRows(index, document)) {
        const stored = collection.holders(index, row).some((holder) => holder !== id && !pending.has(holder))
        if (stored || this.takenByOwn(index, rowName(row), id, pending)) throw duplicateWrite(index.name, rowName(row))
      }
    }
  }

  /** Notes that `id` takes a key; true if another document of this transaction still holds it. */
  private takenByOwn(index: Index, key: string, id: DocumentId, pending: Map<DocumentId, Pending>): boolean {
    const name = index.physical + key
    const owner = this.transaction.keys.get(name)
    const holding = owner === undefined || owner === id ? undefined : pending.get(owner)
    if (holding && indexRows(index, holding.document).some((row) => rowName(row) === key)) return true
    this.transaction.keys.set(name, id)
    return false
  }
}

/**
 * Writes all of a transaction through a plain session, inside one SQLite transaction. A key that somebody
 * else took since is a conflict, so that `runTransaction` starts over and then meets the duplicate itself.
 */
export function applyTransaction(transaction: Transaction, tables: Tables, session: DirectSession): void {
  try {
    for (const [name, documents] of transaction.writes) {
      const collection = tables.get(name)
      // What gives a unique key away goes first, so that the key may pass to another document, in a circle too.
      for (const id of givers(collection, documents)) session.remove(collection, id, collection.read(id) as string)
      for (const [id, pending] of documents) applyOne(collection, id, pending, session)
    }
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'DATABASE_DUPLICATE_WRITE') throw transactionConflict()
    throw error
  }
}

/** The stored documents that are removed, and those whose unique key another document of the transaction takes over. */
function givers(collection: Collection, documents: Map<DocumentId, Pending>): DocumentId[] {
  const unique = collection.indexes.filter((index) => index.unique)
  const keysOf = (document: Document) => unique.flatMap((index) => indexRows(index, document).map((row) => index.physical + rowName(row)))
  const takers = new Map(
    [...documents].flatMap(([id, pending]) => (pending ? keysOf(pending.document).map((key) => [key, id] as const) : [])),
  )
  return [...documents.keys()].filter((id) => {
    const before = collection.read(id)
    if (before === undefined) return false
    return (
      documents.get(id) === undefined || (unique.length > 0 && keysOf(parseStored(before)).some((key) => (takers.get(key) ?? id) !== id))
    )
  })
}

function applyOne(collection: Collection, id: DocumentId, pending: Pending, session: DirectSession): void {
  const before = collection.read(id)
  if (!pending) return
  if (before === undefined) session.insert(collection, id, pending.text, pending.document)
  else session.replace(collection, id, pending.text, pending.document, before)
}
