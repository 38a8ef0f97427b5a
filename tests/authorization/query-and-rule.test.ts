import fc from 'fast-check'
import type { WorkerRole } from '#domain/county'
import { householdParts } from '#domain/register'
import { abilityOf, mayRead, readableHouseholds, type HouseholdFacts } from '#kernel/authorize'
import type { Account } from '#store/accounts'
import { collection, find, insert, remove } from '#store/collection'
import { startCloud, type As, type Cloud, type FunctionName } from '../harness/cloud'
import { aHousehold, asFarmer, asWorker, signedIn } from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

/** Every action of every function that a phone can reach, and what each kind of caller gets. Adding an action without a row fails. */
const expected: Record<Exclude<FunctionName, 'office'>, Record<string, Record<string, string>>> = {
  identity: {
    me: { stranger: 'data', farmer: 'data', neighbour: 'data', 'grid-worker': 'data', 'other-area': 'data', cadre: 'data', 'other-cadre': 'data' },
    redeem: { stranger: 'not-found', farmer: 'not-found', neighbour: 'not-found', 'grid-worker': 'not-found', 'other-area': 'not-found', cadre: 'not-found', 'other-cadre': 'not-found' },
    leave: { stranger: 'data', farmer: 'data', neighbour: 'data', 'grid-worker': 'data', 'other-area': 'data', cadre: 'data', 'other-cadre': 'data' },
  },
  household: {
    lookup: { stranger: 'stranger', farmer: 'household', neighbour: 'stranger', 'grid-worker': 'household', 'other-area': 'stranger', cadre: 'household', 'other-cadre': 'stranger' },
    mine: { stranger: 'sign-in', farmer: 'household', neighbour: 'household', 'grid-worker': 'sign-in', 'other-area': 'sign-in', cadre: 'sign-in', 'other-cadre': 'sign-in' },
  },
  bulletin: {
    home: { stranger: 'data', farmer: 'data', neighbour: 'data', 'grid-worker': 'data', 'other-area': 'data', cadre: 'data', 'other-cadre': 'data' },
    list: { stranger: 'data', farmer: 'data', neighbour: 'data', 'grid-worker': 'data', 'other-area': 'data', cadre: 'data', 'other-cadre': 'data' },
    read: { stranger: 'data', farmer: 'data', neighbour: 'data', 'grid-worker': 'data', 'other-area': 'data', cadre: 'data', 'other-cadre': 'data' },
  },
}

test('the matrix names every action there is', async () => {
  for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
    const contract = (await import(`../../cloudfunctions/contract/${name}`)) as Record<string, Record<string, unknown>>
    expect(Object.keys(expected[name]).sort()).toEqual(Object.keys(contract[name]!).sort())
  }
})

describe.each(Object.entries(expected).flatMap(([name, actions]) => Object.entries(actions).flatMap(([action, roles]) => Object.entries(roles).map(([who, outcome]) => ({ name, action, who, outcome })))))('$who calls $name.$action', ({ name, action, who, outcome }) => {
  test(`→ ${outcome}`, async () => {
    const home = await aHousehold(cloud, { helpers: ['w-cadre'] })
    const callers: Record<string, () => As | Promise<As>> = {
      stranger: () => 'stranger',
      farmer: () => asFarmer(cloud, home),
      neighbour: async () => asFarmer(cloud, await aHousehold(cloud)),
      'grid-worker': () => asWorker(cloud, 'grid-worker', { areas: [home.villageCode] }),
      'other-area': () => asWorker(cloud, 'grid-worker', { areas: ['999'] }),
      cadre: () => asWorker(cloud, 'cadre', { workerId: 'w-cadre' }),
      'other-cadre': () => asWorker(cloud, 'cadre', { workerId: 'w-other' }),
    }
    const inputs: Record<string, unknown> = {
      lookup: { token: home.token, purpose: 'help-requested', consent: 'self' },
      redeem: { code: 'ABCDEFGHJKMN' },
      list: { column: 'policy' },
      read: { id: cloud.county.articles[0]!.id },
    }
    const reply = await cloud.reply<{ kind?: string }>(name as FunctionName, action, inputs[action] ?? {}, await callers[who]!())
    expect('error' in reply ? reply.error.code : (reply.data.kind ?? 'data')).toBe(outcome)
  })
})

describe('the query and the rule are one', () => {
  const ids = ['h1', 'h2', 'h3']
  const villages = ['v1', 'v2', 'v3']
  const workers = ['w1', 'w2', 'w3']
  const role = fc.constantFrom<WorkerRole>('grid-worker', 'cadre', 'doctor')
  const account: fc.Arbitrary<Account | undefined> = fc.option(fc.record({
    _id: fc.constant('a'),
    session: fc.constant(null),
    person: fc.option(fc.record({ personId: fc.constant('p'), householdId: fc.constantFrom(...ids), name: fc.constant('陈**') })),
    post: fc.option(fc.record({ role, name: fc.constant('王'), agency: fc.constant('镇'), areas: fc.subarray(villages), workerId: fc.option(fc.constantFrom(...workers)) })),
  }), { nil: undefined })
  const facts: fc.Arbitrary<HouseholdFacts[]> = fc.array(fc.record({ householdId: fc.constantFrom(...ids), villageCode: fc.constantFrom(...villages), helpers: fc.subarray(workers) }), { minLength: 1, maxLength: 12 })
  const things = collection<HouseholdFacts & { _id: string }>('codes')

  test('for any account and any documents, the rows that come back are those that `can` allows', async () => {
    await fc.assert(fc.asyncProperty(account, facts, async (someone, rows) => {
      await remove(cloud.db, things, {})
      await Promise.all(rows.map((row, i) => insert(cloud.db, things, { _id: `r${i}`, ...row })))
      const caller = { account: someone, ability: abilityOf(someone) }
      const filter = readableHouseholds(caller, 'householdId')
      const found = filter ? (await find(cloud.db, things, filter)).map(({ _id }) => _id).sort() : []
      expect(found).toEqual(rows.flatMap((row, i) => (mayRead(caller, row) ? [`r${i}`] : [])).sort())
    }), { numRuns: 60 })
  })

  test('no account, no rule; no rule, no filter: deny, never everything', () => {
    expect(readableHouseholds({ account: undefined, ability: abilityOf(undefined) }, '_id')).toBeUndefined()
  })

  test('parts are those of the relation', () => {
    const doctor = { account: undefined, ability: abilityOf({ _id: 'a', session: null, person: null, post: { role: 'doctor', name: '', agency: '', areas: [], workerId: 'w1' } }) }
    expect(mayRead(doctor, { householdId: 'h1', villageCode: 'v1', helpers: ['w1'] })).toEqual({ relation: 'doctor', parts: ['helpers', 'members'] })
    const own = { account: undefined, ability: abilityOf({ _id: 'a', session: null, person: { personId: 'p', householdId: 'h1', name: '' }, post: null }) }
    expect(mayRead(own, { householdId: 'h1', villageCode: 'v1', helpers: [] })).toEqual({ relation: 'self', parts: [...householdParts] })
  })
})

test('a session whose account is another’s opens nothing', async () => {
  const home = await aHousehold(cloud)
  const mine = (await asFarmer(cloud, home)) as { session: string }
  const other = await signedIn(cloud, {})
  const swapped = `${mine.session.split('/')[0]}/${other.session.split('/')[1]}`
  expect(await cloud.call('identity', 'me', {}, { session: swapped })).toEqual({ signedIn: false, farmer: false })
})
