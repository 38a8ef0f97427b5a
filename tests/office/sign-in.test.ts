import { hashPassphrase } from '#kernel/access/passphrase'
import { accounts } from '#store/access/accounts'
import { attempts } from '#store/access/attempts'
import { findById, findEach } from '#store/db/read'
import { updateOne } from '#store/db/write'
import { credentials, staff } from '#store/access/staff'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asFarmer, asWorker } from '../harness/people'
import { enrolled, laterBy, passphrase, shownBy, signIn, staleOf, trySignIn, tuesday, type Enrolled } from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
let wu: Enrolled
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  wu = await enrolled(cloud, 'wu.min')
})
afterAll(() => cloud.close())
/** So that the authenticator shows a code that no test before has used. */
beforeEach(() => laterBy(1.5))

const me = (session: string) => cloud.call<{ name: string }>('office', 'me', {}, { session })
const wrong = '登录名、口令或动态码有一样不对'

test('name, passphrase and code open the desk, however the name is written', async () => {
  const { session, me: seen } = await signIn(cloud, wu, { login: ' WU.MIN ' })
  expect(seen).toMatchObject({ name: '吴科员', role: 'officer' })
  expect(await me(session)).toEqual(seen)
})

test('a passphrase typed in full width is the same passphrase', async () => {
  const typed = 'correct horse ｂａｔｔｅｒｙ'
  const one = await enrolled(cloud, 'full-width')
  await updateOne(cloud.db, credentials, { _id: 'full-width' }, { $set: await hashPassphrase('correct horse battery') })
  laterBy(1)
  await signIn(cloud, one, { passphrase: typed })
})

test('a wrong name, passphrase or code, or somebody who left: the answers are the same to the letter', async () => {
  const left = await enrolled(cloud, 'left')
  await updateOne(cloud.db, staff, { _id: left.staffId }, { $set: { status: 'removed' } })
  laterBy(1)
  const replies = [
    await trySignIn(cloud, wu, { login: 'nobody' }),
    await trySignIn(cloud, wu, { login: '' }),
    await trySignIn(cloud, wu, { login: '../$where\u0000' }),
    await trySignIn(cloud, wu, { passphrase: `${passphrase}！` }),
    await trySignIn(cloud, wu, { passphrase: '' }),
    await trySignIn(cloud, wu, { totp: staleOf(wu.secret) }),
    await trySignIn(cloud, left),
  ].map((reply) => JSON.stringify({ ...reply, requestId: '' }))
  expect(replies[0]).toContain(wrong)
  expect(new Set(replies).size).toBe(1)
})

describe('an authenticator’s code works once', () => {
  test('not again half a minute later, nor an older one after it', async () => {
    const [used, older] = [shownBy(wu.secret), shownBy(wu.secret, -1)]
    await signIn(cloud, wu)
    await expect(signIn(cloud, wu, { totp: used })).rejects.toThrow(wrong)
    laterBy(0.5)
    await expect(signIn(cloud, wu, { totp: used })).rejects.toThrow(wrong)
    await expect(signIn(cloud, wu, { totp: older })).rejects.toThrow(wrong)
    laterBy(0.5)
    await signIn(cloud, wu)
  })
  test('nor twice at once', async () => {
    const tries = await Promise.allSettled([signIn(cloud, wu), signIn(cloud, wu), signIn(cloud, wu)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
  test('nor to sign in after it was used to enrol', async () => {
    const one = await enrolled(cloud, 'fresh')
    await expect(signIn(cloud, one)).rejects.toThrow(wrong)
  })
  test('and a wrong passphrase does not use it up', async () => {
    const totp = shownBy(wu.secret)
    await expect(signIn(cloud, wu, { passphrase: '不是这一句口令不是这一句', totp })).rejects.toThrow(wrong)
    await signIn(cloud, wu, { totp })
  })
})

describe('a session', () => {
  test('ends after eight hours', async () => {
    const { session } = await signIn(cloud, wu)
    laterBy(8 * 60 - 1)
    expect(await me(session)).toMatchObject({ name: '吴科员' })
    laterBy(1)
    await expect(me(session)).rejects.toThrow('sign-in')
  })
  test('signed out of is gone with its account; the officer’s other browser stays', async () => {
    const here = await signIn(cloud, wu)
    laterBy(1)
    const there = await signIn(cloud, wu)
    await cloud.call('office', 'signOut', {}, { session: here.session })
    expect(await findById(cloud.db, accounts, here.session.split('/')[0]!)).toBeUndefined()
    await expect(me(here.session)).rejects.toThrow('sign-in')
    expect(await me(there.session)).toMatchObject({ name: '吴科员' })
  })
})

describe('from outside the office’s networks', () => {
  const counted = async () => (await findEach(cloud.db, attempts, {})).length
  test.each([
    ['an address elsewhere', { sourceIp: '203.0.113.9' }],
    [
      'the same, saying in headers that it is inside',
      { sourceIp: '203.0.113.9', headers: { 'x-forwarded-for': '127.0.0.1', 'X-Real-IP': '127.0.0.1', forwarded: 'for=127.0.0.1' } },
    ],
    ['no address at all', { sourceIp: '' }],
  ])('%s is turned away before anything is judged or used up', async (_, from) => {
    const before = await counted()
    const totp = shownBy(wu.secret)
    for (const over of [{ totp }, { totp: '000000' }, { login: 'nobody' }]) {
      expect(await trySignIn(cloud, wu, over, from)).toMatchObject({
        error: { code: 'not-allowed', message: expect.stringContaining('只能在单位的内网里用') as string },
      })
    }
    expect(await counted()).toBe(before)
    await signIn(cloud, wu, { totp })
  })
  test('a session from inside is worth nothing', async () => {
    const { session } = await signIn(cloud, wu)
    expect(await cloud.reply('office', 'me', {}, { session }, { sourceIp: '203.0.113.9' })).toMatchObject({
      error: { code: 'not-allowed' },
    })
  })
})

test('a farmer’s or a worker’s session at the desk is nobody’s: the door asks for an officer’s sign-in', async () => {
  const home = await aHousehold(cloud)
  for (const as of [await asFarmer(cloud, home), await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })]) {
    expect(await cloud.reply('office', 'me', {}, as)).toMatchObject({ error: { code: 'sign-in' } })
  }
})
