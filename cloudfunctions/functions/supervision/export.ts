import type { HouseholdRow, supervision } from '#contract/supervision/actions'
import { csvOf } from '#domain/files/csv'
import type { HouseholdPart } from '#domain/register/register'
import { Refusal, refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { isSteppedUp } from '#affairs/step-up/step-up'
import { count, findEach } from '#store/db/read'
import { households } from '#store/people/register'
import { showsCategory } from '#affairs/file/present-file'
import { filterOf, presentRow } from './list'
import { underGrant } from '#affairs/grants/under-grant'

/** As many rows as fit in one reply; a county's list goes out town by town. */
const mostRows = 5_000

/** The list as a file. Whoever takes one away proves once more who they are, and says what for. */
export const exportList: Action<typeof supervision.export> = async ({ grantId, area, category, reason }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.export')
  if (!isSteppedUp(on, looking.caller)) throw new Refusal('not-allowed', '导出前请再输一次手机上的动态码。')
  const filter = await filterOf(on, looking, 'supervision.export', area, category)
  const total = await count(on.db, households, filter)
  if (total > mostRows) throw refusals.badInput(`一共 ${total} 户，一次最多导出 ${mostRows} 户。请按乡镇分次导出。`)
  await recordLook(on, looking.caller, {
    action: 'supervision.export',
    granted: true,
    ...looking.about,
    area: area ?? looking.grant.area,
    rows: total,
    parts: [],
    fields: [],
    reason,
  })
  const rows = (await findEach(on.db, households, filter))
    .map((home) => presentRow(on.county, home, looking.grant.parts))
    .sort((a, b) => a.place.localeCompare(b.place, 'zh'))
  const columns = columnsOf(looking.grant.parts)
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]
  return { fileName: `${on.county.name}名单_${on.moment.today}.csv`, csv: csvOf(lines), rows: rows.length }
}

interface Column {
  title: string
  cell: (row: HouseholdRow) => string | number
}

/** A column for what the grant's parts name, and for no more. */
const columnsOf = (parts: readonly HouseholdPart[]): Column[] => [
  { title: '地方', cell: ({ place }) => place },
  { title: '户主', cell: ({ head }) => head },
  ...(showsCategory(parts) ? [{ title: '类别', cell: ({ category }: HouseholdRow) => category! }] : []),
  ...(parts.includes('members') ? [{ title: '人数', cell: ({ people }: HouseholdRow) => people! }] : []),
]
