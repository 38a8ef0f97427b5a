import type { HouseholdRow, supervision } from '#contract/supervision/actions'
import { categoryName, categoryRule } from '#domain/county/categories'
import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'
import { covers } from '#domain/access/grants'
import { maskName } from '#domain/people/names'
import type { Category, HouseholdPart } from '#domain/register/register'
import { readableHouseholds } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { count, find } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { showsCategory } from '#affairs/file/present-file'
import { approvers, underGrant, type Looking } from '#affairs/grants/under-grant'

const pageSize = 50

/** Households that the grant covers, by place; on record as the question that was asked. */
export const list: Action<typeof supervision.list> = async ({ grantId, area, category, after }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.list')
  const filter = await filterOf(on, looking, 'supervision.list', area, category)
  const [village = '', id = ''] = after?.split('/') ?? []
  const later =
    after === undefined
      ? filter
      : { $and: [filter, { $or: [{ villageCode: { $gt: village } }, { villageCode: village, _id: { $gt: id } }] }] }
  const [found, total] = await Promise.all([
    find(on.db, households, later, {
      order: [
        ['villageCode', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize + 1,
    }),
    count(on.db, households, filter),
  ])
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
    ...(found.length > pageSize && last && { next: `${last.villageCode}/${last._id}` }),
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
  const readable = readableHouseholds(caller, '_id')
  const isList = readable !== undefined && grant.householdId === null
  const within = area === undefined || (isDivision(area) && covers(grant.area, area))
  // To ask for one list only is to read it of everybody.
  const named = category === undefined || showsCategory(grant.parts)
  if (!isList || !within || !named) await recordLook(on, caller, { action, granted: false, grantId: grant._id })
  if (!isList) throw refusals.noGrant(approvers(on, one))
  if (!within) throw refusals.badInput('这个地方不在授权的范围里，请另选。')
  if (category !== undefined && !categoryRule(on.county, category))
    throw refusals.badInput('县里没有这一类户。请另选一类，或者选“全部类别”。')
  if (!named) throw refusals.badInput('这条授权不看“政策”，不能按类别找。请选“全部类别”。')
  return {
    $and: [
      readable,
      { onRegister: true },
      ...(area === undefined ? [] : [{ villageCode: { $gte: area, $lte: `${area}~` } }]),
      ...(category === undefined ? [] : [{ category }]),
    ],
  }
}

/** Six digits of a county, nine of a town, twelve of a village. */
const isDivision = (code: string): boolean => /^\d{6}(\d{3}(\d{3})?)?$/.test(code)

export const presentRow = (
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
    ...(parts.includes('members') && { people: members.length }),
  }
}
