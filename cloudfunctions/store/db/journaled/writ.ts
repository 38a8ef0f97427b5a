import type { Db } from '../collection'
import type { Document } from '../rehearsal/matching'
import type { TurnsById } from './turns-by-id'

/** A document as it was before a write and will be after it; null: not there. */
export interface Writ {
  of: string
  _id: string
  before: Document | null
  after: Document | null
}

/** A collection whose writes are told. */
export interface Where {
  db: Pick<Db, 'collection'>
  name: string
  turns: TurnsById
  /** A document as it is now. */
  there(id: string): Promise<Document | null>
  keep(writs: Writ[]): Promise<void>
}
