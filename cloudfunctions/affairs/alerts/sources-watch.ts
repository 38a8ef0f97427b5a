import { sourcesDiffer, type StatedOf } from '#domain/alerts/detectors/sources-differ'
import { latestOfEach } from '#domain/people/stated'
import type { AtWork } from '#kernel/jobs/kind'
import { mac, versionsOf } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import { findEach, findIn } from '#store/db/read'
import { households, persons } from '#store/people/register'
import { decisionId } from '#store/people/source-decisions'
import { statements, type SaidOf, type Statement } from '#store/people/statements'
import { saySource } from '#affairs/stated/words'
import { decidedOf } from '#affairs/stated/decided'
import type { Watch } from './watch'

const fields = ['name', 'home', 'category', 'phone', 'card'] as const

/** What several files say of people who are in a household: a scope is a sixteenth of the people, by the first character of their ids. */
export const sourcesWatch: Watch = {
  detectors: ['sources_differ'],
  scopes: () => Promise.resolve(Array.from({ length: 16 }, (_, i) => i.toString(16))),
  async look(on, scope) {
    const { county } = on
    const say = (one: { agency: string; kind: string }) => saySource(county, one)
    return { sources_differ: sourcesDiffer(await statedIn(on, scope), county.precedence, (part) => county.sources[part], say) }
  },
}

async function statedIn({ db, keys }: AtWork, first: string): Promise<StatedOf[]> {
  const said = await latestSaid(db, first)
  const decided = await decidedOf({ db, keys }, [...said.keys()])
  const people = (await findIn(db, persons, '_id', [...said.keys()], ['householdId'])).filter(({ householdId }) => householdId !== null)
  const homes = new Map(
    (
      await findIn(
        db,
        households,
        '_id',
        people.map(({ householdId }) => householdId!),
        ['townCode', 'villageCode'],
      )
    ).map((home) => [home._id, home]),
  )
  return people.flatMap(({ _id: personId, householdId }) => {
    const home = homes.get(householdId!)
    const own = said.get(personId)!
    // One source alone has nothing to differ from.
    if (!home || own.length < 2) return []
    const opened = own.map((one) => ({ one, values: JSON.parse(open(keys, one.saidSealed)) as SaidOf }))
    return fields.map((field) => ({
      ...{ personId, field, townCode: home.townCode, villageCode: home.villageCode, decided: decided.get(decisionId(personId, field)) },
      said: opened.flatMap(({ one: { _id, agency, kind, saidOn }, values }) => {
        const value = values[field]
        // The oldest key marks it, as it does people's ids: a rotation makes no other fact of it.
        const mark = value === undefined ? '' : mac(keys, 'stated', value, versionsOf(keys)[0]).subarray(0, 8).toString('hex')
        return value === undefined ? [] : [{ id: _id, value, agency, kind, day: saidOn, mark }]
      }),
    }))
  })
}

/** What each source says last of each person; the others are not opened. */
async function latestSaid(db: AtWork['db'], first: string): Promise<Map<string, Statement[]>> {
  const byPerson = new Map<string, Statement[]>()
  for (const one of await findEach(db, statements, { personId: { $gte: first, $lt: `${first}~` } })) {
    const own = byPerson.get(one.personId)
    if (own) own.push(one)
    else byPerson.set(one.personId, [one])
  }
  for (const [personId, own] of byPerson)
    byPerson.set(
      personId,
      latestOfEach(own.map((one) => ({ value: one._id, agency: one.agency, kind: one.kind, day: one.saidOn, one }))).map(({ one }) => one),
    )
  return byPerson
}
