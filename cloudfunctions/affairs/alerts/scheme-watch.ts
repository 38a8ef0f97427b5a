import { dividendsOfStrangers, householdTwice, leftNotTold, signersGone } from '#domain/alerts/detectors/scheme-members'
import { principalNotReturned, shortDividends, unpaidDividends, type SchemeFacts } from '#domain/alerts/detectors/schemes'
import { isAgreed } from '#domain/work/memberships'
import { loadBook } from '../schemes/book'
import { everyScheme, findNamedScheme } from '../schemes/every'
import { followHouseholds } from '../schemes/follow'
import { signingOf } from '../schemes/signing'
import { dividendDueOn, principalDue, tellDueOn } from '../schemes/return-days'
import { findIn } from '#store/db/read'
import { households } from '#store/people/register'
import type { Watch } from './watch'

/** Pooled schemes: dividends and principal that did not come, households that were not told. A scope is a scheme. */
export const schemeWatch: Watch = {
  detectors: [
    'dividend_unpaid',
    'dividend_short',
    'principal_not_returned',
    'left_not_told',
    'signer_gone',
    'scheme_household_twice',
    'dividend_of_stranger',
  ],
  scopes: async (on) => (await everyScheme(on)).map(({ _id }) => _id),
  async look(on, id) {
    const { county, moment } = on
    const scheme = await findNamedScheme(on, id)
    if (!scheme) return none
    await followHouseholds(on, { schemeId: scheme._id })
    const { lines } = await loadBook(on, scheme)
    const agreed = lines.flatMap((line) => (line.signerId && isAgreed(line.state) ? [{ ...line, signerId: line.signerId }] : []))
    const homeIds = agreed.map(({ householdId }) => householdId)
    const homes = new Map((await findIn(on.db, households, '_id', homeIds, ['members'])).map((home) => [home._id, home]))
    const signed = agreed.map(({ id: of, signerId, householdId }) => ({ id: of, signerId, home: homes.get(householdId) }))
    const guaranteed = county.schemes.modes.find((mode) => mode.id === scheme.opened?.mode)?.guaranteed ?? false
    const facts: SchemeFacts = {
      scheme: { _id: id, name: scheme.name, opened: scheme.opened !== undefined, guaranteed },
      ...{ lines, agencyId: county.schemes.agency, today: moment.today },
      townAgency: (townCode) => county.agencies.find(({ area }) => area === townCode)?.id,
      dividendDueOn: (year) => dividendDueOn(county, year),
      tellDueOn: (offSince) => tellDueOn(county, offSince),
      principalDue: (exitOn) => principalDue(county, exitOn),
    }
    return {
      dividend_unpaid: unpaidDividends(facts),
      dividend_short: shortDividends(facts),
      principal_not_returned: principalNotReturned(facts),
      left_not_told: leftNotTold(facts),
      signer_gone: signersGone(facts, await signingOf(on.db, moment.today, signed, 'gone')),
      scheme_household_twice: householdTwice(facts),
      dividend_of_stranger: dividendsOfStrangers(facts),
    }
  },
}

/** No list names it any more, and nobody registered it: there is nothing to be found in it. */
const none = {
  ...{ dividend_unpaid: [], dividend_short: [], principal_not_returned: [] },
  ...{ left_not_told: [], signer_gone: [], scheme_household_twice: [], dividend_of_stranger: [] },
}
