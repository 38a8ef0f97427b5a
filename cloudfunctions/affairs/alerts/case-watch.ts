import { lateCase } from '#domain/alerts/detectors/late-cases'
import { findEach } from '#store/db/read'
import { cases } from '#store/work/cases'
import type { Watch } from './watch'

/** Steps of cases 办件 that are late. A scope is a town. */
export const caseWatch: Watch = {
  detectors: ['case_late'],
  scopes: ({ county }) => Promise.resolve(county.towns.map(({ code }) => code)),
  async look({ db, county, moment: { today } }, townCode) {
    const late = await findEach(db, cases, { townCode, open: true, dueOn: { $lt: today } })
    const townAgency = county.agencies.find(({ area }) => area === townCode)?.id
    return { case_late: late.flatMap((one) => lateCase(one, today, townAgency)) }
  },
}
