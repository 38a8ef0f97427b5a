import type { Collection } from '../disk/collection'
import { checkFieldNames, checkId, newId, type DocumentId } from '../disk/documents'
import { parseStored, parseWireDocument, stringify } from '../door/ejson'
import { badRequest } from '../door/errors'
import type { Filter } from '../filter/ast'
import type { Row } from '../query/select'
import type { Session } from '../door/session'
import { equalityFields } from '../update/upsert'
import { positionFor } from '../update/position'
import { parseUpdate } from '../update/update'
import type { Document } from '../query/values'
import { candidates } from './candidates'
import type { Body } from './body'
import { queryOf, writing, type Action, type Context } from './context'

/** `doc().set()`, `doc().update()` and `where().update()`. As on CloudBase, `updated` counts the documents that matched, changed or not. */
export const modifyDocument: Action = async (body, on) => {
  const request = readRequest(body, on)
  const find = await candidates(body, on, request.collection, request.filter, body.multi === true)
  const data = await writing(body, on, (session) => {
    const rows = find(session)
    if (rows.length === 0 && body.upsert === true) return { updated: 0, upsert_id: upsert(session, request) }
    for (const row of rows) change(session, request, row)
    return { updated: rows.length, upsert_id: null }
  })
  return { data }
}

/** `where().updateAndReturn()`: the first document that matches, as it is afterwards. */
export const modifyAndReturnDoc: Action = async (body, on) => {
  const request = readRequest({ ...body, merge: true }, on)
  const find = await candidates(body, on, request.collection, request.filter, false)
  const data = await writing(body, on, (session) => {
    const [row] = find(session)
    if (!row) return { updated: 0, doc: null }
    return { updated: 1, doc: change(session, request, row) }
  })
  return { data }
}

interface Request {
  collection: Collection
  filter: Filter
  /** The document as it becomes; may change the one it is given. */
  edit(document: Document, inserting: boolean): Document
}

function readRequest(body: Body, on: Context): Request {
  const collection = on.tables.get(body.collectionName)
  const filter = queryOf(body, on)
  const data = parseWireDocument(body.data, on.clock())
  if (body.merge !== true) {
    checkFieldNames(data)
    return { collection, filter, edit: (document) => ({ ...data, _id: data._id ?? (document._id as DocumentId) }) }
  }
  const context = { now: on.clock(), position: positionFor(filter) }
  const apply = parseUpdate(data, { ...context, inserting: false })
  const applyNew = parseUpdate(data, { ...context, inserting: true })
  return {
    collection,
    filter,
    edit(document, inserting) {
      if (inserting) applyNew(document)
      else apply(document)
      return document
    },
  }
}

/** Writes the changed document and returns its text; nothing is written when nothing changed. */
function change(session: Session, { collection, edit }: Request, row: Row): string {
  const before = parseStored(row.text)
  const id = before._id as DocumentId
  const after = edit(before, false)
  if (after._id !== id) throw badRequest("Performing an update on the path '_id' would modify the immutable field '_id'")
  const text = stringify(after)
  if (text !== row.text) session.replace(collection, id, text, after, row.text)
  return text
}

/** A new document from what the query asks for and what the update does. */
function upsert(session: Session, { collection, filter, edit }: Request): DocumentId {
  const base = equalityFields(filter)
  const document = edit(base, true)
  const whole: Document = { ...document, _id: document._id ?? base._id ?? newId() }
  const id = checkId(whole._id)
  session.insert(collection, id, stringify(whole), whole)
  return id
}
