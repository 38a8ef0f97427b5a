import type { DeskMe } from '#contract/office/desk'
import type { Looks } from '#contract/household/farmer'
import { householdParts } from '#domain/register/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aDividend, aHousehold, aStaff, asFarmer, asStaff, impossibleId } from '../harness/people'
import { anAgency, granting, type Agency } from './granting'
import { looking, settle } from './looking'
import { staff } from '#store/access/staff'
import { updateOne } from '#store/db/write'
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
/** Somebody who has opened nothing today yet. */
let wu: As
beforeEach(async () => {
  onlyTheClockIsFake(tuesday)
  wu = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' }))
})
const { list, file } = looking(() => cloud)
const { listed, revoke } = granting(() => cloud)
const emergency = (over: object = {}, as: As = wu) =>
  cloud.call<{ grantId: string; until: string }>('supervision', 'emergency', { reason, token: home.token, ...over }, as)
const acknowledge = (id: string, as: As) => cloud.call('office', 'acknowledge', { id }, as)

test('one household is open for an hour, by its card or by a number, in all that an emergency needs', async () => {
  const opened = await emergency()
  expect(opened).toEqual({ grantId: expect.any(String) as string, until: '2026-10-20T03:00:00.000Z' })
  const seen = await file({ grantId: opened.grantId }, wu)
  expect(seen.file).toMatchObject({ head: '陈**', can: { see: householdParts.filter((part) => part !== 'income') } })
  expect(seen.numbers).toEqual([])
  await acknowledge(opened.grantId, civil.atHead)
  const byNumber = await emergency({ token: undefined, idNumber: home.idNumber })
  expect((await file({ grantId: byNumber.grantId }, wu)).file).toEqual(seen.file)
  laterBy(59)
  await file({ grantId: opened.grantId, householdId: home._id }, wu)
  laterBy(1)
  await expect(file({ grantId: opened.grantId, householdId: home._id }, wu)).rejects.toThrow('没有能用的授权')
})

test('the hour is an hour at midnight too', async () => {
  onlyTheClockIsFake('2026-10-20T15:40:00.000Z')
  const { grantId } = await emergency()
  laterBy(59)
  await file({ grantId, householdId: home._id }, wu)
  laterBy(1)
  await expect(file({ grantId, householdId: home._id }, wu)).rejects.toThrow('没有能用的授权')
})

test('it opens nothing else: no other household, no list, nobody else’s desk', async () => {
  const { grantId } = await emergency()
  const other = await settle(cloud, '330328102')
  await expect(file({ grantId, householdId: other._id }, wu)).rejects.toThrow('没有找到这一户')
  await expect(list({ grantId }, wu)).rejects.toThrow('没有能用的授权')
  await expect(file({ grantId, householdId: home._id }, civil.atHead)).rejects.toThrow('没有能用的授权')
})

test('without a real reason, or for nothing that is a number, it opens nothing', async () => {
  await expect(emergency({ reason: '急事' })).rejects.toThrow('请写清楚出了什么急事')
  await expect(emergency({ token: undefined })).rejects.toThrow('请填 18 位身份证号')
})

test('a number that is nobody’s, a card that is revoked, one that was never issued: opened like any, alarmed like any, and empty', async () => {
  const revoked = await aHousehold(cloud, { codeStatus: 'revoked' })
  for (const whom of [{ token: undefined, idNumber: impossibleId() }, { token: revoked.token }, { token: `1${'0'.repeat(24)}` }]) {
    const other = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '钱科员' }))
    const [known, unknown] = [
      await cloud.reply<{ grantId: string }>('supervision', 'emergency', { reason, token: home.token }, wu),
      await cloud.reply<{ grantId: string }>('supervision', 'emergency', { reason, ...whom }, other),
    ]
    const shape = (reply: object) => JSON.stringify({ ...reply, requestId: '' }).replace(/[0-9a-f-]{36}/, 'ID')
    expect(shape(unknown)).toBe(shape(known))
    const { grantId } = (unknown as { data: { grantId: string } }).data
    const [inList] = (await listed(other)).filter(({ id }) => id === grantId)
    expect(inList).toMatchObject({ emergency: true, areaName: '一户', usable: true })
    await expect(file({ grantId }, other)).rejects.toThrow('没有找到这一户')
    await acknowledge(grantId, civil.atHead)
    await acknowledge((known as { data: { grantId: string } }).data.grantId, civil.atHead)
  }
})

describe('a few a day', () => {
  const open = async () => (await emergency()).grantId

  test('the next after the head has seen the last, also one that found nobody', async () => {
    const first = await emergency({ token: undefined, idNumber: impossibleId() })
    const [entry] = await recordedBy(cloud, 'supervision.emergency', () =>
      expect(emergency()).rejects.toThrow('请县民政局的一把手先在“授权”里点“已过目”'),
    )
    expect(entry).toMatchObject({ granted: false, emergency: true, householdId: null })
    await acknowledge(first.grantId, civil.atHead)
    await open()
  })
  test('three, whatever the head says; the next day again', async () => {
    for (let i = 0; i < 3; i++) await acknowledge(await open(), civil.atHead)
    await expect(emergency()).rejects.toThrow('紧急查询一天最多 3 次，今天到数了')
    laterBy(14 * 60)
    await open()
  })
  test('of thirty at once one', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => emergency()))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(String(one.reason)).toMatch(/还在打开|还没有人过目/)
  })
})

test('a head’s own alarms the data office’s, or the discipline office’s where that one brought the head in', async () => {
  const data = await anAgency(cloud, 'data-office')
  const discipline = await anAgency(cloud, 'discipline')
  const alarmed = async (invitedBy: string) => {
    const head = await aStaff(cloud, 'head', { agencyId: 'education', name: '叶局长' })
    await updateOne(cloud.db, staff, { _id: head._id }, { $set: { invitedBy } })
    const { grantId } = await emergency({}, await asStaff(cloud, head))
    return Promise.all(
      [data, discipline].map(async ({ atHead }) => (await listed(atHead)).some(({ id, can }) => id === grantId && can.acknowledge)),
    )
  }
  expect(await alarmed('operator')).toEqual([true, false])
  expect(await alarmed(data.head._id)).toEqual([false, true])
})

test('the head is alarmed and says once to have seen it; nobody else does', async () => {
  const waiting = async (as: As) => (await cloud.call<DeskMe>('office', 'me', {}, as)).waiting.emergencies
  const before = await waiting(civil.atHead)
  const { grantId } = await emergency()
  expect(await waiting(civil.atHead)).toBe(before + 1)
  expect([await waiting(civil.atDataOfficer), await waiting(education.atHead)]).toEqual([0, 0])
  expect((await listed(civil.atHead)).find(({ id }) => id === grantId)).toMatchObject({
    emergency: true,
    reason,
    askedBy: '吴科员',
    areaName: '一户',
    can: { acknowledge: true, decide: false, revoke: true },
  })
  await expect(acknowledge(grantId, education.atHead)).rejects.toThrow('不归您办')
  await expect(acknowledge(grantId, civil.atDataOfficer)).rejects.toThrow('not-allowed')
  const tries = await Promise.allSettled([acknowledge(grantId, civil.atHead), acknowledge(grantId, civil.atHead)])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await waiting(civil.atHead)).toBe(before)
})

test('taken back, it is over before the hour; the head must still have seen it', async () => {
  const { grantId } = await emergency()
  await revoke(grantId, wu)
  await expect(file({ grantId, householdId: home._id }, wu)).rejects.toThrow('没有能用的授权')
  await acknowledge(grantId, civil.atHead)
})

test('the farmer reads that it was an emergency, who, and why', async () => {
  const burning = await settle(cloud, '330328102')
  const { grantId } = await emergency({ token: burning.token })
  laterBy(1)
  await file({ grantId, householdId: burning._id }, wu)
  const { looks } = await cloud.call<Looks>('household', 'looks', {}, await asFarmer(cloud, burning))
  expect(looks).toHaveLength(2)
  for (const look of looks)
    expect(look).toMatchObject({
      kind: 'emergency',
      granted: true,
      unit: '县民政局',
      role: '工作人员',
      purpose: expect.stringContaining(reason) as string,
    })
})
