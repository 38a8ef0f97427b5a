import type { CardVillages, VillageCards } from '#contract/office/cards'
import type { PrintedCard } from '#contract/office/counter'
import { cardsWatch } from '#affairs/alerts/cards-watch'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { codes } from '#store/people/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aHousehold, aPledgedAgency, aStaff, asStaff } from '../harness/people'
import { recordOf, tuesday } from '../office/officers'

jest.setTimeout(60_000)
let cloud: Cloud
let zhou: As
let elsewhere: As
let village: string
let town: string
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[town, village] = [cloud.county.towns[2]!.code, cloud.county.towns[2]!.villages[0]!.code]
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.empty()
  zhou = await asStaff(cloud, await aStaff(cloud, 'data-officer', { name: '周专员', agencyId: cloud.county.duties.data }))
  elsewhere = await asStaff(
    cloud,
    await aStaff(cloud, 'officer', { agencyId: cloud.county.agencies.find(({ area }) => area && area !== town)!.id }),
  )
})

const open = (as = zhou) => cloud.call<VillageCards>('office', 'villageCards', { village }, as)
const homes = async (count: number) => {
  const made = []
  for (let i = 0; i < count; i++) made.push(await aHousehold(cloud, { townCode: town, villageCode: village, certificateNo: `WC-${i}` }))
  return made
}
const mark = (ids: string[], word: string, over: object = {}, as = zhou) =>
  cloud.call<VillageCards & { left: number }>('office', 'markCards', { village, ids, mark: word, ...over }, as)
const states = ({ cards }: VillageCards) => cards.map(({ state }) => state)
const counts = async () => {
  const { villages } = await cloud.call<CardVillages>('office', 'cardVillages', { town }, zhou)
  return villages.find(({ code }) => code === village)!
}

test('from the list to the hand: asked, printed, handed over, signed for by somebody', async () => {
  await homes(3)
  const { cards, place } = await open()
  expect(place).toBe(cloud.county.towns[2]!.name + cloud.county.towns[2]!.villages[0]!.name)
  expect(cards.map(({ serial, name, state }) => [serial, name, state])).toEqual([1, 2, 3].map((n) => [n, '陈**', 'asked']))
  const ids = cards.map(({ id }) => id)
  expect(states(await mark(ids, 'printed'))).toEqual(['printed', 'printed', 'printed'])
  const handed = await mark([ids[0]!], 'handed', { receiver: 'self' })
  expect(handed.cards[0]).toMatchObject({ state: 'handed', handedOn: '2026-10-20', printedOn: '2026-10-20', receiver: 'self' })
  expect(await counts()).toMatchObject({ without: 0, asked: 0, printed: 2, handed: 1, late: 0 })
})

test('a card that was printed and lies about for a month is late; the next day it is not yet', async () => {
  await homes(1)
  const [{ id } = { id: '' }] = (await open()).cards
  await mark([id], 'printed')
  onlyTheClockIsFake('2026-11-19T02:00:00.000Z')
  expect((await counts()).late).toBe(0)
  onlyTheClockIsFake('2026-11-20T02:00:00.000Z')
  expect((await counts()).late).toBe(1)
  onlyTheClockIsFake(tuesday)
})

test('what does not fit is left as it is, and how many is said', async () => {
  await homes(2)
  const [first, second] = (await open()).cards.map(({ id }) => id)
  await mark([first!], 'printed')
  const answer = await mark([first!, second!, 'of another village'], 'handed', { receiver: 'relative' })
  expect([states(answer), answer.left]).toEqual([['handed', 'asked'], 2])
  expect(states(await mark([first!], 'notYet'))).toEqual(['printed', 'asked'])
  expect((await mark([first!], 'again')).cards[0]).not.toHaveProperty('printedOn')
})

test('what lies about in a village is one alert, and gone when it was handed out', async () => {
  await homes(2)
  const ids = (await open()).cards.map(({ id }) => id)
  await mark(ids, 'printed')
  onlyTheClockIsFake('2026-11-20T02:00:00.000Z')
  const found = async () => (await cardsWatch.look({ ...environment(), moment: now() }, town)).card_not_handed_over!
  expect(await found()).toMatchObject([{ subject: { kind: 'place', id: village }, agencyId: `town-${town}`, facts: ['2'] }])
  await mark(ids, 'handed', { receiver: 'village' })
  expect(await found()).toEqual([])
  onlyTheClockIsFake(tuesday)
})

test('a card is handed to somebody, or it is not marked', async () => {
  await homes(1)
  const ids = (await open()).cards.map(({ id }) => id)
  await mark(ids, 'printed')
  await expect(mark(ids, 'handed')).rejects.toThrow('请选是谁领的')
})

test('codes for everybody of a village who has none, once, however often it is asked', async () => {
  const [home] = await homes(3)
  await update(cloud.db, codes, { householdId: home!._id }, { $set: { status: 'revoked' } })
  expect(await open()).toMatchObject({ without: 1 })
  const issue = () => cloud.call<VillageCards>('office', 'issueCards', { village, people: 1 }, zhou)
  const answers = await Promise.all([issue(), issue()])
  expect(answers.map(({ without }) => without)).toEqual([0, 0])
  const own = await findEach(cloud.db, codes, { personId: home!.headId })
  expect(own.map(({ status }) => status).sort()).toEqual(['active', 'revoked'])
  expect(states(await issue())).toEqual(['asked', 'asked', 'asked'])
})

test('where others came meanwhile, it is looked at again before any is issued', async () => {
  const made = await homes(2)
  await update(cloud.db, codes, { householdId: { $in: made.map(({ _id }) => _id) } }, { $set: { status: 'revoked' } })
  await expect(cloud.call('office', 'issueCards', { village, people: 1 }, zhou)).rejects.toThrow('2 人')
})

test('the faces to print say what the card says, and nobody’s whole name', async () => {
  await homes(2)
  const ids = (await open()).cards.map(({ id }) => id)
  const { cards } = await cloud.call<{ cards: (PrintedCard & { serial: number })[] }>('office', 'printCards', { village, ids }, zhou)
  expect(cards.map(({ serial, name }) => [serial, name])).toEqual([
    [1, '陈**'],
    [2, '陈**'],
  ])
  expect(cards[0]!.address).toBe(`https://${cloud.county.codeHost}/c/${cards[0]!.token}`)
})

test('full names only under a grant for the village; a try without is on record', async () => {
  await homes(1)
  const { head, dataOfficer } = await aPledgedAgency(cloud, cloud.county.duties.data)
  const as = await asStaff(cloud, dataOfficer)
  const list = (grantId: string) => cloud.call<{ rows: object[] }>('office', 'handOutList', { village, grantId }, as)
  expect((await open(as)).grants).toEqual([])
  await expect(list('none')).rejects.toThrow()
  const grant = await aGrant(cloud, dataOfficer, { area: town })
  expect((await open(as)).grants).toMatchObject([{ id: grant._id }])
  expect((await list(grant._id)).rows).toEqual([{ serial: 1, name: '陈阿公', head: '陈阿公', relation: '户主' }])
  const tries = (await recordOf(cloud, 'office.handOutList')).map(({ grantId, granted }) => [grantId, granted])
  expect(tries).toEqual(
    expect.arrayContaining([
      ['none', false],
      [grant._id, true],
    ]),
  )
  expect(head).toBeDefined()
})

test('another town does not see the village; nor which villages there are', async () => {
  await expect(open(elsewhere)).rejects.toThrow('这件事不归您办')
  const { towns } = await cloud.call<CardVillages>('office', 'cardVillages', { town }, elsewhere)
  expect(towns.map(({ code }) => code)).not.toContain(town)
})

test('every card that somebody had, at the counter: the one that is good first, and who has it', async () => {
  const [home] = await homes(1)
  const { token } = await cloud.call<PrintedCard>('office', 'replaceCard', { token: home!.token, why: '丢了' }, zhou)
  const history = async () => (await cloud.call<{ cards: object[] }>('office', 'cardHistory', { token }, zhou)).cards
  expect(await history()).toMatchObject([
    { token, status: 'active', state: 'asked' },
    { token: home!.token, status: 'revoked', replaced: true },
  ])
  await cloud.call('office', 'cardGiven', { token }, zhou)
  expect((await history())[0]).toMatchObject({ state: 'handed', handedOn: '2026-10-20', receiver: 'self' })
  expect(await counts()).toMatchObject({ asked: 0, printed: 0, handed: 1 })
})

test('the room stands in the menu of those who serve a counter, and of nobody else', async () => {
  const civil = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' }))
  const has = async (as: As) => (await cloud.call<{ sections: string[] }>('office', 'me', {}, as)).sections.includes('cards')
  expect([await has(zhou), await has(elsewhere), await has(civil)]).toEqual([true, true, false])
})
