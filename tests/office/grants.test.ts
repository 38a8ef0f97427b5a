import { updateOne } from '#store/db/write'
import { findGrant } from '#store/access/grants'
import { staff, type Staff } from '#store/access/staff'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aStaff, asStaff } from '../harness/people'
import { anAgency, granting, wish, type Agency } from './granting'
import { recordedBy, tuesday } from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
let civil: Agency
let education: Agency
let data: Agency
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[civil, education, data] = [
    await anAgency(cloud, 'civil-affairs'),
    await anAgency(cloud, 'education'),
    await anAgency(cloud, 'data-office'),
  ]
})
afterAll(() => cloud.close())
const { ask, decide, revoke, listed, look } = granting(() => cloud)
const gone = '这条授权刚刚已经有人办了，或者不归您办'
const own = (id: string) => ({ holder: `staff:${id}` })

describe('a wish that is refused at once', () => {
  test.each([
    ['parts beyond the purpose', { purpose: 'eligibility', parts: ['members', 'money'] }, '为了“对象认定核查”用不着这么多内容'],
    ['no part', { parts: [] }, '请至少选一样内容'],
    ['a worker’s purpose', { purpose: 'visit', parts: ['members'] }, '请选一个事由'],
    ['the emergency, which nobody grants', { purpose: 'emergency' }, '请选一个事由'],
    ['a town that is none', { area: '330328199' }, '不认得这个地方'],
    ['another county', { area: '330329' }, '不认得这个地方'],
    ['half a code', { area: '3303281' }, '地方要写 6 位县码'],
    ['from yesterday', { from: '2026-10-19' }, '起止日期不对'],
    ['over before it begins', { from: '2026-10-25', until: '2026-10-24' }, '起止日期不对'],
    ['longer than a year and a day', { until: '2027-10-22' }, '一次最多 366 天'],
    ['a colleague of another agency', () => own(education.officer._id), '只能给本单位'],
    ['another agency', { holder: 'agency:education' }, '只能给本单位'],
    ['nobody', { holder: 'staff:' }, '只能给本单位'],
    ['no reason', { reason: ' 查 ' }, '请写明办什么事要用'],
  ])('%s', async (_, over: object | (() => object), sentence) => {
    await expect(ask(wish(civil, typeof over === 'function' ? over() : over), civil.atOfficer)).rejects.toThrow(sentence)
  })
  test('a colleague who left, or who goes to doors', async () => {
    const left = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', status: 'removed' })
    const cadre = await aStaff(cloud, 'cadre', { agencyId: 'civil-affairs' })
    for (const one of [left, cadre]) await expect(ask(wish(own(one._id)), civil.atOfficer)).rejects.toThrow('只能给本单位')
  })
  test('and the longest that is allowed is', () => ask(wish(civil, { until: '2027-10-21' }), civil.atOfficer))
})

describe('maker and checker', () => {
  /** Colleagues who see that it waits are told who may; others no more than that it is not theirs. */
  const nobodyOf = async (id: string, ...desks: As[]) => {
    for (const as of desks) {
      const seen = (await listed(as)).find((row) => row.id === id)
      const [entry] = await recordedBy(cloud, 'office.decideGrant', () =>
        expect(decide(id, as)).rejects.toThrow(seen ? `能批的：${seen.deciders}` : gone),
      )
      expect(entry).toMatchObject({ granted: false, about: { kind: 'grant', id } })
    }
    expect(await findGrant(cloud.db, id)).toMatchObject({ status: 'asked', decidedBy: null })
  }

  test('a grant for the agency: the head decides; not its data officer, not another’s head', async () => {
    const asked = await ask(wish(civil), civil.atOfficer)
    expect(asked).toMatchObject({ state: 'asked', usable: false, areaName: '南田镇', can: { decide: false, revoke: true } })
    await expect(look(asked.id, civil.atOfficer)).rejects.toThrow('没有能用的授权')
    expect(asked.deciders).toBe('叶局长（县民政局一把手）、叶局长（县数据管理中心一把手）、郑专员（县数据管理中心管理专员）')
    await nobodyOf(asked.id, civil.atDataOfficer, education.atHead, education.atDataOfficer)
    await expect(decide(asked.id, civil.atOfficer)).rejects.toThrow('not-allowed')
    const [entry] = await recordedBy(cloud, 'office.decideGrant', () => decide(asked.id, civil.atHead))
    expect(entry).toMatchObject({ granted: true, actor: { staffId: civil.head._id } })
    await look(asked.id, civil.atOfficer)
  })
  test('the head’s own wish, and one for the head: the data office decides', async () => {
    const fromHead = await ask(wish(civil), civil.atHead)
    const forHead = await ask(wish(own(civil.head._id)), civil.atOfficer)
    for (const { id } of [fromHead, forHead]) {
      await nobodyOf(id, civil.atHead)
      expect(await decide(id, data.atDataOfficer)).toMatchObject({ state: 'approved', decidedBy: '郑专员' })
    }
  })
  test('within the data office too, whoever asks or would hold does not decide', async () => {
    const asked = await ask(wish(own(data.dataOfficer._id)), data.atHead)
    await nobodyOf(asked.id, data.atHead, data.atDataOfficer)
  })
  /** As if a colleague had brought them in, or had been shown their code. */
  const broughtIn = (one: Staff, by: Partial<Staff>) => updateOne(cloud.db, staff, { _id: one._id }, { $set: by })
  describe('nobody who is one with the asker or the holder', () => {
    const aColleague = async (agencyId: string, by: Partial<Staff>, role: 'officer' | 'head' = 'officer') => {
      const one = await aStaff(cloud, role, { agencyId, name: '孙科员' })
      await broughtIn(one, by)
      return { one, as: await asStaff(cloud, one) }
    }
    test.each([
      ['whoever invited them', () => ({ invitedBy: civil.head._id })],
      ['whoever let them in anew', () => ({ resetBy: ['gone', civil.head._id] })],
      ['whoever was shown their code', () => ({ shownTo: [civil.head._id] })],
    ])('%s does not decide, for them or what they would hold; the data office does', async (_, by) => {
      const { one, as } = await aColleague('civil-affairs', by())
      for (const [input, asker] of [
        [wish(civil), as],
        [wish(own(one._id)), civil.atDataOfficer],
      ] as const) {
        const asked = await ask(input, asker)
        expect(asked.deciders).not.toContain('县民政局')
        await nobodyOf(asked.id, civil.atHead)
        await decide(asked.id, data.atHead)
      }
    })
    test('nor at the other end of a chain of invitations', async () => {
      const between = await aColleague('civil-affairs', { invitedBy: data.head._id })
      const { as } = await aColleague('civil-affairs', { invitedBy: between.one._id })
      const asked = await ask(wish(civil), as)
      await nobodyOf(asked.id, data.atHead)
      await decide(asked.id, data.atDataOfficer)
    })
    test('nor the other way round: whom one invited does not decide for one', async () => {
      const head = await aColleague('health', { invitedBy: education.dataOfficer._id }, 'head')
      await broughtIn(education.dataOfficer, { shownTo: [head.one._id] })
      const asked = await ask(wish(education), education.atDataOfficer)
      await expect(decide(asked.id, head.as)).rejects.toThrow(gone)
      await broughtIn(education.head, { invitedBy: education.dataOfficer._id })
      await nobodyOf(asked.id, education.atHead)
      await broughtIn(education.head, { invitedBy: 'operator' })
      await broughtIn(education.dataOfficer, { shownTo: [] })
      await decide(asked.id, education.atHead)
    })
    test('where the data office’s two brought a head in, the head of the discipline office decides; without one it is said what to do', async () => {
      const { as } = await aColleague('housing', { invitedBy: data.dataOfficer._id, shownTo: [data.head._id] }, 'head')
      await aStaff(cloud, 'data-officer', { agencyId: 'housing', name: '何专员' })
      const asked = await ask(wish({ holder: 'agency:housing' }), as)
      expect(asked.deciders).toContain('现在没有人能批。请联系县数据管理中心')
      await nobodyOf(asked.id, data.atHead, data.atDataOfficer)
      const discipline = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'discipline', name: '柳书记' }))
      expect((await listed(discipline)).find(({ id }) => id === asked.id)).toMatchObject({
        deciders: '柳书记（县纪委县监委一把手）',
        can: { decide: true },
      })
      expect(await cloud.call('office', 'me', {}, discipline)).toMatchObject({ waiting: { grants: expect.any(Number) as number } })
      await decide(asked.id, discipline)
    })
    test('an agency’s own wish is no business of the discipline office’s', async () => {
      const asked = await ask(wish(civil), civil.atOfficer)
      const discipline = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'discipline' }))
      await expect(decide(asked.id, discipline)).rejects.toThrow(gone)
    })
  })
  test('two who say yes at once: one does, the other is told', async () => {
    const { id } = await ask(wish(civil), civil.atOfficer)
    const tries = await Promise.allSettled([decide(id, civil.atHead), decide(id, data.atHead), decide(id, data.atDataOfficer)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(String(one.reason)).toContain(gone)
  })
  test('yes and no at once: one of them stands', async () => {
    const { id } = await ask(wish(civil), civil.atOfficer)
    const [yes, no] = await Promise.allSettled([decide(id, civil.atHead), decide(id, data.atHead, false)])
    expect(yes.status).not.toBe(no.status)
    expect(await findGrant(cloud.db, id)).toMatchObject({ status: yes.status === 'fulfilled' ? 'approved' : 'refused' })
  })
  test('no needs a why, and the asker reads it', async () => {
    const { id } = await ask(wish(civil), civil.atOfficer)
    await expect(decide(id, civil.atHead, false, '  ')).rejects.toThrow('不同意，请写一句为什么')
    await decide(id, civil.atHead, false)
    expect((await listed(civil.atOfficer)).find((row) => row.id === id)).toMatchObject({
      state: 'refused',
      reason: '核查十月发放；范围太大',
      can: { revoke: false },
    })
    await expect(decide(id, civil.atHead)).rejects.toThrow(gone)
  })
})

describe('taking back', () => {
  test('ends it at the next request', async () => {
    const { id } = await decide((await ask(wish(civil), civil.atOfficer)).id, civil.atHead)
    await look(id, civil.atOfficer)
    await expect(revoke(id, civil.atHead, ' ')).rejects.toThrow('请写收回的原因')
    expect(await revoke(id, civil.atDataOfficer, '查完了')).toMatchObject({
      state: 'revoked',
      usable: false,
      reason: '核查十月发放；查完了',
    })
    await expect(look(id, civil.atOfficer)).rejects.toThrow('没有能用的授权')
    await expect(revoke(id, civil.atHead)).rejects.toThrow(gone)
  })
  test('before it was decided leaves nothing to approve', async () => {
    const { id } = await ask(wish(civil), civil.atOfficer)
    await revoke(id, civil.atOfficer)
    await expect(decide(id, civil.atHead)).rejects.toThrow(gone)
    expect(await findGrant(cloud.db, id)).toMatchObject({ status: 'revoked' })
  })
  test('is for whoever asked, the agency’s two, and the data office', async () => {
    const { id } = await ask(wish(civil), civil.atDataOfficer)
    for (const as of [civil.atOfficer, education.atHead, education.atOfficer]) await expect(revoke(id, as)).rejects.toThrow(gone)
    await revoke(id, data.atHead)
  })
  test('at the moment of a yes leaves it revoked or not approved, never used', async () => {
    const { id } = await ask(wish(civil), civil.atOfficer)
    await Promise.allSettled([decide(id, civil.atHead), revoke(id, civil.atOfficer)])
    const { status } = (await findGrant(cloud.db, id))!
    if (status === 'approved') await revoke(id, civil.atOfficer)
    await expect(look(id, civil.atOfficer)).rejects.toThrow('没有能用的授权')
  })
})

describe('days', () => {
  test('a grant counts from its first day to its last, as the county’s calendar has them', async () => {
    const { _id } = await aGrant(cloud, civil.officer, { from: '2026-10-21', until: '2026-10-22' })
    const on: [string, boolean][] = [
      ['2026-10-20T15:59:59.000Z', false],
      ['2026-10-20T16:00:00.000Z', true],
      ['2026-10-22T15:59:59.000Z', true],
      ['2026-10-22T16:00:00.000Z', false],
    ]
    for (const [instant, open] of on) {
      onlyTheClockIsFake(instant)
      const seen = look(_id, civil.atOfficer)
      await (open ? seen : expect(seen).rejects.toThrow('没有能用的授权'))
    }
    onlyTheClockIsFake(tuesday)
  })
})

test('an agency sees its own grants, the data office’s two all; desks say what waits', async () => {
  const { id } = await ask(wish(education), education.atOfficer)
  const ids = async (as: As) => (await listed(as)).map((row) => row.id)
  expect(await ids(education.atHead)).toContain(id)
  expect(new Set((await listed(education.atOfficer)).map(({ agency }) => agency))).toEqual(new Set(['县教育局']))
  expect(await ids(civil.atHead)).not.toContain(id)
  for (const as of [data.atHead, data.atDataOfficer]) expect(await ids(as)).toContain(id)
  expect(await ids(data.atOfficer)).not.toContain(id)
  const waiting = async (as: As) => (await cloud.call<{ waiting: { grants: number } }>('office', 'me', {}, as)).waiting.grants
  expect([await waiting(education.atHead), await waiting(education.atDataOfficer), await waiting(education.atOfficer)]).toEqual([1, 0, 0])
  await decide(id, data.atHead)
  expect(await waiting(education.atHead)).toBe(0)
})

test('a holder who moved in from another agency brings nothing along: an account holds for its own', async () => {
  const { _id } = await aGrant(cloud, civil.officer, { holder: 'agency:civil-affairs' })
  await expect(look(_id, await asStaff(cloud, education.officer))).rejects.toThrow('没有能用的授权')
})
