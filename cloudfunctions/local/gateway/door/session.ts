import type { Collection } from '../disk/collection'
import type { DocumentId } from '../disk/documents'
import type { Filter } from '../filter/ast'
import { count, select, type Row, type Selection } from '../query/select'
import type { Sqlite } from '../disk/sqlite'
import type { Change } from '../disk/history'
import type { Transaction, Transactions } from '../disk/transactions'
import type { Document } from '../query/values'
import type { Work } from '../query/work'

/** What an action sees of the data, whether inside a transaction or not. */
export interface Session {
  read(collection: Collection, id: DocumentId): string | undefined
  select(collection: Collection, selection: Selection): Row[]
  insert(collection: Collection, id: DocumentId, text: string, document: Document): void
  replace(collection: Collection, id: DocumentId, text: string, document: Document, before: string): void
  remove(collection: Collection, id: DocumentId, before: string): void
}

/** Reads and writes the database itself, for requests without a transaction. Writing needs a SQLite transaction. */
export class DirectSession implements Session {
  readonly changes: Change[] = []

  constructor(
    private readonly db: Sqlite,
    private readonly transactions: Transactions,
    private readonly onBehalfOf?: Transaction,
  ) {}

  read(collection: Collection, id: DocumentId): string | undefined {
    return collection.read(id)
  }

  select(collection: Collection, selection: Selection): Row[] {
    return select(this.db, collection, selection)
  }

  count(collection: Collection, filter: Filter, work: Work): number {
    return count(this.db, collection, filter, work)
  }

  insert(collection: Collection, id: DocumentId, text: string, document: Document): void {
    this.noteChange(collection, id, undefined)
    collection.insert(id, text, document)
  }

  replace(collection: Collection, id: DocumentId, text: string, document: Document, before: string): void {
    this.noteChange(collection, id, before)
    collection.replace(id, text, document)
  }

  remove(collection: Collection, id: DocumentId, before: string): void {
    this.noteChange(collection, id, before)
    collection.remove(id)
  }

  private noteChange(collection: Collection, id: DocumentId, before: string | undefined): void {
    this.transactions.assertFree(collection.name, id, this.onBehalfOf)
    this.changes.push({ collection: collection.name, id, before })
  }
}
