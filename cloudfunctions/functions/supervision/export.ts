import type { supervision } from '#contract/supervision'
import { csvOf } from '#domain/csv'
import { categoryNames } from '#domain/register'
import { Refusal, refusals } from '#kernel/errors'
import { recordLook } from '#kernel/release'
import type { Action } from '#kernel/serve'
import { isSteppedUp } from '#kernel/step-up'
import { count, findEach } from '#store/collection'
import { households } from '#store/register'
import { filterOf, presentRow } from './list'
import { underGrant } from './under-grant'

/** As many rows as fit in one reply; a county's list goes out town by town. */
const mostRows = 5_000

/** The list as a file. Whoever takes one away proves once more who they are, and says what for. */
export const exportList: Action<typeof supervision.export> = async ({ grantId, area, category, reason }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.export')
  if (!isSteppedUp(on, looking.caller)) throw new Refusal('not-allowed', '导出前请再输一次手机上的动态码。')
  const filter = await filterOf(on, looking, 'supervision.export', area, category)
  const total = await count(on.db, households, filter)
  if (total > mostRows) throw refusals.badInput(`一共 ${total} 户，一次最多导出 ${mostRows} 户。请按乡镇分次导出。`)
  await recordLook(on, looking.caller, { action: 'supervision.export', granted: true, ...looking.about, area: area ?? looking.grant.area, rows: total, parts: [], fields: [], reason })
  const rows = (await findEach(on.db, households, filter)).map((home) => presentRow(on.county, home)).sort((a, b) => a.place.localeCompare(b.place, 'zh'))
  const lines = [['地方', '户主', '类别', '人数'], ...rows.map(({ place, head, category: of, people }) => [place, head, categoryNames[of], people])]
  return { fileName: `${on.county.name}名单_${on.moment.today}.csv`, csv: csvOf(lines), rows: rows.length }
}
