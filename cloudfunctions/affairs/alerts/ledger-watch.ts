import { moneyKeptBack, moneyLying, type OpenClaim } from '#domain/alerts/detectors/lying-money'
import { normOn } from '#domain/county/parameters'
import type { Month } from '#domain/time/dates'
import { aggregate, pages } from '#store/db/read'
import { claims, moneySums } from '#store/money/claims'
import type { Watch } from './watch'

/** Money that has lain too long, as the ledger has it. A scope is a month. */
export const ledgerWatch: Watch = {
  detectors: ['money_lying', 'money_kept_back'],
  /** The newest months that are reconciled. */
  async scopes({ db, county, moment }) {
    const months = await aggregate<{ _id: Month }>(db, moneySums, [{ $group: { _id: '$month' } }])
    return months
      .map(({ _id }) => _id)
      .sort()
      .slice(-normOn(county, 'alert-look-back-months', moment.today))
  },
  async look({ db, county, moment: { today } }, scope) {
    const month = scope as Month
    const open: OpenClaim[] = []
    const fields = ['programme', 'townCode', 'villageCode', 'personId', 'period', 'outstanding', 'lyingSince']
    for await (const page of pages(db, claims, { month, outstanding: { $ne: [] } }, { fields })) open.push(...page)
    const facts = {
      ...{ month, today, claims: open, countyCode: county.code, fallbackAgency: county.duties.finance },
      lyingDays: normOn(county, 'money-lying-days', today),
      keptDays: normOn(county, 'money-kept-days', today),
      most: normOn(county, 'alert-one-by-one', today),
      programmes: new Map(county.programmes.map((programme) => [programme.id, programme])),
    }
    return { money_lying: moneyLying(facts), money_kept_back: moneyKeptBack(facts) }
  },
}
