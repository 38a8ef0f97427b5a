import type { CheckAt, DueCheck } from '#contract/field/actions'
import { findEach } from '#store/db/read'
import { audit } from '#store/record/audit'
import { homeChecks } from '#store/work/cases'
import { asWorker } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { found, refusal, theDesk, village, type Desk } from './desk'

/** A grid worker goes there with the phone. */
let cloud: Cloud
let desk: Desk
let worker: As
let elsewhere: As
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  desk = await theDesk(cloud)
  worker = await asWorker(cloud, 'grid-worker', { areas: [village], name: '网格员小王' })
  elsewhere = await asWorker(cloud, 'grid-worker', { areas: ['330328102202'] })
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const ask = <Data>(action: string, input: object, who: As = worker) => cloud.call<Data>('field', action, input, who)
const due = async (who?: As) => (await ask<{ checks: DueCheck[] }>('checks', {}, who)).checks
const taken = async () => {
  const { id } = (await desk.applies()).row
  await desk.ask('takeCase', { id, words: '请看房子和药费单' })
  return id
}

test('what waits in one’s own villages, the soonest first and masked; opened, with whom to ask for and what to look at', async () => {
  onlyTheClockIsFake('2026-10-18T02:00:00Z')
  const first = await taken()
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  const second = await taken()
  const checks = await due()
  expect(checks.map(({ id, dueOn, late }) => [id, dueOn, late])).toEqual([
    [first, '2026-10-21', false],
    [second, '2026-10-23', false],
  ])
  expect(checks[0]).toMatchObject({ who: '程**', village: '三垟坪村', kind: 'recognise' })
  expect(await due(elsewhere)).toEqual([])
  const opened = await ask<CheckAt>('checkAt', { id: first })
  expect(opened.members).toEqual([
    { name: '程阿婆', relation: '户主' },
    { name: '程小宝', relation: '孙子' },
  ])
  expect(opened.asked).toBe('请看房子和药费单')
  expect(await refusal(ask('checkAt', { id: first }, elsewhere))).toContain('没有这一件')
  const looks = await findEach(cloud.db, audit, { action: 'field.checkAt' })
  expect(looks.map(({ granted, purpose }) => [granted, purpose]).sort()).toEqual([
    [false, 'verify'],
    [true, 'verify'],
  ])
})

test('what was found brings the case on; sent twice it is one check, and nobody from elsewhere writes one', async () => {
  const id = await taken()
  expect(await refusal(ask('check', { id, on: '2026-10-20', found }, elsewhere))).toContain('没有这一件')
  expect(await refusal(ask('check', { id, on: '2026-10-21', found }))).toContain('入户的日子不对')
  await ask('check', { id, on: '2026-10-20', found })
  await ask('check', { id, on: '2026-10-20', found })
  expect(await findEach(cloud.db, homeChecks, { caseId: id })).toHaveLength(1)
  const file = await desk.ask('case', { id })
  expect(file.row.state).toBe('compare')
  expect(file.check).toMatchObject({ on: '2026-10-20', by: '网格员小王（南田镇人民政府）', found: { met: '本人', consent: true } })
  expect((await due()).map((one) => one.id)).not.toContain(id)
  expect(await refusal(ask('checkAt', { id }))).toContain('没有这一件')
})
