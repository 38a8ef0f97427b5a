import { normOn } from '#domain/county/parameters'
import { noCode, noDoctor, nobodyPaired, sameCertificate, type CertifiedHome, type ServedHome } from '#domain/alerts/detectors/left-out'
import type { AtWork } from '#kernel/jobs/kind'
import { findEach, findIn, pages } from '#store/db/read'
import { doctorContracts, pairings } from '#store/people/helpers'
import { codes, households, persons, type Household } from '#store/people/register'
import type { Watch } from './watch'

/** Who of the register has nobody: a scope is a town. */
export const servedWatch: Watch = {
  detectors: ['nobody_paired', 'no_doctor', 'no_code'],
  scopes: ({ county }) => Promise.resolve(county.towns.map(({ code }) => code)),
  async look(on, townCode) {
    const { county, moment } = on
    const homes = await homesIn(on, townCode)
    const town = {
      homes,
      sharePercent: normOn(county, 'list-whole-percent', moment.today),
      most: normOn(county, 'alert-one-by-one', moment.today),
    }
    return {
      nobody_paired: nobodyPaired({ ...town, agencyId: county.sources.helpers }),
      no_doctor: noDoctor({ ...town, agencyId: county.sources.helpers }),
      no_code: noCode({ ...town, agencyId: county.duties.data }),
    }
  },
}

/** Villages' codes begin with their town's. */
const ofTown = (townCode: string) => ({ villageCode: { $gte: townCode, $lt: `${townCode}~` }, onRegister: true })

async function homesIn({ db }: AtWork, townCode: string): Promise<ServedHome[]> {
  const served: ServedHome[] = []
  for await (const page of pages(db, households, ofTown(townCode), { fields: ['townCode', 'villageCode'] })) {
    const ids = page.map(({ _id }) => _id)
    const [paired, signed, people] = await Promise.all([
      findIn(db, pairings, 'householdId', ids, ['householdId']),
      findIn(db, doctorContracts, 'householdId', ids, ['householdId']),
      findIn(db, persons, 'householdId', ids, ['householdId'], { onRegister: true }),
    ])
    const cards = await findIn(
      db,
      codes,
      'personId',
      people.map(({ _id }) => _id),
      ['personId'],
      { status: 'active' },
    )
    const [cadres, doctors] = [paired, signed].map((list) => new Set(list.map(({ householdId }) => householdId)))
    const holders = new Set(cards.map(({ personId }) => personId))
    const without = people.filter(({ _id }) => !holders.has(_id))
    for (const { _id, townCode, villageCode } of page as Household[])
      served.push({
        ...{ _id, townCode, villageCode, paired: cadres!.has(_id), doctor: doctors!.has(_id) },
        withoutCode: without.filter(({ householdId }) => householdId === _id).map((person) => person._id),
      })
  }
  return served
}

/** One family twice on the register: the whole county is one scope, since the other one may stand in any town. */
export const twiceWatch: Watch = {
  detectors: ['double_inclusion'],
  scopes: () => Promise.resolve(['county']),
  async look({ db, county }) {
    const homes = await findEach(db, households, { onRegister: true }, ['townCode', 'villageCode', 'certificateNo'])
    return { double_inclusion: sameCertificate(homes as CertifiedHome[], county.sources.members) }
  },
}
