import type { CaseSubject } from '#contract/office/cases'
import type { AlertFile, AlertList } from '#contract/supervision/alerts'
import { keepFindings } from '#affairs/alerts/keep-findings'
import { caseWatch } from '#affairs/alerts/case-watch'
import { tendCases } from '#affairs/cases/tend'
import { birthOf, checkCharacter, sexOf } from '#domain/people/id-number'
import { seal } from '#kernel/seal/seal'
import { environment } from '#kernel/call/environment'
import { now } from '#kernel/call/clock'
import { findById, findEach } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { events, households, persons } from '#store/people/register'
import { suggestions, type Suggestion } from '#store/public/suggestions'
import { cases } from '#store/work/cases'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asStaff, aStaff, impossibleId } from '../harness/people'
import { startCloud, type Cloud } from '../harness/cloud'
import { refusal, theDesk, town, village, type Desk } from './desk'

/** Where clues come from, and what becomes of those that nobody takes up. */
let cloud: Cloud
let desk: Desk
const on = (day: string) => onlyTheClockIsFake(`${day}T02:00:00Z`)
beforeAll(async () => {
  on('2026-10-20')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => on('2026-10-20'))
afterEach(() => jest.useRealTimers())

const at = () => ({ ...environment(), moment: now() })

test('a category that is valid until a month is looked at again before it is over, once', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '厉阿婆', category: 'rigid-spending' })
  await update(cloud.db, households, { _id: home._id }, { $set: { until: '2026-12' } })
  await tendCases(at())
  expect(await findEach(cloud.db, cases, { householdId: home._id })).toEqual([])
  on('2026-11-16')
  await Promise.all([tendCases(at()), tendCases(at())])
  await tendCases(at())
  const [clue, ...more] = await findEach(cloud.db, cases, { householdId: home._id })
  expect([clue!.kind, clue!.source, clue!.who, more]).toEqual(['category', 'expiry', '厉**', []])
  // It is prolonged by two people, for twelve months at most.
  await desk.looked(clue!._id)
  expect(await refusal(desk.post(clue!._id, { category: 'rigid-spending', until: '2027-12' }))).toContain('最长 12 个月')
  await desk.post(clue!._id, { category: 'rigid-spending' })
  on('2026-11-21')
  await desk.propose(clue!._id)
  await desk.decide(clue!._id, 'approve')
  expect(await findById(cloud.db, households, home._id)).toMatchObject({ category: 'rigid-spending', until: '2027-11' })
  await tendCases(at())
  expect(await findEach(cloud.db, cases, { householdId: home._id })).toHaveLength(1)
})

test('an alert that somebody on the register died opens a case with one press, and leads to it from then on', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '钟阿公' })
  const finding = {
    subject: { kind: 'person', id: home.headId },
    agencyId: 'civil-affairs',
    villageCode: village,
    why: '去世的人还在名册上。',
  } as const
  await keepFindings({ ...cloud, moment: now() }, { detector: 'dead_on_register', scope: 'all' }, [
    { ...finding, records: [], facts: ['x'] },
  ])
  const { rows } = await cloud.call<AlertList>('supervision', 'alerts', { view: 'open', detector: 'dead_on_register' }, desk.as.worker)
  const alert = () => cloud.call<AlertFile>('supervision', 'alert', { id: rows[0]!.id }, desk.as.worker)
  expect((await alert()).case).toEqual({ opens: 'died' })
  const elsewhere = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'town-330328100' }))
  const opening = { kind: 'died', alertId: rows[0]!.id, source: 'officer', words: '去世的人还在名册上。' }
  expect(await refusal(desk.ask('openCase', opening, elsewhere))).toMatch(/^not-found/)
  const opened = await desk.ask('openCase', opening)
  expect(opened.row).toMatchObject({ kind: 'died', source: 'alert', who: '钟**', people: 1 })
  expect((await alert()).case).toEqual({ id: opened.row.id })
  await desk.propose(opened.row.id, { evidence: '火化证' })
  await desk.decide(opened.row.id, 'approve')
  expect(
    (await findEach(cloud.db, events, { caseId: opened.row.id })).map(({ kind, personId, reason }) => [kind, personId, reason]),
  ).toEqual([['died', home.headId, '去世']])
})

test.each([
  ['above_the_line', true, 'exit'],
  ['missed_inclusion', true, 'category'],
  ['missed_inclusion', false, 'restore'],
] as const)('an alert %s about a household (on the register: %s) opens %s', async (detector, onRegister, kind) => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, onRegister })
  const finding = {
    subject: { kind: 'household', id: home._id },
    agencyId: 'civil-affairs',
    villageCode: village,
    why: '收入变了。',
  } as const
  await keepFindings({ ...cloud, moment: now() }, { detector, scope: 'all' }, [{ ...finding, records: [], facts: [home._id] }])
  const { rows } = await cloud.call<AlertList>('supervision', 'alerts', { view: 'open', detector }, desk.as.worker)
  const { case: leads } = await cloud.call<AlertFile>('supervision', 'alert', { id: rows[0]!.id }, desk.as.worker)
  expect(leads).toEqual({ opens: kind })
  const opened = await desk.ask('openCase', { kind, alertId: rows[0]!.id, source: 'officer', words: '收入和标准对不上。' })
  expect(opened.row).toMatchObject({ kind, source: 'alert' })
})

test('a step whose day is over is one alert of its town, however long it goes on, and gone once it is done', async () => {
  const { row } = await desk.applies()
  const look = async () => {
    const moment = now()
    const { case_late: late } = await caseWatch.look({ ...at(), moment }, town)
    await keepFindings({ ...cloud, moment }, { detector: 'case_late', scope: town }, late!)
    const list = await cloud.call<AlertList>('supervision', 'alerts', { view: 'open', detector: 'case_late' }, desk.as.worker)
    return list.rows.filter(({ why }) => why.includes('认定'))
  }
  on('2026-10-22')
  expect(await look()).toEqual([])
  on('2026-10-23')
  expect(await look()).toMatchObject([
    { word: '漏', first: '南田镇人民政府', why: expect.stringContaining('2026年10月22日以前') as string },
  ])
  on('2026-10-24')
  expect(await look()).toHaveLength(1)
  expect((await desk.list('late')).rows.find(({ id }) => id === row.id)).toMatchObject({ late: true })
  await desk.ask('takeCase', { id: row.id, words: '马上安排' })
  expect(await look()).toEqual([])
})

test('what villagers say against it while it is shown stands on the case, without who said it', async () => {
  const { row } = await desk.applies()
  await desk.looked(row.id)
  await desk.post(row.id)
  const said = (caseId: string) =>
    insert(cloud.db, suggestions, {
      ...{
        _id: `s${caseId}`,
        receipt: `r${caseId}`,
        wordsSealed: seal(cloud.keys, '他家在镇上有店面'),
        contactSealed: null,
        place: village,
        caseId,
      },
      ...{ state: 'received', receivedOn: '2026-10-21', dueOn: null, agencyId: null, agency: null, noteSealed: null, answerSealed: null },
      ...{ answeredBy: null, answeredOn: null, published: null, publicOn: null },
    } as Suggestion)
  await said(row.id)
  await said('another')
  expect((await desk.ask('case', { id: row.id })).objections).toEqual([{ on: '2026-10-21', words: '他家在镇上有店面' }])
})

test('whoever would come on the register and is like somebody who is there says so, and nothing of who that is', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '练阿婆' })
  await update(cloud.db, persons, { _id: home.headId }, { $set: { birth: birthOf(home.idNumber), sex: sexOf(home.idNumber) } })
  const first17 = home.idNumber.slice(0, 14) + String((Number(home.idNumber.slice(14, 17)) + 2) % 1000).padStart(3, '0')
  const opened = await desk.applies({ coming: [{ name: '练阿婆', idNumber: first17 + checkCharacter(first17), relation: '户主' }] })
  expect(opened.alike).toContain('练**')
  expect(opened.alike).not.toContain(home.idNumber.slice(-4))
  expect((await desk.applies()).alike).toBeUndefined()
})

test.each([
  ['with a number that cannot be', [{ name: '程阿婆', idNumber: '330399195501010011', relation: '户主' }], '身份证号不对'],
  ['without anybody', [], '至少要有一个人'],
] as const)('an application %s is told what to mend', async (_, coming, words) => {
  expect(await refusal(desk.applies({ coming }))).toContain(words)
})

test('whoever is on the register already does not come on it, and nobody comes twice', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '赵阿公' })
  const known = { name: '赵阿公', idNumber: home.idNumber, relation: '户主' }
  expect(await refusal(desk.applies({ coming: [known] }))).toContain('已经在名册上另一户里')
  expect(await refusal(desk.applies({ coming: [{ ...known, name: '赵大' }] }))).toContain('不叫赵大')
  const twice = { name: '程阿婆', idNumber: impossibleId(), relation: '户主' }
  expect(await refusal(desk.applies({ coming: [twice, twice] }))).toContain('写了两遍')
})

test('whoever a list took off the register comes back by two people, under a grant that covers them', async () => {
  const home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '夏阿公', onRegister: false })
  await update(cloud.db, persons, { _id: home.headId }, { $set: { onRegister: false } })
  const subject = await desk.ask<CaseSubject>('caseSubject', { grantId: desk.grant._id, idNumber: home.idNumber })
  expect(subject).toMatchObject({ householdId: home._id, members: [{ name: '夏**', onRegister: false }], going: [] })
  const opening = { grantId: desk.grant._id, householdId: home._id, source: 'villager', words: '说是写错了名单' }
  expect(await refusal(desk.ask('openCase', { ...opening, kind: 'exit' }))).toContain('还在名册上的人')
  const { row } = await desk.ask('openCase', { ...opening, kind: 'restore' })
  await desk.looked(row.id)
  await desk.propose(row.id)
  expect((await desk.decide(row.id, 'approve')).row.state).toBe('done')
  expect(await findById(cloud.db, households, home._id)).toMatchObject({ onRegister: true })
})
