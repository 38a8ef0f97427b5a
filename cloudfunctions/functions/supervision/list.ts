import type { HouseholdRow, supervision } from '#contract/supervision/actions'
import { categoryName, categoryRule } from '#domain/county/categories'
import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'
import { covers } from '#domain/access/grants'
import { maskName } from '#domain/people/names'
import type { Category, HouseholdPart } from '#domain/register/register'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { count } from '#store/db/read'
import { listHouseholds, placeInList } from '#store/people/household-lists'
import { households, type Household } from '#store/people/register'
import { showsCategory } from '#affairs/file/present-file'
import { listedUnder } from '#affairs/grants/listed-under'
import { stillThere } from '#affairs/tables/kinds/people'
import { approvers, underGrant, type Looking } from '#affairs/grants/under-grant'

const pageSize = 50

/** Households that the grant covers, by place; on record as the question that was asked. */
export const list: Action<typeof supervision.list> = async ({ grantId, area, category, after }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.list')
  const filter = await filterOf(on, looking, 'supervision.list', area, category)
  const [found, total] = await Promise.all([listHouseholds(on.db, filter, pageSize + 1, after), count(on.db, households, filter)])
  const page = found.slice(0, pageSize)
  await recordLook(on, looking.caller, {
    action: 'supervision.list',
    granted: true,
    ...looking.about,
    area: area ?? looking.grant.area,
    rows: page.length,
    parts: [],
    fields: [],
  })
  const last = page.at(-1)
  return {
    rows: page.map((home) => presentRow(on.county, home, looking.grant.parts)),
    total,
    ...(found.length > pageSize && last && { next: placeInList(last) }),
  }
}

/**
 * The ability of the grant as a filter, narrowed to what was asked. A grant for one household has no list. The place is a whole division:
 * farmers find a list in their record by the codes of county, town and village, and half a code would hide it from them.
 * @throws Refusal that is on record.
 */
export async function filterOf(
  on: On,
  { caller, one, grant }: Looking,
  action: string,
  area?: string,
  category?: Category,
): Promise<Filter> {
  const listed = listedUnder(grant, { ...(area !== undefined && { area }), ...(category !== undefined && { category }) })
  const within = area === undefined || (isDivision(area) && covers(grant.area, area))
  // To ask for one list only is to read it of everybody.
  const named = category === undefined || showsCategory(grant.parts)
  if (!listed || !within || !named) await recordLook(on, caller, { action, granted: false, grantId: grant._id })
  if (!listed) throw refusals.noGrant(approvers(on, one))
  if (!within) throw refusals.badInput('这个地方不在授权的范围里，请另选。')
  if (category !== undefined && !categoryRule(on.county, category))
    throw refusals.badInput('县里没有这一类户。请另选一类，或者选“全部类别”。')
  if (!named) throw refusals.badInput('这条授权不看“政策”，不能按类别找。请选“全部类别”。')
  return listed
}

/** Six digits of a county, nine of a town, twelve of a village. */
const isDivision = (code: string): boolean => /^\d{6}(\d{3}(\d{3})?)?$/.test(code)

const presentRow = (
  county: County,
  { _id, headName, villageCode, category, members }: Household,
  parts: readonly HouseholdPart[],
): HouseholdRow => {
  const place = placeOf(county, villageCode)
  return {
    id: _id,
    head: maskName(headName),
    place: place ? place.town.name + place.village.name : villageCode,
    ...(showsCategory(parts) && { category: categoryName(county, category) }),
    ...(parts.includes('members') && { people: stillThere({ members }).length }),
  }
}
