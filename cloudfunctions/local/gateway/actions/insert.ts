import type { Collection } from '../disk/collection'
import { checkFieldNames, checkId, newId, type DocumentId } from '../disk/documents'
import { parseWireDocument, stringify } from '../door/ejson'
import { badParam } from '../door/errors'
import type { Session } from '../door/session'
import type { Document } from '../query/values'
import { writing, type Action } from './context'

/** `add(document)` and `add([documents])`: all of them or, if one is refused, none. */
export const insertDocument: Action = async (body, on) => {
  const collection = on.tables.get(body.collectionName)
  if (!Array.isArray(body.data) || body.data.length === 0) throw badParam('data must be a nonempty array of documents')
  const now = on.clock()
  const documents = body.data.map((text) => prepare(parseWireDocument(text, now)))
  const insertedIds = await writing(body, on, (session) =>
    documents.map(({ id, text, document }) => insert(session, collection, id, text, document)),
  )
  return { data: { insertedIds } }
}

interface Prepared {
  id: DocumentId
  text: string
  document: Document
}

/** A document as it will be stored: with an `_id`, which stands where the client put it. */
function prepare(source: Document): Prepared {
  checkFieldNames(source)
  const document = source._id === undefined ? { ...source, _id: newId() } : source
  const id = checkId(document._id)
  return { id, text: stringify(document), document }
}

function insert(session: Session, collection: Collection, id: DocumentId, text: string, document: Document): DocumentId {
  session.insert(collection, id, text, document)
  return id
}
