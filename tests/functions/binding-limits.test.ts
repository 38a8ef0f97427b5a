import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asWorker, signedIn } from '../harness/people'
import { aHouseholdWithPhone, aMember } from './family'
import { bindConfirm, bindStart, guess, wrong } from './steps'

let cloud: Cloud
let worker: As
beforeAll(async () => {
  cloud = await startCloud()
  worker = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[0]!.villages[0]!.code] })
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const stopped = 'not-allowed: 今天试的次数太多了'
const noMatch = 'not-found: 对不上'

/** A household of two with a card each. */
async function twoCards() {
  const home = await aHouseholdWithPhone(cloud)
  const { token, idNumber } = await aMember(cloud, home)
  return { head: home, member: { token, idTail: idNumber.slice(-6), phoneTail: home.phoneTail } }
}

describe('five tries a day', () => {
  test('for an account, whatever cards it tries: it is told', async () => {
    const phone = await signedIn(cloud)
    for (let i = 0; i < 5; i++) await bindStart(cloud, await aHouseholdWithPhone(cloud), phone)
    const home = await aHouseholdWithPhone(cloud)
    await expect(bindStart(cloud, home, phone)).rejects.toThrow(stopped)
    expect(await bindConfirm(cloud, worker, home.token, (await bindStart(cloud, home)).code)).toMatchObject({ kind: 'bound' })
  })

  test('for a card, whoever tries: it is told, alike for one that exists and one that does not', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const made = { ...home, token: home.token.slice(0, -1) + (home.token.endsWith('0') ? '1' : '0') }
    for (const tails of [home, made]) {
      await guess(cloud, tails, 5)
      await expect(bindStart(cloud, tails)).rejects.toThrow(stopped)
      await expect(bindStart(cloud, { ...tails, token: tails.token.toLowerCase() }, await signedIn(cloud))).rejects.toThrow(stopped)
    }
  })

  test('for a household, silently: the sixth, by another card, is answered as always and never matches', async () => {
    const { head, member } = await twoCards()
    await guess(cloud, head, 3)
    await guess(cloud, member, 2)
    for (const right of [member, head]) {
      const answer = await bindStart(cloud, right)
      expect(answer).toEqual({ session: expect.any(String) as string, code: expect.stringMatching(/^\d{6}$/) as string, until: '2026-10-20T02:10:00.000Z' })
      await expect(bindConfirm(cloud, worker, head.token, answer.code)).rejects.toThrow(noMatch)
    }
  })

  test('the fifth still matches, on every count', async () => {
    const { head, member } = await twoCards()
    const phone = await signedIn(cloud)
    for (const tails of [head, head, member, member]) await bindStart(cloud, { ...tails, idTail: wrong(tails.idTail) }, phone)
    expect(await bindConfirm(cloud, worker, head.token, (await bindStart(cloud, head, phone)).code)).toMatchObject({ kind: 'bound' })
  })

  test('and five more on the next day, which begins at midnight in China', async () => {
    const { head, member } = await twoCards()
    const phone = await signedIn(cloud)
    for (let i = 0; i < 5; i++) await bindStart(cloud, { ...head, idTail: wrong(head.idTail) }, phone)
    onlyTheClockIsFake('2026-10-20T15:59:59Z')
    await expect(bindStart(cloud, head, phone)).rejects.toThrow(stopped)
    await expect(bindConfirm(cloud, worker, head.token, (await bindStart(cloud, member)).code)).rejects.toThrow(noMatch)
    onlyTheClockIsFake('2026-10-20T16:00:00Z')
    expect(await bindConfirm(cloud, worker, head.token, (await bindStart(cloud, head, phone)).code)).toMatchObject({ kind: 'bound' })
    expect(await bindConfirm(cloud, worker, head.token, (await bindStart(cloud, member)).code)).toMatchObject({ kind: 'bound' })
  })

  test('of eight at once by one account, or at one card, five get through', async () => {
    const phone = await signedIn(cloud)
    const homes = await Promise.all(Array.from({ length: 8 }, () => aHouseholdWithPhone(cloud)))
    const byOne = await Promise.allSettled(homes.map((home) => bindStart(cloud, home, phone)))
    const { head } = await twoCards()
    const atOne = await Promise.allSettled(homes.map(() => bindStart(cloud, head)))
    for (const tries of [byOne, atOne]) {
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
      for (const one of tries) if (one.status === 'rejected') expect(String(one.reason)).toContain(stopped)
    }
  })

  test('five wrong ones at once are all counted for the household', async () => {
    const { head, member } = await twoCards()
    await Promise.all(Array.from({ length: 5 }, () => guess(cloud, head, 1)))
    await expect(bindConfirm(cloud, worker, head.token, (await bindStart(cloud, member)).code)).rejects.toThrow(noMatch)
  })

  test('of right ones at once, by new phones, over two cards: five match and no more', async () => {
    const { head, member } = await twoCards()
    const started = await Promise.all([head, member, head, member, head, member, head, member].map((tails) => bindStart(cloud, tails)))
    const another = await asWorker(cloud, 'grid-worker', { areas: [head.villageCode] })
    const confirmed = await Promise.allSettled(started.map(({ code }) => bindConfirm(cloud, another, head.token, code)))
    expect(confirmed.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })
})

describe('a worker’s tries', () => {
  test('at one card are ten a day: then even the right digits do not match', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const guesser = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    const { code } = await bindStart(cloud, home)
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let i = 0; i < 10; i++) await expect(bindConfirm(cloud, guesser, home.token, other)).rejects.toThrow(noMatch)
    await expect(bindConfirm(cloud, guesser, home.token, code)).rejects.toThrow(noMatch)
    const next = await aHouseholdWithPhone(cloud)
    expect(await bindConfirm(cloud, guesser, next.token, (await bindStart(cloud, next)).code)).toMatchObject({ kind: 'bound' })
    expect(await bindConfirm(cloud, worker, home.token, code)).toMatchObject({ kind: 'bound' })
  })

  test('and begin anew on the next day', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const guesser = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    for (let i = 0; i < 10; i++) await expect(bindConfirm(cloud, guesser, home.token, '000000')).rejects.toThrow(noMatch)
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    expect(await bindConfirm(cloud, guesser, home.token, (await bindStart(cloud, home)).code)).toMatchObject({ kind: 'bound' })
  })
})
