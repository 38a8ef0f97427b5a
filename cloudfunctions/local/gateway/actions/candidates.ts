import type { Collection } from '../disk/collection'
import type { DocumentId } from '../disk/documents'
import { evaluateIn } from '../aggregate/expression'
import type { Filter } from '../filter/ast'
import { matcher } from '../filter/match'
import { isLight } from '../readers/light'
import { Row } from '../query/select'
import type { Session } from '../door/session'
import type { Body } from './body'
import { workOf, type Context } from './context'
import { pointRead } from './read'

/** The documents that a write is for, as they stand when it is its turn. */
export type Candidates = (session: Session) => Row[]

/** How many are looked up ahead for a write of one, in case others change the first meanwhile. */
const SPARE = 100

/**
 * Finds what a write is for, one or all. Where that means looking at many documents it is done beside, and
 * what was found is tested again when the write has its turn: as in MongoDB, a document that begins to match
 * only in between is left alone.
 */
export async function candidates(body: Body, on: Context, collection: Collection, filter: Filter, multi: boolean): Promise<Candidates> {
  const limit = multi ? Infinity : 1
  const id = pointRead(filter)
  if (id !== undefined) return (session) => rowsOf(session, collection, [id])
  const work = () => workOf(on)
  if (body.transactionId !== undefined || !on.readers || isLight(on.db, collection, { filter, order: [], skip: 0, limit })) {
    return (session) => session.select(collection, { filter, order: [], skip: 0, limit, work: work() })
  }
  const { data } = await on.readers.run(
    { action: 'matchingIds', collectionName: body.collectionName, query: body.query, ...(!multi && { limit: SPARE }) },
    on.clock(),
  )
  return (session) => {
    const match = matcher(filter, evaluateIn(work()))
    const rows = rowsOf(session, collection, data as DocumentId[]).filter((row) => match(row.document))
    return multi ? rows : rows.slice(0, 1)
  }
}

const rowsOf = (session: Session, collection: Collection, ids: DocumentId[]): Row[] =>
  ids
    .map((id) => session.read(collection, id))
    .filter((text) => text !== undefined)
    .map((text) => new Row(text))
