import type { DeskMe } from '#contract/office/desk'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aStaff } from '../harness/people'
import { anAgency, granting, signs, wish, type Agency } from './granting'
import { recordOf, tuesday } from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
let civil: Agency
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  civil = await anAgency(cloud, 'civil-affairs')
})
afterAll(() => cloud.close())
afterEach(async () => {
  for (const one of [civil.head, civil.dataOfficer]) await signs(cloud, one, 'this text')
})
const { ask, decide, look } = granting(() => cloud)
const me = (as = civil.atHead) => cloud.call<DeskMe>('office', 'me', {}, as)

describe('no pledge, no grant', () => {
  const missing = [
    ['the head’s', () => [civil.head], '一把手还没有签责任书'],
    ['the data officer’s', () => [civil.dataOfficer], '管理专员还没有签责任书'],
    ['both', () => [civil.head, civil.dataOfficer], '一把手和管理专员还没有签责任书'],
  ] as const
  for (const what of ['nothing', 'another text'] as const) {
    test.each(missing)(`%s is missing (signed: ${what}): none is asked for, none approved, none used`, async (_, whose, sentence) => {
      const { id } = await ask(wish(civil), civil.atDataOfficer)
      const { _id: old } = await aGrant(cloud, civil.officer)
      for (const one of whose()) await signs(cloud, one, what)
      await expect(ask(wish(civil), civil.atOfficer)).rejects.toThrow(sentence)
      await expect(decide(id, civil.atHead)).rejects.toThrow(sentence)
      await expect(look(old, civil.atOfficer)).rejects.toThrow('没有能用的授权')
      await expect(
        cloud.call('supervision', 'emergency', { reason: '家里起火要联系家属', idNumber: '330399195001011234' }, civil.atOfficer),
      ).rejects.toThrow(sentence)
      for (const one of whose()) await signs(cloud, one, 'this text')
      expect(await decide(id, civil.atHead)).toMatchObject({ state: 'approved', usable: true })
      await look(old, civil.atOfficer)
    })
  }
  test('to refuse needs none', async () => {
    const { id } = await ask(wish(civil), civil.atDataOfficer)
    await signs(cloud, civil.head, 'nothing')
    expect(await decide(id, civil.atHead, false)).toMatchObject({ state: 'refused' })
  })
})

test('the pledge is signed as it was shown, by each for their own text, and it is on record', async () => {
  await signs(cloud, civil.head, 'another text')
  const before = await me()
  expect(before).toMatchObject({
    pledge: { hash: expect.stringMatching(/^[\da-f]{64}$/) as string },
    agencyReady: { head: false, dataOfficer: true },
  })
  expect(before.pledge!.signedOn).toBeUndefined()
  const { hash: other } = (await me(civil.atDataOfficer)).pledge!
  for (const hash of ['f'.repeat(64), other])
    await expect(cloud.call('office', 'pledge', { hash }, civil.atHead)).rejects.toThrow('责任书的文字刚刚改过')
  const after = await cloud.call<DeskMe>('office', 'pledge', { hash: before.pledge!.hash }, civil.atHead)
  expect(after).toMatchObject({ pledge: { signedOn: '2026-10-20' }, agencyReady: { head: true, dataOfficer: true } })
  expect(await recordOf(cloud, 'office.pledge')).toMatchObject([
    { granted: true, about: { kind: 'pledge', id: before.pledge!.hash }, actor: { staffId: civil.head._id } },
  ])
  await expect(cloud.call('office', 'pledge', { hash: before.pledge!.hash }, civil.atOfficer)).rejects.toThrow('not-allowed')
})

test('when the head is removed the agency’s grants rest, until another head has signed', async () => {
  const water = await anAgency(cloud, 'water')
  const { _id } = await aGrant(cloud, water.officer)
  await look(_id, water.atOfficer)
  await cloud.call('office', 'removeStaff', { id: water.head._id }, water.atDataOfficer)
  await expect(look(_id, water.atOfficer)).rejects.toThrow('没有能用的授权')
  await expect(cloud.call('supervision', 'file', { grantId: _id, householdId: 'x' }, water.atOfficer)).rejects.toThrow('没有能用的授权')
  await aStaff(cloud, 'head', { agencyId: 'water' })
  await look(_id, water.atOfficer)
})
