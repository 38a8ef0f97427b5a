import type { office } from '#contract/office/actions'
import { registerOfDay } from '#affairs/register/on-day'
import { categoryName } from '#domain/county/categories'
import type { DayCount } from '#domain/register/count-day'
import { areaOf } from '#domain/work/alert-powers'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'

/** The register of a day, from its events: how many there were, and how they came to be. */
export const registerOn: Action<typeof office.registerOn> = async ({ day }, on) => {
  if (day > on.moment.today) throw refusals.badInput('只能看到今天为止的名册，请选今天或以前的一天。')
  const caller = await on.caller()
  const area = areaOf(on.county, caller.staff!.agencyId)
  const count = await registerOfDay(on.db, day)
  await recordLook(on, caller, { action: 'office.registerOn', granted: true, ...(area !== undefined && { area }) })
  return { day, ...(area === undefined ? wholeCounty(on, count) : oneTown(on, count, area)) }
}

function wholeCounty(on: On, { total, towns, categories, households }: DayCount) {
  return {
    ...total,
    households,
    towns: [...towns].map(([code, counts]) => ({ code, name: townName(on, code), ...counts })).sort((a, b) => a.code.localeCompare(b.code)),
    categories: [...categories].map(([id, counts]) => ({ id, name: categoryName(on.county, id), ...counts })),
  }
}

function oneTown(on: On, { towns }: DayCount, area: string) {
  const own = towns.get(area) ?? { recognised: 0, restored: 0, exited: 0, died: 0, onRegister: 0, households: 0 }
  return { ...own, towns: [{ code: area, name: townName(on, area), ...own }], categories: [] }
}

const townName = ({ county }: On, code: string): string => county.towns.find((town) => town.code === code)?.name ?? '乡镇不详'
