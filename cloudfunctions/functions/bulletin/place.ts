import type { bulletin } from '#contract/bulletin/actions'
import { daysAfter, monthOf } from '#domain/time/dates'
import { normOn } from '#domain/county/parameters'
import { publicNotices } from '#domain/register/public-notices'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { posterPlace } from './poster-place'
import { casesShown } from '#store/work/cases'
import { shownCase } from './shown-case'
import { loadVillage } from './village'
import { changesIn, totalsOf } from './village-totals'

/** A village's page: how many, what came this month, and who came onto the register or left it lately. Two database rounds. */
export const place: Action<typeof bulletin.place> = async ({ place: code }, { db, county, moment }) => {
  const known = posterPlace(county, code)
  if (!known) throw refusals.notFound('没有找到这个村。海报可能是旧的，请告诉村便民服务中心；政策在首页照样能看。')
  const noticeDays = normOn(county, 'notice-shown-days', moment.today)
  const from = daysAfter(moment.today, -noticeDays)
  const month = monthOf(moment.today)
  const [village, shown] = await Promise.all([
    loadVillage(db, code, { month, from, until: moment.today }),
    casesShown(db, code, moment.today),
  ])
  return {
    place: { code, name: known.village.name, town: known.town.name },
    totals: { ...totalsOf(county, village), month },
    notices: publicNotices(
      changesIn(county, village),
      shown.map((one) => shownCase(county, one)),
      from,
      moment.today,
    ),
    noticeDays,
  }
}
