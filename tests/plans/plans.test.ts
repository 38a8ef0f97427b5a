import type { PlanView } from '#contract/call/plan'
import type { PlanRow } from '#contract/supervision/plans'
import type { HouseholdFile } from '#contract/household/actions'
import { madeFor } from '#affairs/plans/perform'
import { planOfHomeWatch } from '#affairs/alerts/plan-of-home-watch'
import { keptContent } from '#affairs/plans/content'
import type { PlanDraft } from '#domain/work/plans'
import { findEach } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { households } from '#store/people/register'
import { vitalEvents } from '#store/people/vital'
import { audit } from '#store/record/audit'
import { planEvents, planIdOf, plans } from '#store/work/plans'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asFarmer, asStaff, aStaff } from '../harness/people'

/** One household, one plan: written at the door, agreed on at the desk, worked on by whoever does each measure. */
const town = '330328102'
const village = '330328102201'
const on = (day: string) => onlyTheClockIsFake(`${day}T02:00:00Z`)
let cloud: Cloud
let as: Record<'worker' | 'townOfficer' | 'colleague' | 'health' | 'otherTown', As>
beforeAll(async () => {
  on('2026-12-10')
  cloud = await startCloud()
  const officer = (agencyId: string, name: string) => aStaff(cloud, 'officer', { agencyId, name }).then((one) => asStaff(cloud, one))
  as = {
    worker: await asStaff(cloud, await aStaff(cloud, 'grid-worker', { areas: [village], name: '网格员小王' })),
    townOfficer: await officer(`town-${town}`, '潘小东'),
    colleague: await officer(`town-${town}`, '叶小青'),
    health: await officer('health', '卫小健'),
    otherTown: await officer('town-330328100', '胡小西'),
  }
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => on('2026-12-10'))
afterEach(() => jest.useRealTimers())

const aHome = (over: object = {}) => aHousehold(cloud, { townCode: town, villageCode: village, headName: '钟建国', ...over })
const followUp = { id: 'doctor-follow-up', words: '每月上门量血压', who: 'health', until: '2026-12-31', proof: '血压稳住' } as const
const draft: PlanDraft = {
  causes: [{ id: 'illness' }, { id: 'schooling', until: '2028-06-30' }],
  measures: [followUp, { ...followUp, id: 'medical-aid', words: '办医疗救助', who: 'cadre' }],
}
const field = (action: string, householdId: string, input: object = {}, who: As = as.worker) =>
  cloud.call<PlanView>('field', action, { householdId, ...input }, who)
const desk = (action: string, householdId: string, input: object = {}, who: As = as.townOfficer) =>
  cloud.call<PlanView>('supervision', action, { householdId, ...input }, who)
const words = { words: '上门商量过的' }
const write = (id: string, one = draft) => field('writePlan', id, { draft: one, ...words })

test('written at the door, agreed on at the desk by another, worked on by the agency; the household reads it, all of it is on record', async () => {
  const home = await aHome()
  const own = { as: await asFarmer(cloud, home), file: () => cloud.call<HouseholdFile>('household', 'mine', {}, own.as) }
  expect(await field('planAt', home._id)).toMatchObject({ who: '钟建国', can: ['write'], history: [] })
  expect(await write(home._id)).toMatchObject({ state: 'asked', unanswered: [] })
  expect((await own.file()).plan).toBeUndefined()
  await expect(desk('plan', home._id, {}, as.health)).rejects.toThrow('不归您管')
  const agreed = await desk('approvePlan', home._id, words)
  expect(agreed).toMatchObject({ state: 'standing', who: '钟**', unanswered: ['因学'], plan: { agreedOn: '2026-12-10' } })
  await desk('noteTownMeasure', home._id, { n: 1, act: 'note', words: '第一次上门了' }, as.health)
  await expect(desk('noteTownMeasure', home._id, { n: 2, act: 'done', ...words }, as.health)).rejects.toThrow('不是贵单位做的')
  await expect(desk('noteTownMeasure', home._id, { n: 1, act: 'drop', ...words }, as.health)).rejects.toThrow('不归您办')
  await field('noteMeasure', home._id, { n: 2, act: 'done', words: '救助的钱到了' })
  await expect(field('noteMeasure', home._id, { n: 2, act: 'note', ...words })).rejects.toThrow('已经做成或者不做了')
  expect((await own.file()).plan?.measures.map(({ name, hand, state, notes }) => [name, hand, state, notes[0]?.words])).toEqual([
    ['家庭医生签约随访', '县卫生健康局', 'open', '第一次上门了'],
    ['办医疗救助、报销', '帮扶干部', 'done', '救助的钱到了'],
  ])
  const looks = await findEach(cloud.db, audit, { householdId: home._id, 'about.kind': 'plan' })
  expect(looks.filter(({ granted }) => granted).map(({ action }) => action)).toHaveLength(5)
  expect(JSON.stringify(await findEach(cloud.db, plans, {}))).not.toContain('量血压')
  const { looks: told } = await cloud.call<{ looks: { kind: string; granted: boolean }[] }>('household', 'looks', {}, own.as)
  expect(told.filter(({ kind, granted }) => kind === 'plan' && granted)).toHaveLength(5)
})

test('nobody agrees to what they wrote; sent back it is as it was written; what stood stands until the next is agreed on', async () => {
  const home = await aHome()
  await desk('writeTownPlan', home._id, { draft, ...words })
  await expect(desk('approvePlan', home._id, words)).rejects.toThrow('不是写的人')
  const back = await desk('sendBackPlan', home._id, { words: '因学的也要写措施' }, as.colleague)
  expect(back).toMatchObject({ state: 'back', wanted: { draft: { causes: draft.causes } } })
  await write(home._id)
  await desk('approvePlan', home._id, words)
  on('2026-12-20')
  const revised = await write(home._id, { ...draft, measures: [{ ...followUp, n: 1, words: '改成每周' }] })
  expect(revised).toMatchObject({ state: 'revising', plan: { agreedOn: '2026-12-10' } })
  expect((await desk('approvePlan', home._id, words)).plan?.measures.map((one) => [one.n, one.words, one.state])).toEqual([
    [1, '改成每周', 'open'],
    [2, '办医疗救助', 'dropped'],
  ])
  expect(await findEach(cloud.db, planEvents, { planId: planIdOf(home._id) })).toHaveLength(6)
})

test('two at once: one does it, the other is told; bad input says what to mend; another town sees nothing', async () => {
  const home = await aHome()
  const tries = await Promise.allSettled([write(home._id), desk('writeTownPlan', home._id, { draft, ...words })])
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []))
  expect(refused.every((message) => message.includes('刚刚有人动过'))).toBe(true)
  const events = await findEach(cloud.db, planEvents, { planId: planIdOf(home._id) })
  expect(events).toHaveLength(2 - refused.length)
  await expect(write(home._id, { ...draft, causes: [{ id: 'schooling' }] })).rejects.toThrow('写到哪天')
  await expect(desk('plan', home._id, {}, as.otherTown)).rejects.toThrow('不归您管')
  const listOf = (who: As) => cloud.call<{ rows: PlanRow[] }>('supervision', 'plans', { view: 'waiting' }, who)
  expect((await listOf(as.townOfficer)).rows.map(({ householdId }) => householdId)).toContain(home._id)
  expect((await listOf(as.otherTown)).rows).toEqual([])
})

test('off the register it can be read only; back on it goes on', async () => {
  const home = await aHome()
  await write(home._id)
  await desk('approvePlan', home._id, words)
  await update(cloud.db, households, { _id: home._id }, { $set: { onRegister: false } })
  expect(await desk('plan', home._id)).toMatchObject({ ended: true, can: [] })
  await expect(write(home._id)).rejects.toThrow('不在名册上')
  await update(cloud.db, households, { _id: home._id }, { $set: { onRegister: true } })
  expect((await desk('plan', home._id)).can).toContain('done')
})

test('what worked in five similar households is said with its counts', async () => {
  const home = await aHome({ category: 'near-minimum' })
  for (let i = 0; i < 5; i++) {
    const one = await aHome({ category: 'near-minimum' })
    const content = {
      causes: [{ id: 'disaster' }],
      measures: [{ ...followUp, n: 1, id: 'restore-production', state: 'done' as const, notes: [] }],
    }
    await insert(cloud.db, plans, {
      ...{ _id: planIdOf(one._id), householdId: one._id, townCode: town, villageCode: village, who: '钟**', state: 'standing' },
      ...{ ...keptContent(cloud, content), ...madeFor(one), agreedOn: '2026-12-01', turn: 1 },
      ...{ wantedSealed: null, askedBy: null, askedOn: null },
    })
    if (i === 3) expect((await field('planAt', home._id)).choices?.suggestions).toEqual([])
  }
  expect((await field('planAt', home._id)).choices?.suggestions).toEqual([
    { measure: 'restore-production', cause: 'disaster', why: '情况相近、同样因灾的 5 户做过“帮助恢复生产”，5 户做成。' },
  ])
})

test('what is found of a town: each kind once, for whoever has to do it; a death told since asks for another look', async () => {
  const home = await aHome()
  await write(home._id)
  await desk('approvePlan', home._id, words)
  await insert(cloud.db, vitalEvents, {
    ...{ _id: 'v', digest: 'd', personId: 'p', householdId: home._id, kind: 'died', written: '死亡', on: '2026-12-01', onIs: 'happened' },
    ...{ registeredOn: null, placeSealed: null, addressSealed: null, causeSealed: null, agency: 'public-security', from: null, to: null },
    ...{ saidOn: '2026-12-15', sheet: '', row: 1, importId: 'i', importedAt: '2026-12-15T00:00:00.000Z' },
  })
  const look = async (today: string) => {
    const found = await planOfHomeWatch.look({ db: cloud.db, county: cloud.county, moment: { today } } as never, town)
    return Object.entries(found).flatMap(([kind, findings]) =>
      findings.map(({ agencyId, facts }) => [kind, agencyId, facts.includes(home._id)]),
    )
  }
  expect(await look('2027-01-14')).not.toContainEqual(['plan_review_late', `town-${town}`, true])
  expect(await look('2027-01-30')).toEqual([
    ['plan_cause_unanswered', `town-${town}`, true],
    ['plan_measure_late', 'health', true],
    ['plan_measure_late', `town-${town}`, true],
    ['plan_review_late', `town-${town}`, true],
  ])
  const [missing] = (await look('2027-01-31')).filter(([kind]) => kind === 'plan_missing')
  expect(missing).toEqual(['plan_missing', `town-${town}`, false])
})
