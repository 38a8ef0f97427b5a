import { findAttempts } from '#store/access/attempts'
import { startCloud, type Cloud, type From } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { enrolled, laterBy, shownBy, signIn, staleOf, trySignIn, tuesday, type Enrolled } from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
let wu: Enrolled
let colleague: Enrolled
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[wu, colleague] = [await enrolled(cloud, 'wu.min'), await enrolled(cloud, 'colleague')]
})
afterAll(() => cloud.close())
beforeEach(() => laterBy(1.5))

/** Each test has a desk of its own. */
let desk = 1
const aDesk = (): From => ({ sourceIp: `127.0.1.${desk++}` })
const guess = (from: From, over = {}) => trySignIn(cloud, wu, { totp: staleOf(wu.secret), ...over }, from)
async function guesses(count: number, from: From, over = {}): Promise<void> {
  for (let i = 0; i < count; i++) expect(await guess(from, over)).toMatchObject({ error: { code: 'sign-in' } })
}
const waitOf = (minutes: number) => ({
  error: { code: 'not-allowed', message: expect.stringContaining(`请 ${minutes} 分钟后再试`) as string },
})

test('five failures, and even what is right must wait: a minute, then twice as long each time, an hour at most', async () => {
  const here = aDesk()
  await guesses(4, here)
  for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
    await guesses(1, here)
    expect(await trySignIn(cloud, wu, {}, here)).toMatchObject(waitOf(minutes))
    laterBy(minutes / 2)
    expect(await trySignIn(cloud, wu, {}, here)).toMatchObject(waitOf(Math.ceil(minutes / 2)))
    laterBy(minutes / 2)
  }
  await signIn(cloud, wu, {}, here)
})

test('success forgives: it takes five new failures to be locked again', async () => {
  const here = aDesk()
  await guesses(4, here)
  await signIn(cloud, wu, {}, here)
  await guesses(4, here)
  laterBy(1)
  await signIn(cloud, wu, {}, here)
})

describe('while one desk is locked for a name', () => {
  let here: From
  beforeEach(async () => {
    here = aDesk()
    await guesses(5, here)
    expect(await guess(here)).toMatchObject(waitOf(1))
  })

  test('the name’s own browser gets in from that very desk', () => signIn(cloud, wu, { device: wu.device }, here))
  test('another desk gets in', () => signIn(cloud, wu, {}, aDesk()))
  test('another name gets in', () => signIn(cloud, colleague, {}, here))
  test.each([
    ['somebody else’s browser', () => colleague.device],
    ['a made-up browser', () => `${'A'.repeat(22)}/1.${'A'.repeat(43)}`],
    ['the own browser with another number', () => `x${wu.device}`],
    ['half a browser', () => wu.device.split('/')[0]!],
  ])('%s counts as a stranger', async (_, device) => {
    expect(await trySignIn(cloud, wu, { device: device() }, here)).toMatchObject(waitOf(1))
  })
  test('a known browser has failures of its own, and is locked by them only', async () => {
    const { device } = await signIn(cloud, wu, {}, aDesk())
    await guesses(5, here, { device })
    expect(await guess(here, { device })).toMatchObject(waitOf(1))
    laterBy(0.5)
    await signIn(cloud, wu, { device: wu.device }, here)
  })
})

test('a browser known for one name is made known for the next one who signs in on it', async () => {
  const { device } = await signIn(cloud, wu, { device: colleague.device }, aDesk())
  expect(device).not.toBe(colleague.device)
  const here = aDesk()
  await guesses(5, here)
  laterBy(0.5)
  expect((await signIn(cloud, wu, { device }, here)).device).toBe(device)
})

describe('many tries at once', () => {
  test('are one step: one is counted and judged, the others come again; nobody is locked out by them', async () => {
    const here = aDesk()
    const replies = await Promise.all(Array.from({ length: 10 }, () => guess(here)))
    const codes = replies.map((reply) => ('error' in reply ? reply.error.code : 'in'))
    expect(codes.sort()).toEqual([...Array.from({ length: 9 }, () => 'busy'), 'sign-in'])
    expect(await findAttempts(cloud.db, `place/wu.min/${here.sourceIp}`)).toMatchObject({ failures: 1 })
    await signIn(cloud, wu, {}, here)
  })
  test('by the dozen, five times over: a new browser waits a minute, as after five one by one', async () => {
    const here = aDesk()
    for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 12 }, () => guess(here)))
    expect(await guess(here)).toMatchObject(waitOf(1))
    laterBy(1)
    await signIn(cloud, wu, {}, here)
  })
  test('after a wait: one of them is judged', async () => {
    const here = aDesk()
    await guesses(5, here)
    laterBy(1)
    const replies = await Promise.all(Array.from({ length: 8 }, () => guess(here)))
    expect(replies.filter((reply) => 'error' in reply && reply.error.code === 'sign-in').length).toBeLessThanOrEqual(1)
  })
})

test('the code for a step-up is not to be guessed either, and not to be used twice', async () => {
  const { session } = await signIn(cloud, wu, {}, aDesk())
  const step = (totp: string) => cloud.call('office', 'stepUp', { totp }, { session })
  await expect(step(shownBy(wu.secret))).rejects.toThrow('动态码不对，或者已经用过')
  for (let i = 0; i < 4; i++) await expect(step(staleOf(wu.secret))).rejects.toThrow('动态码不对')
  laterBy(0.5)
  await expect(step(shownBy(wu.secret))).rejects.toThrow('请 1 分钟后再试')
  laterBy(1)
  await step(shownBy(wu.secret))
})
