import { normOn } from '#domain/county/parameters'
import { noCode, noDoctor, nobodyPaired, sameCertificate, type CertifiedHome, type ServedHome } from '#domain/alerts/detectors/left-out'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn, pages } from '#store/db/read'
import { doctorContracts, pairings } from '#store/people/helpers'
import { codes, households, persons, type Household } from '#store/people/register'
import type { Watch } from './watch'

/** Who of the register has nobody, and who stands on it twice: a scope is a town. */
export const servedWatch: Watch = {
  detectors: ['nobody_paired', 'no_doctor', 'no_code', 'double_inclusion'],
  scopes: ({ county }) => Promise.resolve(county.towns.map(({ code }) => code)),
  async look(on, townCode) {
    const { county, moment } = on
    const { homes, certified } = await homesIn(on, townCode)
    const town = {
      homes,
      sharePercent: normOn(county, 'list-whole-percent', moment.today),
      most: normOn(county, 'alert-one-by-one', moment.today),
    }
    return {
      nobody_paired: nobodyPaired({ ...town, agencyId: county.sources.helpers }),
      no_doctor: noDoctor({ ...town, agencyId: county.sources.helpers }),
      no_code: noCode({ ...town, agencyId: county.duties.data }),
      double_inclusion: sameCertificate([...certified.values()], county.sources.members),
    }
  },
}

/** Villages' codes begin with their town's. */
const ofTown = (townCode: string) => ({ villageCode: { $gte: townCode, $lt: `${townCode}~` }, onRegister: true })

interface Served {
  homes: ServedHome[]
  /** Those that hold the certificate of one of these, they themselves among them: the other one may stand in any town. */
  certified: Map<string, CertifiedHome>
}

async function homesIn(on: AtWork, townCode: string): Promise<Served> {
  const served: Served = { homes: [], certified: new Map() }
  for await (const page of pages(on.db, households, ofTown(townCode), { fields: ['townCode', 'villageCode', 'certificateNo'] })) {
    const homes = page as Household[]
    const [listed, holding] = await Promise.all([servedOf(on, homes), holdersOf(on, homes)])
    served.homes.push(...listed)
    for (const home of holding) served.certified.set(home._id, home)
  }
  return served
}

async function servedOf({ db }: AtWork, homes: readonly Household[]): Promise<ServedHome[]> {
  const ids = homes.map(({ _id }) => _id)
  const [paired, signed, people] = await Promise.all([
    findIn(db, pairings, 'householdId', ids, ['householdId']),
    findIn(db, doctorContracts, 'householdId', ids, ['householdId']),
    findIn(db, persons, 'householdId', ids, ['householdId'], { onRegister: true }),
  ])
  const personIds = people.map(({ _id }) => _id)
  const cards = await findIn(db, codes, 'personId', personIds, ['personId'], { status: 'active' })
  const [cadres, doctors] = [paired, signed].map((list) => new Set(list.map(({ householdId }) => householdId)))
  const holders = new Set(cards.map(({ personId }) => personId))
  const without = new Map<string, string[]>()
  for (const { _id, householdId } of people) if (!holders.has(_id)) without.set(householdId!, [...(without.get(householdId!) ?? []), _id])
  return homes.map(({ _id, townCode, villageCode }) => ({
    ...{ _id, townCode, villageCode, paired: cadres!.has(_id), doctor: doctors!.has(_id) },
    withoutCode: without.get(_id) ?? [],
  }))
}

/** Of these households' certificates, every holder where there is more than one. */
async function holdersOf({ db }: AtWork, homes: readonly Household[]): Promise<CertifiedHome[]> {
  const numbers = homes.map(({ certificateNo }) => certificateNo).filter((number) => number !== '')
  const fields = ['townCode', 'villageCode', 'certificateNo']
  const holders = await findIn(db, households, 'certificateNo', [...new Set(numbers)], fields, { onRegister: true })
  const [once, more] = [new Set<string>(), new Set<string>()]
  for (const { certificateNo } of holders) (once.has(certificateNo) ? more : once).add(certificateNo)
  return holders.filter(({ certificateNo }) => more.has(certificateNo))
}
