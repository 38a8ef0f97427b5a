import type { supervision } from '#contract/supervision/actions'
import { covers } from '#domain/access/grants'
import { tableNames } from '#domain/tables/names'
import { underGrant } from '#affairs/grants/under-grant'
import { tableKinds } from '#affairs/tables/kinds/all'
import { isOpened, opened } from '#affairs/tables/kinds/table-kind'
import type { Action } from '#kernel/call/on'

/** The tables that may be made under a grant, each with the columns that it opens. Nobody's data is in the answer. */
export const tables: Action<typeof supervision.tables> = async ({ grantId }, on) => {
  const { grant } = await underGrant(on, grantId, 'supervision.tables')
  const towns = on.county.towns.filter(({ code }) => covers(grant.area, code))
  return {
    places: towns.map(({ code, name, villages }) => ({
      code,
      name,
      villages: villages.map((one) => ({ code: one.code, name: one.name })),
    })),
    tables: tableNames
      .filter((id) => isOpened(tableKinds[id], grant))
      .map((id) => {
        const { name, what, unit, ofTime, columns } = tableKinds[id]
        return {
          id,
          name,
          what,
          unit,
          ofTime,
          columns: opened(columns, grant).map((column) => ({ id: column.id, heading: [...column.heading] })),
        }
      }),
  }
}
