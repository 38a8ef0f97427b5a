import type { DocumentId } from '../documents'
import { Row } from '../select'
import { queryOf, writing, type Action } from './context'
import { pointRead } from './read'

/** `doc().remove()` and `where().remove()`. */
export const removeDocument: Action = async (body, on) => {
  const collection = on.tables.get(body.collectionName)
  const filter = queryOf(body, on)
  const deleted = await writing(body, on, (session) => {
    const id = pointRead(filter)
    const text = id === undefined ? undefined : session.read(collection, id)
    const rows = id !== undefined
      ? text === undefined ? [] : [new Row(text)]
      : session.select(collection, { filter, order: [], skip: 0, limit: body.multi === true ? Infinity : 1, evaluate: on.evaluate })
    for (const row of rows) session.remove(collection, row.document._id as DocumentId, row.text)
    return rows.length
  })
  return { data: { deleted } }
}
