import type { CallAt, CallToMake } from '#contract/field/actions'
import type { BatchLineFile } from '#contract/office/batch-lines'
import type { BatchSample } from '#contract/office/callbacks'
import type { FarmerRequest } from '#contract/household/farmer'
import { wordOf } from '#affairs/confirmations/word-of'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { callbacks, changeCallback } from '#store/money/callbacks'
import { confirmations } from '#store/money/confirmations'
import { payments } from '#store/money/money'
import { persons } from '#store/people/register'
import { requests } from '#store/work/requests'
import { audit } from '#store/record/audit'
import { killedAfter } from '../harness/killed-after'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asFarmer, asStaff, aStaff, asWorker } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { aBatch, addLines, aLineOf, otherVillage, village } from './planted'

let cloud: Cloud
let finance: As
let worker: As
let neighbour: As
let elsewhere: As
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  finance = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'finance' }))
  worker = await asWorker(cloud, 'grid-worker', { areas: [village], name: '网格员小王' })
  neighbour = await asWorker(cloud, 'grid-worker', { areas: [village], name: '网格员小李' })
  elsewhere = await asWorker(cloud, 'grid-worker', { areas: [otherVillage] })
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

type Next = { next: 'done' | 'again' | 'replaced' }
const listed = async (who: As = worker) => (await cloud.call<{ calls: CallToMake[] }>('field', 'calls', {}, who)).calls
const callAt = (id: string, who: As = worker) => cloud.call<CallAt>('field', 'callAt', { id }, who)
const hear = (id: string, answer: string, who: As = worker, more: object = {}) =>
  cloud.call<Next>('field', 'call', { id, answer, ...more }, who)
const drawn = async (batchId: string) => (await cloud.call<BatchSample>('office', 'sample', { batchId }, finance)).drawn!
const draw = (batchId: string, ask: number, question: object) =>
  cloud.call<BatchSample>('office', 'drawSample', { batchId, question, ask }, finance)
const detect = { kind: 'detect', percent: 5 }
const refused = (id: string, answer: string, who?: As) =>
  expect(hear(id, answer, who)).rejects.toThrow('这一个已经问过了，或者不在您的村里')

/** A batch whose few lines are of people who are there, all of whom are asked. */
async function aDrawn(count = 2) {
  const batch = await aBatch(cloud)
  const lines = await Promise.all(Array.from({ length: count }, (_, i) => aLineOf(cloud, batch, i + 1)))
  await draw(batch._id, count, detect)
  const waiting = await findEach(cloud.db, callbacks, { batchId: batch._id })
  return {
    batch,
    lines,
    ids: waiting.map(({ _id }) => _id),
    homeOf: (id: string) => lines.find(({ line }) => line._id === waiting.find((one) => one._id === id)!.lineId)!,
  }
}

test('the sheet of one’s own villages, masked; opened, with a name and a phone, on record; nobody else’s', async () => {
  const { ids, homeOf } = await aDrawn()
  const own = (await listed()).filter(({ id }) => ids.includes(id))
  expect(own.map(({ who, village: at, what, triedOn }) => [who, at, what, triedOn])).toEqual(
    ids.map(() => ['程**', '三垟坪村', '低保金 2026年10月', []]),
  )
  expect((await listed(elsewhere)).filter(({ id }) => ids.includes(id))).toEqual([])
  const { home } = homeOf(ids[0]!)
  expect(await callAt(ids[0]!)).toMatchObject({ name: home.headName, phone: '16000000001', amountFen: 76200, tries: 3 })
  await expect(callAt(ids[0]!, elsewhere)).rejects.toThrow('not-found')
  await refused(ids[0]!, 'received', elsewhere)
  const looks = await findEach(cloud.db, audit, { 'about.id': ids[0]! })
  expect(looks.map(({ action, granted, purpose, householdId }) => [action, granted, purpose, householdId]).sort()).toEqual([
    ['field.call', false, 'verify', null],
    ['field.callAt', false, 'verify', null],
    ['field.callAt', true, 'verify', home._id],
  ])
})

test('one tap; sent twice it is one; asked once, nobody asks again', async () => {
  const { batch, ids } = await aDrawn()
  expect(await hear(ids[0]!, 'received')).toEqual({ noted: true, next: 'done' })
  expect(await hear(ids[0]!, 'received')).toEqual({ noted: true, next: 'done' })
  await refused(ids[0]!, 'not-received', neighbour)
  onlyTheClockIsFake('2026-10-21T02:00:00Z')
  await refused(ids[0]!, 'not-received')
  await expect(callAt(ids[0]!)).rejects.toThrow('not-found')
  expect(await drawn(batch._id)).toMatchObject({
    waiting: 1,
    answered: 1,
    received: 1,
    mostWrong: 1,
    confirmed: { share: 10_000, high: 10_000 },
  })
  const [kept] = await findEach(cloud.db, callbacks, { _id: ids[0]! })
  expect(kept!.tries).toMatchObject([{ on: '2026-10-20', name: '网格员小王', answer: 'received' }])
})

test('what was heard stands on the way of its line, for whoever pays', async () => {
  const { ids, homeOf } = await aDrawn(1)
  await hear(ids[0]!, 'not-received')
  const { said } = await cloud.call<BatchLineFile>('office', 'batchLine', { lineId: homeOf(ids[0]!).line._id }, finance)
  expect(said).toEqual([{ on: '2026-10-20', words: '回访时本人说没收到' }])
})

test('of two who write down the same call at once one does', async () => {
  const { ids } = await aDrawn()
  const both = await Promise.allSettled([hear(ids[0]!, 'received'), hear(ids[0]!, 'not-received', neighbour)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [kept] = await findEach(cloud.db, callbacks, { _id: ids[0]! })
  expect(kept!.tries).toHaveLength(1)
})

test('who cannot be reached is tried on three days, then the next of the reserve is asked; who does not want to say is asked no more', async () => {
  const batch = await aBatch(cloud)
  await addLines(cloud, batch, 200)
  await draw(batch._id, 51, detect)
  const [first, second] = await findEach(cloud.db, callbacks, { batchId: batch._id })
  const stateOf = async (n: number) => (await findEach(cloud.db, callbacks, { batchId: batch._id, n }))[0]!.state
  expect((await hear(first!._id, 'unreachable')).next).toBe('again')
  expect((await hear(first!._id, 'unreachable')).next).toBe('again')
  onlyTheClockIsFake('2026-10-21T02:00:00Z')
  expect((await hear(first!._id, 'unreachable', neighbour)).next).toBe('again')
  expect(await stateOf(51)).toBe('reserve')
  expect((await listed()).find(({ id }) => id === first!._id)!.triedOn).toEqual(['2026-10-20', '2026-10-21'])
  // Those who were tried today stand behind the others.
  expect((await listed()).at(-1)!.id).toBe(first!._id)
  onlyTheClockIsFake('2026-10-22T02:00:00Z')
  expect((await hear(first!._id, 'unreachable')).next).toBe('replaced')
  expect([await stateOf(0), await stateOf(51), await stateOf(52)]).toEqual(['replaced', 'waiting', 'reserve'])
  expect((await hear(second!._id, 'declined')).next).toBe('replaced')
  expect((await hear(second!._id, 'declined')).next).toBe('replaced')
  expect([await stateOf(1), await stateOf(52), await stateOf(53)]).toEqual(['replaced', 'waiting', 'reserve'])
  expect(await drawn(batch._id)).toMatchObject({ ask: 51, waiting: 51, answered: 0, unreachable: 1, declined: 1, short: 0 })
})

test('where nobody is left to be asked instead, it is said', async () => {
  const { batch, ids } = await aDrawn()
  await hear(ids[0]!, 'declined')
  expect(await drawn(batch._id)).toMatchObject({ ask: 2, waiting: 1, short: 1 })
})

test('a slip is put right by who made it, on the same day; the next word takes the dispute back', async () => {
  const { batch, ids, homeOf } = await aDrawn()
  await hear(ids[0]!, 'not-received')
  await expect(hear(ids[0]!, 'declined')).rejects.toThrow('已经记下他怎么说了')
  expect((await hear(ids[0]!, 'received')).next).toBe('done')
  expect(await drawn(batch._id)).toMatchObject({ answered: 1, received: 1, notReceived: 0, waiting: 1 })
  const asked = await findEach(cloud.db, requests, { paymentId: homeOf(ids[0]!).paymentId })
  expect(asked.map(({ answeredBy }) => answeredBy)).toEqual(['本人'])
})

test('another amount is written as it came', async () => {
  const { ids } = await aDrawn()
  await expect(hear(ids[0]!, 'other-amount')).rejects.toThrow('请写收到了多少元')
  await expect(hear(ids[0]!, 'other-amount', worker, { cameFen: 76200 })).rejects.toThrow('请点“收到了”')
  expect((await hear(ids[0]!, 'other-amount', worker, { cameFen: 50000 })).next).toBe('done')
})

test('shares by programme and town only where enough have answered, in the pack’s order', async () => {
  const batch = await aBatch(cloud, { programmes: ['minimum-living', 'disability-care'] })
  await addLines(cloud, batch, 200, (n) => ({
    programme: n <= 120 ? 'minimum-living' : 'disability-care',
    ...(n % 10 === 0 && { townCode: '330328100', villageCode: '330328100201' }),
  }))
  await draw(batch._id, 155, { kind: 'detect', percent: 1 })
  const town = await asWorker(cloud, 'grid-worker', { areas: ['330328100201'] })
  const all = await findEach(cloud.db, callbacks, { batchId: batch._id, state: 'waiting' })
  for (const { _id, n, villageCode } of all) await hear(_id, n < 5 ? 'not-received' : 'received', villageCode === village ? worker : town)
  const { groups, confirmed, received, notReceived, mostWrong } = await drawn(batch._id)
  expect({ received, notReceived, mostWrong }).toEqual({ received: 150, notReceived: 5, mostWrong: undefined })
  expect(confirmed).toEqual({ share: 9677, low: 9267, high: 9862 })
  const answeredOf = (by: (one: (typeof all)[number]) => boolean) => all.filter(by).length
  expect(groups.map(({ by, name, answered }) => [by, name, answered])).toEqual([
    ['programme', '低保金', answeredOf(({ programme }) => programme === 'minimum-living')],
    ['programme', '重度残疾人护理补贴', answeredOf(({ programme }) => programme === 'disability-care')],
    ['town', '南田镇', answeredOf(({ townCode }) => townCode === '330328102')],
  ])
}, 120_000)

describe('what is heard', () => {
  const requestsOf = async (home: { headId: string; _id: string }) =>
    (await cloud.call<{ requests: FarmerRequest[] }>('household', 'requests', {}, await asFarmer(cloud, home))).requests
  const wordsOf = (paymentId: string) => findEach(cloud.db, confirmations, { paymentId })

  test('没收到 is the same dispute as from the farmer’s own phone: to whoever pays, with a deadline, and the farmer sees it', async () => {
    const { ids, homeOf } = await aDrawn()
    const { home, paymentId, line } = homeOf(ids[0]!)
    await hear(ids[0]!, 'not-received')
    await hear(ids[0]!, 'not-received')
    expect(await wordsOf(paymentId)).toMatchObject([{ said: 'not-received', by: 'call', claim: line.claim, householdId: home._id, n: 0 }])
    expect(await requestsOf(home)).toMatchObject([
      {
        kind: 'money',
        about: '低保金 2026年10月：没收到',
        words: '回访时本人说：没收到。',
        to: '县民政局',
        dueOn: expect.any(String) as string,
      },
    ])
  })

  test('收到了 ends the dispute that the farmer had begun; the amount is kept where it is another', async () => {
    const { ids, homeOf } = await aDrawn()
    const { home, paymentId } = homeOf(ids[0]!)
    await cloud.call('household', 'confirmMoney', { paymentId, said: 'other-amount', cameFen: 1000 }, await asFarmer(cloud, home))
    expect((await requestsOf(home)).map(({ answeredAt }) => answeredAt)).toEqual([undefined])
    await hear(ids[0]!, 'received')
    expect((await requestsOf(home)).map(({ answer }) => answer)).toEqual(['后来说收到了，这一件就此了结。'])
    const other = homeOf(ids[1]!)
    await hear(ids[1]!, 'other-amount', worker, { cameFen: 50000 })
    expect(await wordsOf(other.paymentId)).toMatchObject([{ said: 'other-amount', cameFen: 50000 }])
    expect((await wordsOf(paymentId)).map(({ said, by }) => [said, by])).toEqual([
      ['other-amount', 'own'],
      ['received', 'call'],
    ])
  })

  test('cut off anywhere, the answer and the dispute are both there or neither', async () => {
    for (let writes = 0, whole = false; !whole; writes++) {
      const { ids, homeOf } = await aDrawn(1)
      const { home, paymentId } = homeOf(ids[0]!)
      const read = (await findEach(cloud.db, callbacks, { _id: ids[0]! }))[0]!
      const on = { ...cloud, moment: now() }
      const person = (await findEach(cloud.db, persons, { _id: home.headId }))[0]!
      const row = (await findEach(cloud.db, payments, { _id: paymentId }))[0]!
      const word = await wordOf(on as never, { person, home, row, former: undefined }, { said: 'not-received', cameFen: null, by: 'call' })
      const change = { state: 'answered' as const, answer: 'not-received' as const, tries: [] }
      whole = await changeCallback(killedAfter(cloud.db, writes), read, change, word).then(
        () => true,
        () => false,
      )
      const [call, words, asked] = await Promise.all([
        findEach(cloud.db, callbacks, { _id: ids[0]! }),
        wordsOf(paymentId),
        findEach(cloud.db, requests, { paymentId }),
      ])
      expect([call[0]!.state, words.length, asked.length]).toEqual(whole ? ['answered', 1, 1] : ['waiting', 0, 0])
      if (whole) expect(writes).toBe(3)
    }
  })
})
