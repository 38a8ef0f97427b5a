import type { DocumentId } from '../disk/documents'
import { candidates } from './candidates'
import { queryOf, writing, type Action } from './context'

/** `doc().remove()` and `where().remove()`. */
export const removeDocument: Action = async (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const find = await candidates(body, on, collection, queryOf(body, on), body.multi === true)
  const deleted = await writing(body, on, (session) => {
    const rows = find(session)
    for (const row of rows) session.remove(collection, row.document._id as DocumentId, row.text)
    return rows.length
  })
  return { data: { deleted } }
}
