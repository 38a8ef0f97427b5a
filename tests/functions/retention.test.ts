import { randomUUID } from 'node:crypto'
import { keptDays } from '#domain/county/parameters'
import { retentionKinds, type RetentionKind } from '#domain/county/retention'
import { seal } from '#kernel/seal/seal'
import { audit } from '#store/record/audit'
import type { Collection, Stored } from '#store/db/collection'
import { findById } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { contacts } from '#store/people/contacts'
import { grants } from '#store/access/grants'
import { doctorContracts, pairings } from '#store/people/helpers'
import { imports } from '#store/intake/intake'
import { quarantine, warnings } from '#store/intake/quarantine'
import { dividends, payments, receipts } from '#store/money/money'
import { incomes } from '#store/people/incomes'
import { medicalBills } from '#store/people/medical'
import { keepIncome } from '#affairs/incomes/keep'
import { now } from '#kernel/call/clock'
import { vitalEvents } from '#store/people/vital'
import { aBill, aVitalEvent } from '../harness/told'
import { events, households, persons } from '#store/people/register'
import { alertEvents, alerts } from '#store/work/alerts'
import { caseEvents, cases, homeChecks } from '#store/work/cases'
import { requests } from '#store/work/requests'
import { credentials } from '#store/access/staff'
import { staffWishes } from '#store/access/staff-wishes'
import { suggestions } from '#store/public/suggestions'
import { proxies } from '#store/access/proxies'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aContact, aGrant, aHousehold, aPayment, aProxy, aStaff, asFarmer, helpersFor } from '../harness/people'

jest.setTimeout(60_000)
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
})
afterAll(() => cloud.close())
afterEach(() => jest.useRealTimers())

const tidy = () => cloud.operate<{ removed: number; more: boolean }>('tidy', {}, 'patrol')
/** Ten in the morning in China, so many days after a day. */
const onDay = (day: string, later: number) =>
  onlyTheClockIsFake(new Date(Date.parse(`${day}T02:00:00Z`) + later * 86_400_000).toISOString())
const there = async <T extends Stored>(of: Collection<T>, id: string) => (await findById(cloud.db, of, id)) !== undefined

/** Stands until the last day of its rule, and is gone the day after. */
async function keeps<T extends Stored>(kind: RetentionKind, since: string, of: Collection<T>, ids: string[]): Promise<void> {
  const days = keptDays(cloud.county, kind)
  onDay(since, days)
  await tidy()
  for (const id of ids) expect([id, await there(of, id)]).toEqual([id, true])
  onDay(since, days + 1)
  await tidy()
  for (const id of ids) expect([id, await there(of, id)]).toEqual([id, false])
}

const at = (day: string) => `${day}T02:00:00.000Z`
const put = async <T extends Stored>(of: Collection<T>, some: object): Promise<string> => {
  const _id = randomUUID()
  await insert(cloud.db, of as Collection<Stored>, { _id, ...some } as Stored)
  return _id
}

test('cases with their histories and home checks, once they ended; one that is open stays', async () => {
  const [ended, open] = [await put(cases, { open: false, endedOn: '2020-02-01' }), await put(cases, { open: true, endedOn: null })]
  const [event, check] = [await put(caseEvents, { caseId: ended, n: 1 }), await put(homeChecks, { caseId: ended })]
  await keeps('cases', '2020-02-01', cases, [ended])
  expect([await there(cases, open), await there(caseEvents, event), await there(homeChecks, check)]).toEqual([true, false, false])
})

test('alerts with their histories, once they ended; one that is open stays', async () => {
  const [ended, open] = [await put(alerts, { open: false, endedOn: '2020-02-01' }), await put(alerts, { open: true, endedOn: null })]
  const event = await put(alertEvents, { alertId: ended, n: 1 })
  await keeps('alerts', '2020-02-01', alerts, [ended])
  expect([await there(alerts, open), await there(alertEvents, event)]).toEqual([true, false])
})

test('requests, once answered; one that waits stays for as long as it waits', async () => {
  const some = {
    kind: 'correction',
    householdId: 'h',
    personId: 'p',
    villageCode: '330328102201',
    from: '陈**',
    toAgencyId: 'finance',
    to: '县财政局',
    about: '钱',
    lookId: null,
    wordsSealed: seal(cloud.keys, '少了'),
    at: at('2020-01-01'),
    answerSealed: null,
    answeredBy: null,
  }
  const [answered, open] = [
    await put(requests, { ...some, answeredAt: at('2020-02-01') }),
    await put(requests, { ...some, answeredAt: null }),
  ]
  await keeps('requests', '2020-02-01', requests, [answered])
  expect(await there(requests, open)).toBe(true)
})

test('suggestions, once answered and not in public', async () => {
  const some = {
    wordsSealed: seal(cloud.keys, '路灯'),
    contactSealed: null,
    place: null,
    state: 'answered',
    receivedOn: '2020-01-01',
    dueOn: null,
    agencyId: null,
    agency: null,
    noteSealed: null,
    answerSealed: null,
    answeredBy: null,
    answeredOn: '2020-02-01',
    published: null,
  }
  const [own, open] = [
    await put(suggestions, { ...some, receipt: 'a', publicOn: null }),
    await put(suggestions, { ...some, receipt: 'b', publicOn: '2020-02-01' }),
  ]
  await keeps('suggestions', '2020-02-01', suggestions, [own])
  expect(await there(suggestions, open)).toBe(true)
})

test('trusts and grants, once over or taken back', async () => {
  const home = await aHousehold(cloud)
  const [over, revoked] = [
    await aProxy(cloud, home.headId, { until: '2020-02-01' }),
    await aProxy(cloud, home.headId, { revoked: { by: 'self', at: at('2020-02-01') } }),
  ]
  await keeps('trusts', '2020-02-01', proxies, [over._id, revoked._id])
  const officer = await aStaff(cloud, 'officer', { agencyId: 'finance' })
  const [ended, refused, held] = [
    await aGrant(cloud, officer, { until: '2020-02-01' }),
    await aGrant(cloud, officer, { status: 'refused', decidedAt: at('2020-02-01') }),
    await aGrant(cloud, officer),
  ]
  await keeps('grants', '2020-02-01', grants, [ended._id, refused._id])
  expect(await there(grants, held._id)).toBe(true)
})

test('wishes for staff, once decided', async () => {
  const some = {
    role: 'officer',
    name: '吴',
    agencyId: 'finance',
    agency: '县财政局',
    areas: [],
    workerId: null,
    staffId: 's',
    isNew: true,
    reason: '',
    askedBy: { staffId: 'x', name: '郑' },
    askedAt: at('2020-02-01'),
    decidedBy: null,
    decidedAt: null,
    why: '',
    seenBy: null,
  }
  const [decided, waiting] = [await put(staffWishes, { ...some, status: 'refused' }), await put(staffWishes, { ...some, status: 'asked' })]
  await keeps('staff-wishes', '2020-02-01', staffWishes, [decided])
  expect(await there(staffWishes, waiting)).toBe(true)
})

test('rows that were not taken in, with what was to be looked at', async () => {
  const importId = await put(imports, { fileName: 'x', fileID: 'x', kind: null, status: 'done', result: null, at: at('2020-02-01') })
  const row = await put(quarantine, {
    digest: 'd',
    importId,
    sheet: 's',
    row: 1,
    field: 'f',
    code: 'c',
    reason: 'r',
    rawSealed: seal(cloud.keys, '{}'),
  })
  const warning = await put(warnings, { digest: 'd', importId, sheet: 's', row: 1, personId: null, code: 'c', message: 'm' })
  await keeps('refused-rows', '2020-02-01', quarantine, [row])
  expect(await there(warnings, warning)).toBe(false)
})

test('of who left the register: phone, helpers, illness; of who came back nothing', async () => {
  const [left, back] = [await aHousehold(cloud, { onRegister: false }), await aHousehold(cloud)]
  for (const { headId } of [left, back]) {
    await aContact(cloud, headId, '16012345678')
    await put(events, {
      digest: 'd',
      personId: headId,
      kind: 'exited',
      on: '2020-02-01',
      reason: '',
      evidence: '',
      approver: '',
      importId: 'i',
    })
  }
  await update(cloud.db, persons, { _id: left.headId }, { $set: { onRegister: false, householdId: null } })
  await helpersFor(cloud, left._id, 'w1')
  const cared = async () =>
    Promise.all([pairings, doctorContracts].map(async (of) => cloud.db.collection(of.name).where({ householdId: left._id }).count()))
  await keeps('left-phones', '2020-02-01', contacts, [left.headId])
  expect(await there(contacts, back.headId)).toBe(true)
  expect((await cared()).map(({ total }) => total)).toEqual([0, 0])
  expect(await there(households, left._id)).toBe(true)
})

test('what lists told of deaths, moves and bills, three years after', async () => {
  const old = await aVitalEvent(cloud, 'p', { saidOn: '2020-02-01' })
  const recent = await aVitalEvent(cloud, 'p', { saidOn: '2026-10-01' })
  await keeps('told-lists', '2020-02-01', vitalEvents, [old])
  expect(await there(vitalEvents, recent)).toBe(true)
  await keeps('told-lists', '2020-02-01', medicalBills, [await aBill(cloud, 'p', '白内障', { saidOn: '2020-02-01' })])
  const said = { householdId: 'h', from: 'desk', ref: 'r', agency: 'civil-affairs', saidOn: '2020-02-01' } as const
  const { _id } = await keepIncome({ ...cloud, moment: now() }, { ...said, stated: { income: {} }, evidence: '' })
  await keeps('told-lists', '2020-02-01', incomes, [_id])
})

test('money, ten years after', async () => {
  const home = await aHousehold(cloud)
  await aPayment(cloud, home._id, { month: '2010-01', dueFen: 76200, bank: 'credited' })
  await aPayment(cloud, home._id, { month: '2026-01', dueFen: 76200, bank: 'credited' })
  await put(dividends, {
    digest: 'd',
    importId: 'i',
    importedAt: at('2010-02-01'),
    personId: 'p',
    householdId: home._id,
    scheme: 's',
    schemeId: 's',
    year: 2010,
    principalFen: 1,
    dividendFen: 1,
  })
  onDay('2026-10-20', 0)
  await tidy()
  for (const [of, many] of [
    [payments, 1],
    [receipts, 1],
    [dividends, 0],
  ] as const)
    expect((await cloud.db.collection(of.name).where({ householdId: home._id }).count()).total).toBe(many)
})

test('how a colleague who left signed in', async () => {
  const [left, here] = [await aStaff(cloud, 'officer', { status: 'removed' }), await aStaff(cloud, 'officer')]
  const ids: string[] = []
  for (const { _id } of [left, here])
    ids.push(await put(credentials, { staffId: _id, salt: 's', hash: 'h', totpSealed: seal(cloud.keys, 'x'), lastStep: 0 }))
  onDay('2026-10-20', 0)
  await tidy()
  expect([await there(credentials, ids[0]!), await there(credentials, ids[1]!)]).toEqual([false, true])
})

test('looks are kept: what was seen of whom is the farmer’s proof', async () => {
  const home = await aHousehold(cloud)
  onDay('2026-10-20', 0)
  await cloud.call('household', 'lookup', { token: home.token }, await asFarmer(cloud, home))
  const before = (await cloud.db.collection(audit.name).where({}).count()).total
  onDay('2066-10-20', 0)
  await tidy()
  expect((await cloud.db.collection(audit.name).where({}).count()).total).toBe(before)
})

test('more than one round takes is left for the next, which is said', async () => {
  onDay('2026-10-20', 0)
  const many = Array.from({ length: 6001 }, (_, i) => ({ _id: `old-${i}`, count: 1, day: '2020-01-01' }))
  for (let i = 0; i < many.length; i += 1000) await cloud.db.collection('tries').add(many.slice(i, i + 1000))
  expect(await tidy()).toMatchObject({ more: true })
  expect((await cloud.db.collection('tries').where({ day: '2020-01-01' }).count()).total).toBe(1001)
  expect(await tidy()).toMatchObject({ more: false })
  expect((await cloud.db.collection('tries').where({ day: '2020-01-01' }).count()).total).toBe(0)
})

test('the notice says every rule that is carried out, in the county’s words', async () => {
  const { kept, sections } = await cloud.call<{ kept: { id: string; howLong: string }[]; sections: object[] }>('bulletin', 'privacy', {})
  expect(kept.map(({ id }) => id).sort()).toEqual([...retentionKinds].sort())
  expect(kept.find(({ id }) => id === 'requests')!.howLong).toBe('答复以后 3 年')
  expect(kept.find(({ id }) => id === 'looks')!.howLong).toBe('一直保存')
  expect(sections.length).toBeGreaterThan(4)
})
