import { writing, type Action } from './context'

/** `db.createCollection()`. */
export const addCollection: Action = async (body, on) => {
  await writing({}, on, () => on.tables.create(body.collectionName))
  return {}
}
