import type { Day } from '#domain/time/dates'
import fc from 'fast-check'
import { sealedFields } from '#domain/access/grants'
import { householdParts } from '#domain/register/register'
import type { WorkerRole } from '#domain/access/staff'
import { abilityOf, abilityUnder, mayRead, readableHouseholds, type HouseholdFacts } from '#kernel/access/authorize'
import type { StoredCaller } from '#store/access/callers'
import { collection } from '#store/db/collection'
import { find } from '#store/db/read'
import { insert, remove } from '#store/db/write'
import type { Grant } from '#store/access/grants'
import { startCloud, type Cloud } from '../harness/cloud'
import { aHousehold, asFarmer, signedIn } from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const today: Day = '2026-10-20'
const ids = ['h1', 'h2', 'h3']
const villages = ['330328100201', '330328100202', '330328101201', '331000000000']
const workers = ['w1', 'w2', 'w3']
const part = fc.subarray([...householdParts])
const day = fc.constantFrom<Day[]>('2026-10-19', '2026-10-20', '2026-10-21')

const person = (householdId: string | null) => ({
  _id: 'p',
  digest: '',
  name: '',
  idSealed: '',
  idIndex: '',
  sex: '男' as const,
  birth: '1950-01-01' as const,
  householdId,
  relation: null,
  onRegister: true,
  importedAt: '',
})
const proxy = fc
  .record({ householdId: fc.constantFrom(...ids, null), parts: part, from: day, until: day, revoked: fc.boolean() })
  .map(({ householdId, revoked, ...rest }) => ({
    _id: 'x',
    personId: 'p',
    principal: '',
    name: '',
    relation: '',
    by: 'self' as const,
    evidence: null,
    redeemed: true,
    createdAt: '',
    revoked: revoked ? { by: 'self' as const, at: '' } : null,
    principalPerson: person(householdId),
    ...rest,
  }))
const post = fc
  .record({
    role: fc.constantFrom<WorkerRole>('grid-worker', 'cadre', 'doctor'),
    areas: fc.subarray(villages),
    workerId: fc.option(fc.constantFrom(...workers)),
    status: fc.constantFrom('active' as const, 'removed' as const),
  })
  .map((some) => ({
    _id: 's',
    name: '王',
    agencyId: 'a',
    agency: '镇',
    invitedBy: '',
    since: '',
    pledge: null,
    removed: null,
    ...some,
  }))
const someone: fc.Arbitrary<Partial<StoredCaller>> = fc.record({
  person: fc.option(fc.constantFrom(...ids, null).map(person), { nil: undefined }),
  staff: fc.option(post, { nil: undefined }),
  proxies: fc.array(proxy, { maxLength: 3 }),
})
const grant: fc.Arbitrary<Grant> = fc
  .record({
    area: fc.constantFrom('330328', '330328100', '330328100201', '33', '331'),
    householdId: fc.option(fc.constantFrom(...ids)),
    parts: part,
    fields: fc.subarray([...sealedFields]),
  })
  .map((some) => ({
    _id: 'g',
    holder: '',
    holderName: '',
    agencyId: '',
    agency: '',
    purpose: '',
    from: today,
    until: today,
    untilInstant: null,
    status: 'approved',
    emergency: false,
    reason: '',
    askedBy: { staffId: '', name: '' },
    askedAt: '',
    decidedBy: null,
    decidedAt: null,
    why: '',
    alarmedAgencyId: null,
    acknowledgedBy: null,
    ...some,
  }))
const facts: fc.Arbitrary<HouseholdFacts[]> = fc.array(
  fc.record({ householdId: fc.constantFrom(...ids), villageCode: fc.constantFrom(...villages), helpers: fc.subarray(workers) }),
  { minLength: 1, maxLength: 12 },
)
const things = collection<HouseholdFacts & { _id: string }>('codes')

describe('the query and the rule are one', () => {
  async function sameRows(caller: { ability: ReturnType<typeof abilityOf> }, rows: HouseholdFacts[]): Promise<void> {
    await remove(cloud.db, things, {})
    await Promise.all(rows.map((row, i) => insert(cloud.db, things, { _id: `r${i}`, ...row })))
    const filter = readableHouseholds(caller, 'householdId')
    const found = filter ? (await find(cloud.db, things, filter)).map(({ _id }) => _id).sort() : []
    expect(found).toEqual(
      rows
        .flatMap((row, i) =>
          mayRead(caller, row) || caller.ability.can('read', { __caslSubjectType__: 'Household', ...row } as never) ? [`r${i}`] : [],
        )
        .sort(),
    )
  }

  test('for anybody and any documents, the rows that come back are those that `can` allows', async () => {
    await fc.assert(
      fc.asyncProperty(someone, facts, (who, rows) => sameRows({ ability: abilityOf(who, today) }, rows)),
      { numRuns: 80 },
    )
  })

  test('and under any grant', async () => {
    await fc.assert(
      fc.asyncProperty(grant, facts, (under, rows) => sameRows({ ability: abilityUnder(under) }, rows)),
      { numRuns: 80 },
    )
  })

  test('a grant never gives a part or a number that it does not name', () => {
    fc.assert(
      fc.property(grant, facts, (under, rows) => {
        for (const row of rows) {
          const look = mayRead({ ability: abilityUnder(under) }, row)
          expect(look?.parts.filter((one) => !under.parts.includes(one)) ?? []).toEqual([])
          expect(look?.fields.filter((one) => !under.fields.includes(one)) ?? []).toEqual([])
        }
      }),
    )
  })

  test('who is nobody has no rule; no rule, no filter: deny, never everything', () => {
    expect(readableHouseholds({ ability: abilityOf({}, today) }, '_id')).toBeUndefined()
  })

  test('parts are those of the relation, and one’s own file is one’s own whatever else one is', () => {
    const doctor = {
      _id: 's',
      role: 'doctor' as const,
      name: '',
      agencyId: '',
      agency: '',
      areas: [],
      workerId: 'w1',
      status: 'active' as const,
      invitedBy: '',
      since: '',
      pledge: null,
      removed: null,
    }
    const row = { householdId: 'h1', villageCode: 'v1', helpers: ['w1'] }
    expect(mayRead({ ability: abilityOf({ staff: doctor }, today) }, row)).toEqual({
      relation: 'doctor',
      parts: ['helpers', 'members'],
      fields: [],
    })
    expect(mayRead({ ability: abilityOf({ staff: doctor, person: person('h1') }, today) }, row)).toEqual({
      relation: 'self',
      parts: [...householdParts],
      fields: [],
    })
  })

  test('a relative who is also the doctor is shown as a relative what relatives may see, and no more of it as a doctor', () => {
    const doctor = {
      _id: 's',
      role: 'doctor' as const,
      name: '',
      agencyId: '',
      agency: '',
      areas: [],
      workerId: 'w1',
      status: 'active' as const,
      invitedBy: '',
      since: '',
      pledge: null,
      removed: null,
    }
    const trusted = {
      _id: 'x',
      personId: 'p',
      principal: '',
      name: '',
      relation: '',
      by: 'self' as const,
      evidence: null,
      redeemed: true,
      createdAt: '',
      revoked: null,
      principalPerson: person('h1'),
      parts: ['money' as const],
      from: today,
      until: today,
    }
    expect(
      mayRead(
        { ability: abilityOf({ staff: doctor, proxies: [trusted] }, today) },
        { householdId: 'h1', villageCode: 'v1', helpers: ['w1'] },
      ),
    ).toEqual({ relation: 'relative', parts: ['money'], fields: [] })
  })
})

test('a session whose account is another’s opens nothing', async () => {
  const home = await aHousehold(cloud)
  const mine = (await asFarmer(cloud, home)) as { session: string }
  const other = await signedIn(cloud)
  const swapped = `${mine.session.split('/')[0]}/${other.session.split('/')[1]}`
  expect(await cloud.call('identity', 'me', {}, { session: swapped })).toEqual({ signedIn: false, farmer: false, relatives: [] })
})
