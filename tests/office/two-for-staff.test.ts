import type { DeskMe } from '#contract/office/desk'
import type { StaffRow, StaffWishRow } from '#contract/office/staffing'
import { updateOne } from '#store/db/write'
import { findStaff, staff, type Staff } from '#store/access/staff'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aStaff, asStaff } from '../harness/people'
import { anAgency, granting, signs, wish, type Agency } from './granting'
import {
  aClerk,
  askStaff,
  decideStaff,
  enrol,
  enrolled,
  invite,
  laterBy,
  letIn,
  recordedBy,
  signIn,
  startEnrol,
  tuesday,
  type Enrolled,
} from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
let civil: Agency
let data: Agency
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[civil, data] = [await anAgency(cloud, 'civil-affairs'), await anAgency(cloud, 'data-office')]
})
afterAll(() => cloud.close())
const { ask, decide } = granting(() => cloud)
const me = (as: As) => cloud.call<DeskMe>('office', 'me', {}, as)
const wishes = async (as: As) => (await cloud.call<{ wishes: StaffWishRow[] }>('office', 'staff', {}, as)).wishes
const withdraw = (id: string, as: As) => cloud.call<{ wish: StaffWishRow }>('office', 'withdrawStaff', { id }, as)
const unknownCode = '邀请码不对，或者已经用过、过期了'
/** Refused in words, on record as refused, and nothing decided. */
async function refused(id: string, as: As, sentence: string): Promise<void> {
  const [entry] = await recordedBy(cloud, 'office.decideStaff', () => expect(decideStaff(cloud, id, as)).rejects.toThrow(sentence))
  expect(entry).toMatchObject({ granted: false })
}

describe('an invented colleague', () => {
  test('is nobody, and has no code, before a second person says yes; who asked sees no code at all', async () => {
    const asked = await askStaff(cloud, { ...aClerk, name: '虚有' }, civil.atDataOfficer)
    expect(asked).toMatchObject({ state: 'asked', isNew: true, askedBy: '郑专员', can: { decide: false, withdraw: true } })
    expect(asked.deciders).toBe('叶局长（县民政局一把手）、叶局长（县数据管理中心一把手）、郑专员（县数据管理中心管理专员）')
    expect(JSON.stringify(asked)).not.toContain('code')
    expect(await findStaff(cloud.db, asked.staffId)).toBeUndefined()
    await refused(asked.id, civil.atDataOfficer, `能同意的：${asked.deciders}`)
    const { wish: decided, code } = await decideStaff(cloud, asked.id, data.atHead)
    expect(decided).toMatchObject({ state: 'approved', decidedBy: '叶局长' })
    expect(JSON.stringify(await wishes(civil.atDataOfficer))).not.toContain(code)
    expect((await enrol(cloud, code!, 'xuyou')).me).toMatchObject({ name: '虚有' })
  })
  test('cannot be made by the old road either', async () => {
    for (const input of [aClerk, { staffId: civil.officer._id }]) {
      const [entry] = await recordedBy(cloud, 'office.invite', () =>
        expect(invite(cloud, input, civil.atDataOfficer)).rejects.toThrow('邀请人、重发邀请码都要两个人'),
      )
      expect(entry).toMatchObject({ granted: false })
    }
  })
  test('from the terminal it is on record too, and about whom', async () => {
    const { _id, name, role } = civil.officer
    const [entry] = await recordedBy(cloud, 'office.invite', () => invite(cloud, { staffId: _id }))
    expect(entry).toMatchObject({
      granted: true,
      actor: { role: 'operator' },
      about: { kind: 'staff', id: _id },
      reason: `${name} ${role}`,
    })
  })
  test('every step of a wish is on record as about it', async () => {
    const asked = await recordedBy(cloud, 'office.askStaff', () => askStaff(cloud, aClerk, civil.atDataOfficer))
    const { id } = (await wishes(civil.atDataOfficer)).find(({ state }) => state === 'asked')!
    const decided = await recordedBy(cloud, 'office.decideStaff', () => decideStaff(cloud, id, civil.atHead, false))
    expect([...asked, ...decided]).toMatchObject(
      Array.from({ length: 2 }, () => ({ granted: true, about: { kind: 'staff-wish', id }, reason: '吴科员 officer' })),
    )
  })
  test('a no says why, and a wish is decided once', async () => {
    const { id } = await askStaff(cloud, aClerk, civil.atDataOfficer)
    await expect(decideStaff(cloud, id, civil.atHead, false, '')).rejects.toThrow('不同意，请写一句为什么')
    const tries = await Promise.allSettled([
      decideStaff(cloud, id, civil.atHead),
      decideStaff(cloud, id, data.atHead),
      decideStaff(cloud, id, data.atDataOfficer, false),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { id: other } = await askStaff(cloud, aClerk, civil.atDataOfficer)
    await decideStaff(cloud, other, civil.atHead, false)
    expect((await wishes(civil.atDataOfficer)).find((row) => row.id === other)).toMatchObject({ state: 'refused', reason: '没有这个人' })
    await refused(other, data.atHead, '刚刚已经有人办了')
  })
  test('asked for by somebody who left meanwhile is let in by nobody', async () => {
    const leaving = await aStaff(cloud, 'data-officer', { agencyId: 'civil-affairs', name: '走专员' })
    const { id } = await askStaff(cloud, aClerk, await asStaff(cloud, leaving))
    await cloud.call('office', 'removeStaff', { id: leaving._id }, civil.atHead)
    await refused(id, civil.atHead, '提的人（走专员）已经停用了')
  })
})

describe('whoever is let in stands for nobody behind them', () => {
  let clerk: Enrolled
  beforeAll(async () => {
    onlyTheClockIsFake(tuesday)
    clerk = await enrol(cloud, await letIn(cloud, { ...aClerk, name: '新科员' }, civil.atDataOfficer, civil.atHead), 'new.clerk')
  })
  test('not for who asked, nor for who was shown the code: neither decides for them', async () => {
    const asked = await ask(wish(civil), clerk.as)
    expect(asked.deciders).not.toContain('县民政局')
    await expect(decide(asked.id, civil.atHead)).rejects.toThrow('这条不能由您来批')
    await decide(asked.id, data.atHead)
  })
  test('and they decide for neither: a data officer’s own invention is no second person', async () => {
    // The county's data officer has a head invented for an agency, a colleague believes it; the head then waves their wishes through.
    const code = await letIn(cloud, { ...aClerk, role: 'head', name: '虚局长', agency: '县水利局' }, data.atDataOfficer, data.atHead)
    const invented = await enrol(cloud, code, 'invented.head')
    await signs(cloud, (await findStaff(cloud.db, invented.staffId))!, 'this text')
    const asked = await ask(wish(data), data.atDataOfficer)
    await expect(decide(asked.id, invented.as)).rejects.toThrow('不归您办')
    const { id } = await askStaff(cloud, { ...aClerk, role: 'data-officer', name: '虚专员', agency: '县水利局' }, data.atDataOfficer)
    await refused(id, invented.as, '能同意的：叶局长（县数据管理中心一把手）')
    expect((await wishes(data.atHead)).find((row) => row.id === id)!.deciders).not.toContain('虚局长')
  })
  test('both codes of an agency’s two are not shown to one person', async () => {
    const of = (role: string) => ({ ...aClerk, role, name: role === 'head' ? '章局长' : '章专员', agency: '县审计局' })
    await enrol(cloud, await letIn(cloud, of('head'), data.atDataOfficer, data.atHead), 'audit.head')
    const { id } = await askStaff(cloud, of('data-officer'), data.atDataOfficer)
    await refused(id, data.atHead, '县审计局的章局长，邀请码也是您拿到的')
    // The two of the data office can do it between them: one asks for the one, the other for the other.
    await letIn(cloud, of('data-officer'), data.atHead, data.atDataOfficer)
  })
})

describe('a colleague who is let in anew', () => {
  let one: Enrolled
  let row: Staff
  let serial = 0
  beforeEach(async () => {
    onlyTheClockIsFake(tuesday)
    one = await enrolled(cloud, `colleague.${serial++}`)
    row = (await findStaff(cloud.db, one.staffId))!
  })
  const again = () => ({ staffId: one.staffId, reason: '换了手机' })

  test('goes on as before until the code is used, and reads who asked and who agreed', async () => {
    const { id } = await askStaff(cloud, again(), civil.atDataOfficer)
    expect((await me(one.as)).resets).toMatchObject([{ id, askedBy: '郑专员' }])
    const { code } = await decideStaff(cloud, id, civil.atHead)
    expect((await me(one.as)).resets).toMatchObject([{ id, askedBy: '郑专员', approvedBy: '叶局长' }])
    laterBy(1)
    await signIn(cloud, one)
    const after = await enrol(cloud, code!, `${one.login}.new`)
    expect((await me(after.as)).resets).toEqual([])
    await expect(me(one.as)).rejects.toThrow('sign-in')
  })
  test('who did not want it stops it: before, and after somebody agreed, when the code is void', async () => {
    const first = await askStaff(cloud, again(), civil.atDataOfficer)
    expect((await withdraw(first.id, one.as)).wish).toMatchObject({ state: 'withdrawn', reason: '换了手机；本人说不是自己要的' })
    await refused(first.id, civil.atHead, '刚刚已经有人办了')
    const second = await askStaff(cloud, again(), civil.atDataOfficer)
    const { code } = await decideStaff(cloud, second.id, civil.atHead)
    await withdraw(second.id, one.as)
    await expect(startEnrol(cloud, code!)).rejects.toThrow(unknownCode)
    await me(one.as)
  })
  test('is not let in by who asked, nor by themselves, nor by a colleague of no duty', async () => {
    const { id } = await askStaff(cloud, again(), civil.atDataOfficer)
    await refused(id, civil.atDataOfficer, '这条不能由您来同意')
    for (const as of [one.as, civil.atOfficer]) await expect(decideStaff(cloud, id, as)).rejects.toThrow('not-allowed')
    await expect(askStaff(cloud, again(), civil.atDataOfficer)).rejects.toThrow('郑专员已经提过给吴科员重发')
    await expect(askStaff(cloud, { staffId: civil.head._id }, civil.atHead)).rejects.toThrow('自己的邀请码')
    await withdraw(id, civil.atDataOfficer)
  })
  test('is from then on decided for by neither of the two', async () => {
    await decideStaff(cloud, (await askStaff(cloud, again(), civil.atDataOfficer)).id, civil.atHead)
    expect(await findStaff(cloud.db, one.staffId)).toMatchObject({ resetBy: [civil.dataOfficer._id], shownTo: [civil.head._id] })
    const asked = await ask(wish(civil), one.as)
    await expect(decide(asked.id, civil.atHead)).rejects.toThrow('这条不能由您来批')
    await decide(asked.id, data.atDataOfficer)
  })
  test('by the terminal stands alone again', async () => {
    await updateOne(cloud.db, staff, { _id: one.staffId }, { $set: { resetBy: [civil.dataOfficer._id], shownTo: [civil.head._id] } })
    await invite(cloud, { staffId: one.staffId })
    await decide((await ask(wish(civil), one.as)).id, civil.atHead)
  })
  test('once they are removed is let in by nobody', async () => {
    const { id } = await askStaff(cloud, again(), civil.atDataOfficer)
    await cloud.call('office', 'removeStaff', { id: row._id }, civil.atHead)
    await refused(id, civil.atHead, '吴科员已经停用了')
  })
})

test('the head is told whom others let in, and says once to have seen it', async () => {
  const see = (id: string, as: As) => cloud.call<{ wish: StaffWishRow }>('office', 'seeStaff', { id }, as)
  const before = (await me(civil.atHead)).waiting.staff
  const { id } = await askStaff(cloud, { ...aClerk, name: '别人批的' }, civil.atDataOfficer)
  expect((await me(civil.atHead)).waiting.staff).toBe(before + 1)
  await decideStaff(cloud, id, data.atHead)
  expect((await me(civil.atHead)).waiting.staff).toBe(before + 1)
  expect((await wishes(civil.atHead)).find((row) => row.id === id)).toMatchObject({ decidedBy: '叶局长', can: { see: true } })
  await expect(see(id, civil.atDataOfficer)).rejects.toThrow('not-allowed')
  await see(id, civil.atHead)
  await expect(see(id, civil.atHead)).rejects.toThrow('刚刚已经有人办了')
  expect((await me(civil.atHead)).waiting.staff).toBe(before)
})

test('a colleague whose post does not do a thing is told whose does', async () => {
  await expect(askStaff(cloud, aClerk, civil.atOfficer)).rejects.toThrow('not-allowed: 这件事不归您办，由县民政局的一把手或管理专员来办')
  await expect(cloud.call('office', 'acknowledge', { id: 'x' }, civil.atDataOfficer)).rejects.toThrow('由县民政局的一把手来办')
  await expect(cloud.call('office', 'prepare', {}, civil.atHead)).rejects.toThrow('由服务器上的运维人员来办')
})

test('a head asks, too, and the data office agrees; an agency whose data officer is gone is not stuck', async () => {
  const code = await letIn(cloud, { ...aClerk, name: '一把手要的' }, civil.atHead, data.atDataOfficer)
  await enrol(cloud, code, 'asked.by.head')
  const found = (await cloud.call<{ staff: StaffRow[] }>('office', 'staff', {}, civil.atHead)).staff.find(
    ({ name }) => name === '一把手要的',
  )
  expect(found).toMatchObject({ state: 'active' })
})
