import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { collections } from '#store/all'
import { find, findEach } from '#store/db/read'
import { credentials } from '#store/access/staff'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold } from '../harness/people'
import {
  aClerk,
  aDataOfficer,
  enrol,
  enrolled,
  invite,
  laterBy,
  passphrase,
  shownBy,
  signIn,
  staleOf,
  startEnrol,
  tuesday,
} from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const me = (as: { session: string }) => cloud.call<{ name: string }>('office', 'me', {}, as)
const unknownCode = '邀请码不对，或者已经用过、过期了'
const aGridWorker = () => ({
  role: 'grid-worker',
  name: '王小二',
  agency: '南田镇人民政府',
  areas: [cloud.county.towns[2]!.villages[0]!.code],
})

test('whoever holds the code reads whom it is for as often as they like, each time with a secret of its own', async () => {
  const { code } = await invite(cloud, aDataOfficer)
  const first = await startEnrol(cloud, code)
  const second = await startEnrol(cloud, `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase())
  expect(first).toMatchObject({
    name: '郑专员',
    role: 'data-officer',
    agency: '县民政局',
    secret: expect.stringMatching(/^[A-Z2-7]{32}$/) as string,
  })
  expect(first.uri).toContain(`secret=${first.secret}`)
  expect(second.secret).not.toBe(first.secret)
})

test('with passphrase and authenticator they are at their desk', async () => {
  const one = await enrolled(cloud, 'zheng', aDataOfficer)
  expect(one.me).toMatchObject({
    name: '郑专员',
    role: 'data-officer',
    agencyId: 'civil-affairs',
    agencyReady: { head: false, dataOfficer: false },
  })
  expect(await me(one.as)).toEqual(one.me)
  expect(one.me.pledge?.signedOn).toBeUndefined()
})

describe('a slip is told in a sentence, and the code is still good', () => {
  const enrolWith = async (over: Parameters<typeof enrol>[3], sentence: string, login: string) => {
    const { code } = await invite(cloud, aClerk)
    await expect(enrol(cloud, code, login, over)).rejects.toThrow(sentence)
    return enrol(cloud, code, `${login}.again`)
  }

  test('the authenticator’s code of an hour ago', async () => {
    const { code } = await invite(cloud, aClerk)
    const { secret, ticket } = await startEnrol(cloud, code)
    await expect(enrol(cloud, code, 'slip-one', { ticket, totp: staleOf(secret) })).rejects.toThrow('动态码不对')
    await enrol(cloud, code, 'slip-one')
  })
  test('the page of somebody else’s code', async () => {
    const { ticket, secret } = await startEnrol(cloud, (await invite(cloud, aClerk)).code)
    await enrolWith({ ticket, totp: shownBy(secret) }, '这一页开得太久了', 'slip-two')
  })
  test('a page that nobody made', () => enrolWith({ ticket: `1.${'A'.repeat(100)}` }, '这一页开得太久了', 'slip-three'))
  test('a page left open for a quarter of an hour', async () => {
    const { code } = await invite(cloud, aClerk)
    const { secret, ticket } = await startEnrol(cloud, code)
    laterBy(16)
    await expect(enrol(cloud, code, 'slip-four', { ticket, totp: shownBy(secret) })).rejects.toThrow('这一页开得太久了')
    await enrol(cloud, code, 'slip-four')
  })
  test('a login that a colleague has', async () => {
    await enrolled(cloud, 'lin')
    const { code } = await invite(cloud, aClerk)
    await expect(enrol(cloud, code, 'LIN')).rejects.toThrow('登录名“lin”已经有人用了')
    await enrol(cloud, code, 'lin2')
  })
  test('a short passphrase', () => enrolWith({ passphrase: '十一个字的口令还是短了' }, '口令至少 12 个字', 'slip-five'))
  test('a passphrase with the login in it', () => enrolWith({ passphrase: 'my-SLIP-SIX-secret' }, '口令里不要有登录名', 'slip-six'))
  test('a login that is none', () => enrolWith({ login: '郑' }, '登录名用 3 到 32 个小写字母', 'slip-seven'))
})

describe('a code is spent once', () => {
  test('by one of two who have it', async () => {
    const { code } = await invite(cloud, aClerk)
    const tries = await Promise.allSettled([enrol(cloud, code, 'race-one'), enrol(cloud, code, 'race-two')])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(String((tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason)).toContain(unknownCode)
    expect(await find(cloud.db, credentials, { _id: { $in: ['race-one', 'race-two'] } })).toHaveLength(1)
    await expect(startEnrol(cloud, code)).rejects.toThrow(unknownCode)
  })
  test('and not by whoever loses a login to somebody quicker: they choose another', async () => {
    const codes = [(await invite(cloud, aClerk)).code, (await invite(cloud, aClerk)).code]
    const tries = await Promise.allSettled(codes.map((code) => enrol(cloud, code, 'coveted')))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = tries.findIndex(({ status }) => status === 'rejected')
    expect(String((tries[lost] as PromiseRejectedResult).reason)).toContain('登录名“coveted”已经有人用了')
    await enrol(cloud, codes[lost]!, 'coveted2')
  })
  test('within a day', async () => {
    const { code } = await invite(cloud, aClerk)
    laterBy(24 * 60)
    await expect(startEnrol(cloud, code)).rejects.toThrow(unknownCode)
  })
  test('and is void once a newer one was made for the same person', async () => {
    const { code: lost } = await invite(cloud, aClerk)
    const staffId = (await enrol(cloud, lost, 'careless')).staffId
    const { code: lostAgain } = await invite(cloud, { staffId })
    const { code } = await invite(cloud, { staffId })
    await expect(startEnrol(cloud, lostAgain)).rejects.toThrow(unknownCode)
    await enrol(cloud, code, 'careful')
  })
})

test('a worker’s code opens no desk, an officer’s no phone', async () => {
  const worker = await invite(cloud, aGridWorker())
  await expect(startEnrol(cloud, worker.code)).rejects.toThrow(unknownCode)
  const { ticket, secret } = await startEnrol(cloud, (await invite(cloud, aClerk)).code)
  await expect(
    cloud.call('office', 'enrol', { code: worker.code, ticket, login: 'walker', passphrase, totp: shownBy(secret) }),
  ).rejects.toThrow(unknownCode)
  await cloud.call('identity', 'redeem', { code: worker.code })

  const { code } = await invite(cloud, aClerk)
  for (const as of ['stranger', { openid: 'clerk' }] as const)
    await expect(cloud.call('identity', 'redeem', { code }, as)).rejects.toThrow('登录码不对')
  await enrol(cloud, code, 'desk-only')
})

describe('whoever is invited anew', () => {
  test('is signed out everywhere; the old passphrase and authenticator open nothing', async () => {
    const before = await enrolled(cloud, 'phone-lost')
    laterBy(1)
    const second = await signIn(cloud, before)
    // The desk binds nothing else: its eight hours cannot be made more by reading one's own card there.
    const { code: card } = await invite(cloud, { token: (await aHousehold(cloud)).token })
    await expect(cloud.call('identity', 'redeem', { code: card }, { session: second.session })).rejects.toThrow('这是办公登录')
    const { code } = await invite(cloud, { staffId: before.staffId })
    expect(await me(before.as)).toMatchObject({ name: '吴科员' })
    const after = await enrol(cloud, code, 'phone-new', { passphrase: '另外一句好记又够长的口令呀' })
    for (const session of [before.session, second.session]) await expect(me({ session })).rejects.toThrow('sign-in')
    laterBy(1)
    await expect(signIn(cloud, before)).rejects.toThrow('登录名、口令或动态码有一样不对')
    await expect(signIn(cloud, after, { login: 'phone-lost' })).rejects.toThrow('登录名、口令或动态码有一样不对')
    expect(await me(after.as)).toMatchObject({ name: '吴科员' })
  })
  test('may keep the login', async () => {
    const before = await enrolled(cloud, 'same-name')
    await enrol(cloud, (await invite(cloud, { staffId: before.staffId })).code, 'same-name')
    laterBy(1)
    await expect(signIn(cloud, before)).rejects.toThrow('登录名、口令或动态码有一样不对')
  })
})

test('the database and its files hold no passphrase, secret, session or code in clear', async () => {
  const { code } = await invite(cloud, aClerk)
  const one = await enrol(cloud, code, 'secretive')
  const secrets = [passphrase, one.secret, one.session.split('/')[1]!, one.device, code]
  const stored = JSON.stringify(await Promise.all(collections.map((each) => findEach(cloud.db, each, {}))))
  expect(secrets.filter((secret) => stored.includes(secret))).toEqual([])
  const files = readdirSync(cloud.dataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(cloud.dataDir, name))
    .filter((file) => statSync(file).isFile())
  expect(files.filter((file) => secrets.some((secret) => readFileSync(file).includes(secret)))).toEqual([])
})
