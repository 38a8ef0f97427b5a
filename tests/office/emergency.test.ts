import type { DeskMe } from '#contract/desk'
import type { Looks } from '#contract/farmer'
import { householdParts } from '#domain/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aDividend, aHousehold, asFarmer, impossibleId } from '../harness/people'
import { anAgency, granting, type Agency } from './granting'
import { looking, settle } from './looking'
import { laterBy, recordedBy, tuesday } from './officers'

jest.setTimeout(60_000)
const reason = '家里起火，要联系家属'
let cloud: Cloud
let civil: Agency
let education: Agency
let home: Awaited<ReturnType<typeof settle>>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[civil, education, home] = [await anAgency(cloud, 'civil-affairs'), await anAgency(cloud, 'education'), await settle(cloud, '330328102')]
  await aDividend(cloud, home._id)
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake(tuesday))
const { list, file } = looking(() => cloud)
const { listed, revoke } = granting(() => cloud)
const emergency = (over: object = {}, as: As = civil.atOfficer) => cloud.call<{ grantId: string; householdId: string; until: string }>('supervision', 'emergency', { reason, token: home.token, ...over }, as)
const acknowledge = (id: string, as: As) => cloud.call('office', 'acknowledge', { id }, as)

test('one household is open for an hour, by its card or by a number, in all that an emergency needs', async () => {
  const opened = await emergency()
  expect(opened).toMatchObject({ householdId: home._id, until: '2026-10-20T03:00:00.000Z' })
  expect(await emergency({ token: undefined, idNumber: home.idNumber })).toMatchObject({ householdId: home._id })
  const seen = await file({ grantId: opened.grantId, householdId: home._id }, civil.atOfficer)
  expect(seen.file.can.see).toEqual(householdParts)
  expect(seen.numbers[0]!.values.every(({ full }) => !full)).toBe(true)
  laterBy(59)
  await file({ grantId: opened.grantId, householdId: home._id }, civil.atOfficer)
  laterBy(1)
  await expect(file({ grantId: opened.grantId, householdId: home._id }, civil.atOfficer)).rejects.toThrow('没有能用的授权')
})

test('the hour is an hour at midnight too', async () => {
  onlyTheClockIsFake('2026-10-20T15:40:00.000Z')
  const { grantId } = await emergency()
  laterBy(59)
  await file({ grantId, householdId: home._id }, civil.atOfficer)
  laterBy(1)
  await expect(file({ grantId, householdId: home._id }, civil.atOfficer)).rejects.toThrow('没有能用的授权')
})

test('it opens nothing else: no other household, no list, nobody else’s desk', async () => {
  const { grantId } = await emergency()
  const other = await settle(cloud, '330328102')
  await expect(file({ grantId, householdId: other._id }, civil.atOfficer)).rejects.toThrow('没有找到这一户')
  await expect(list({ grantId }, civil.atOfficer)).rejects.toThrow('没有能用的授权')
  await expect(file({ grantId, householdId: home._id }, civil.atHead)).rejects.toThrow('没有能用的授权')
})

test('without a real reason, or for nobody, it opens nothing; the attempt is on record', async () => {
  await expect(emergency({ reason: '急事' })).rejects.toThrow('请写清楚出了什么急事')
  const entries = await recordedBy(cloud, 'supervision.emergency', async () => {
    for (const over of [{ token: undefined }, { token: undefined, idNumber: impossibleId() }]) await expect(emergency(over)).rejects.toThrow('没有找到这一户')
  })
  expect(entries).toMatchObject([{ granted: false, reason, emergency: true, householdId: null }, { granted: false }])
})

test('a revoked card opens nothing', async () => {
  const revoked = await aHousehold(cloud, { codeStatus: 'revoked' })
  await expect(emergency({ token: revoked.token })).rejects.toThrow('没有找到这一户')
})

test('the head is alarmed and says once to have seen it; nobody else does', async () => {
  const waiting = async (as: As) => (await cloud.call<DeskMe>('office', 'me', {}, as)).waiting.emergencies
  const before = await waiting(civil.atHead)
  const { grantId } = await emergency()
  expect(await waiting(civil.atHead)).toBe(before + 1)
  expect([await waiting(civil.atDataOfficer), await waiting(education.atHead)]).toEqual([0, 0])
  expect((await listed(civil.atHead)).find(({ id }) => id === grantId)).toMatchObject({ emergency: true, reason, askedBy: '吴科员', areaName: '一户', can: { acknowledge: true, decide: false, revoke: true } })
  await expect(acknowledge(grantId, education.atHead)).rejects.toThrow('不归您办')
  await expect(acknowledge(grantId, civil.atDataOfficer)).rejects.toThrow('not-allowed')
  const tries = await Promise.allSettled([acknowledge(grantId, civil.atHead), acknowledge(grantId, civil.atHead)])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await waiting(civil.atHead)).toBe(before)
})

test('taken back, it is over before the hour; the head must still have seen it', async () => {
  const { grantId } = await emergency()
  await revoke(grantId, civil.atOfficer)
  await expect(file({ grantId, householdId: home._id }, civil.atOfficer)).rejects.toThrow('没有能用的授权')
  await acknowledge(grantId, civil.atHead)
})

test('the farmer reads that it was an emergency, who, and why', async () => {
  const burning = await settle(cloud, '330328102')
  const { grantId } = await emergency({ token: burning.token })
  laterBy(1)
  await file({ grantId, householdId: burning._id }, civil.atOfficer)
  const { looks } = await cloud.call<Looks>('household', 'looks', {}, await asFarmer(cloud, burning))
  expect(looks).toHaveLength(2)
  for (const look of looks) expect(look).toMatchObject({ kind: 'emergency', granted: true, unit: '县民政局', role: '工作人员', purpose: expect.stringContaining(reason) as string })
})
