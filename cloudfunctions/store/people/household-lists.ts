import type { Db, Filter } from '../db/collection'
import { find } from '../db/read'
import { households, type Household } from './register'

/** Households by place and id; `after`: behind the one at this place of the list, as `placeInList` names it. */
export function listHouseholds(db: Db, filter: Filter, limit: number, after?: string): Promise<Household[]> {
  const [village = '', id = ''] = after?.split('/') ?? []
  const later =
    after === undefined
      ? filter
      : {
          $and: [
            // Said once more by itself, so that the index finds the place.
            { villageCode: { $gte: village } },
            filter,
            { $or: [{ villageCode: { $gt: village } }, { villageCode: village, _id: { $gt: id } }] },
          ],
        }
  return find(db, households, later, {
    order: [
      ['villageCode', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

export const placeInList = ({ villageCode, _id }: Household): string => `${villageCode}/${_id}`
