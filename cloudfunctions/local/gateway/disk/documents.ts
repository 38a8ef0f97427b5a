import { randomBytes } from 'node:crypto'
import { badRequest } from '../door/errors'
import { isOdd } from './keys'
import { isDocument, type Value } from '../query/values'

/** What can be an `_id`. An ObjectId is its 24 hex digits. */
export type DocumentId = string | number

/** A fresh `_id`: 32 hex digits, as on CloudBase. */
export const newId = (): string => randomBytes(16).toString('hex')

/** The id if it can be one; anything SQLite could confuse with another is refused. */
export function checkId(id: Value | undefined): DocumentId {
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') {
    if (!isOdd(id)) return id
  }
  throw badRequest('_id must be a nonempty string or a number')
}

/** MongoDB and CloudBase refuse to store field names that begin with `$`. */
export function checkFieldNames(value: Value): void {
  if (Array.isArray(value)) value.forEach(checkFieldNames)
  else if (isDocument(value)) {
    for (const name of Object.keys(value)) {
      if (name.startsWith('$')) throw badRequest(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
      checkFieldNames(value[name] as Value)
    }
  }
}
