import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aStaff, asStaff, asWorker, signedIn } from '../harness/people'
import { aHouseholdWithPhone, aMember } from './family'
import { bindConfirm, bindStart, guess, me, wrong, type Tails } from './steps'

let cloud: Cloud
let worker: As
const village = () => cloud.county.towns[0]!.villages[0]!.code
beforeAll(async () => {
  cloud = await startCloud()
  worker = await asWorker(cloud, 'grid-worker', { areas: [village()] })
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const noMatch = 'not-found: 对不上'
const stopped = 'not-allowed: 这一户今天核对错了 5 次'

/** A household of two with a card each. */
async function twoCards() {
  const home = await aHouseholdWithPhone(cloud)
  const { token, idNumber } = await aMember(cloud, home)
  return { head: home, member: { token, idTail: idNumber.slice(-6), phoneTail: home.phoneTail } }
}

/** Fills in wrongly, and gets the worker to enter the digits. */
async function deceive(tails: Tails, as: As = worker): Promise<void> {
  const { code } = await bindStart(cloud, { ...tails, idTail: wrong(tails.idTail) })
  await expect(bindConfirm(cloud, as, tails.token, code)).rejects.toThrow(noMatch)
}
const confirmed = async (tails: Tails, as: As = worker) => bindConfirm(cloud, as, tails.token, (await bindStart(cloud, tails)).code)
const release = (token: string, as: As) => cloud.call('identity', 'bindRelease', { token }, as)

describe('whoever saw a card', () => {
  test('shuts nobody out by filling in wrongly, however often and however many at once', async () => {
    const home = await aHouseholdWithPhone(cloud)
    await guess(cloud, home, 8)
    await Promise.all(Array.from({ length: 8 }, () => guess(cloud, home, 1)))
    expect(await confirmed(home)).toMatchObject({ kind: 'bound' })
  })

  test('who goes on for ever is slowed for ten minutes; a phone that is known to us, and another card, are not', async () => {
    onlyTheClockIsFake('2026-10-20T01:00:00Z')
    const [home, other] = [await aHouseholdWithPhone(cloud), await aHouseholdWithPhone(cloud)]
    const { rejected } = await flood(home)
    expect(rejected).toEqual(expect.arrayContaining([expect.stringContaining('busy: 这会儿试的次数太多了')]))
    const known = await signedIn(cloud)
    expect(await bindConfirm(cloud, worker, home.token, (await bindStart(cloud, home, known)).code)).toMatchObject({ kind: 'bound' })
    expect(await bindConfirm(cloud, worker, other.token, (await bindStart(cloud, other, await signedIn(cloud))).code)).toMatchObject({
      kind: 'bound',
    })
    onlyTheClockIsFake('2026-10-20T01:10:00Z')
    expect(await confirmed(home)).toMatchObject({ kind: 'bound' })
  })

  /** More than an address may begin. */
  async function flood(home: Tails): Promise<{ rejected: string[] }> {
    const tries: PromiseSettledResult<void>[] = []
    while (tries.length < 125) tries.push(...(await Promise.allSettled(Array.from({ length: 25 }, () => guess(cloud, home, 1)))))
    return { rejected: tries.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])) }
  }
})

describe('five wrong ones that a worker confirmed', () => {
  test('stop the household for the day, whatever card; the fifth right one still binds', async () => {
    onlyTheClockIsFake('2026-10-20T03:00:00Z')
    const { head, member } = await twoCards()
    for (const tails of [head, head, member, member]) await deceive(tails)
    expect(await confirmed(head)).toMatchObject({ kind: 'bound' })
    await deceive(member)
    for (const tails of [head, member]) await expect(confirmed(tails)).rejects.toThrow(stopped)
  })

  test('are let go at midnight in China', async () => {
    const { head } = await twoCards()
    for (let i = 0; i < 5; i++) await deceive(head)
    onlyTheClockIsFake('2026-10-20T15:59:59Z')
    await expect(confirmed(head, await asWorker(cloud, 'grid-worker', { areas: [head.villageCode] }))).rejects.toThrow(stopped)
    onlyTheClockIsFake('2026-10-20T16:00:00Z')
    expect(await confirmed(head)).toMatchObject({ kind: 'bound' })
  })

  test('are let go by the counter, on record; and by a worker who confirmed none of them, not by one who did', async () => {
    onlyTheClockIsFake('2026-10-20T04:00:00Z')
    const { head } = await twoCards()
    const [colleague, elsewhere] = [
      await asWorker(cloud, 'grid-worker', { areas: [village()] }),
      await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[1]!.villages[0]!.code] }),
    ]
    for (let i = 0; i < 5; i++) await deceive(head)
    for (const as of [worker, elsewhere]) await expect(release(head.token, as)).rejects.toThrow('not-found: 这张卡不归您放开')
    await expect(confirmed(head, colleague)).rejects.toThrow(stopped)
    await release(head.token, colleague)
    expect(await confirmed(head, colleague)).toMatchObject({ kind: 'bound' })
    for (let i = 0; i < 5; i++) await deceive(head, colleague)
    const clerk = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'data-office' }))
    expect(await cloud.call('office', 'card', { token: head.token }, clerk)).toMatchObject({ stopped: true })
    await cloud.call('office', 'releaseBinding', { token: head.token }, clerk)
    expect(await cloud.call('office', 'card', { token: head.token }, clerk)).toMatchObject({ stopped: false })
    expect(await confirmed(head, await asWorker(cloud, 'grid-worker', { areas: [village()] }))).toMatchObject({ kind: 'bound' })
  })

  test('at once are all counted', async () => {
    onlyTheClockIsFake('2026-10-20T05:00:00Z')
    const { head, member } = await twoCards()
    await Promise.all([head, member, head, member, head].map((tails) => deceive(tails)))
    await expect(confirmed(member)).rejects.toThrow(stopped)
  })
})

describe('a worker’s tries', () => {
  test('at one card are ten a day: then even the right digits do not match', async () => {
    onlyTheClockIsFake('2026-10-20T06:00:00Z')
    const home = await aHouseholdWithPhone(cloud)
    const guesser = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    const { code } = await bindStart(cloud, home)
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let i = 0; i < 10; i++) await expect(bindConfirm(cloud, guesser, home.token, other)).rejects.toThrow(noMatch)
    await expect(bindConfirm(cloud, guesser, home.token, code)).rejects.toThrow(noMatch)
    const next = await aHouseholdWithPhone(cloud)
    expect(await confirmed(next, guesser)).toMatchObject({ kind: 'bound' })
    expect(await bindConfirm(cloud, worker, home.token, code)).toMatchObject({ kind: 'bound' })
  })

  test('and begin anew on the next day', async () => {
    const home = await aHouseholdWithPhone(cloud)
    const guesser = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    for (let i = 0; i < 10; i++) await expect(bindConfirm(cloud, guesser, home.token, '000000')).rejects.toThrow(noMatch)
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    expect(await confirmed(home, guesser)).toMatchObject({ kind: 'bound' })
  })
})

describe('the same step again', () => {
  const key = 'k'.repeat(22)
  const start = (tails: Tails, over: object = {}, as: As = 'stranger') =>
    cloud.call<{ session?: string; code: string; until: string; minutes: number }>(
      'identity',
      'bindStart',
      { token: tails.token, idTail: tails.idTail, phoneTail: tails.phoneTail, key, ...over },
      as,
    )

  test('after a reload or a lost answer: the same digits and time, as often as it likes', async () => {
    onlyTheClockIsFake('2026-10-20T07:00:00Z')
    const home = await aHouseholdWithPhone(cloud)
    const first = await start(home)
    onlyTheClockIsFake('2026-10-20T07:04:00Z')
    const phone = { session: first.session! }
    for (let i = 0; i < 25; i++) expect(await start(home, {}, phone)).toEqual({ code: first.code, until: first.until, minutes: 10 })
    // The answer was lost: the phone never got its session.
    const again = await start(home)
    expect(again).toEqual({ session: expect.any(String) as string, code: first.code, until: first.until, minutes: 10 })
    expect(again.session!.split('/')[0]).toBe(first.session!.split('/')[0])
    expect(await bindConfirm(cloud, worker, home.token, first.code)).toMatchObject({ kind: 'bound' })
    expect(await me(cloud, { session: again.session! })).toMatchObject({ farmer: true })
  })

  test('other values, another key, another phone, or ten minutes later: new digits', async () => {
    onlyTheClockIsFake('2026-10-20T08:00:00Z')
    const home = await aHouseholdWithPhone(cloud)
    const { until, session } = await start(home)
    onlyTheClockIsFake('2026-10-20T08:01:00Z')
    const others = [
      await start(home, { idTail: wrong(home.idTail) }),
      await start(home, { key: 'x'.repeat(22) }),
      await start(home, {}, await signedIn(cloud)),
    ]
    for (const other of others) expect(other.until).not.toBe(until)
    onlyTheClockIsFake('2026-10-20T08:10:00Z')
    expect((await start(home, {}, { session: session! })).until).toBe('2026-10-20T08:20:00.000Z')
  })
})
