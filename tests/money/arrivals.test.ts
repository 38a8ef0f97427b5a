import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { OwnMoney } from '#contract/household/own-money'
import { newAccount, newSession } from '#kernel/access/caller'
import { insertAccount, accounts } from '#store/access/accounts'
import { findById, findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { payments, receipts } from '#store/money/money'
import { jobs } from '#store/work/jobs'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aPayment, aProxy, asFarmer, signedIn } from '../harness/people'
import { tellingAlipay, tellingWechat } from './platforms-that-tell'

jest.setTimeout(60_000)
const words = '您有一笔钱到账了，点开看看'
let cloud: Cloud
let wechat: Awaited<ReturnType<typeof tellingWechat>>
let alipay: Awaited<ReturnType<typeof tellingAlipay>>
let folder: string
let log: jest.SpyInstance

// Before the cloud: the functions read their environment once. The county's pack gets templates, which only the platforms' consoles give.
beforeAll(async () => {
  ;[wechat, alipay] = await Promise.all([tellingWechat(), tellingAlipay()])
  Object.assign(process.env, alipay.variables, { WECHAT_APP_ID: 'wx0001', WECHAT_APP_SECRET: 'secret', WECHAT_API: wechat.url })
  folder = mkdtempSync(join(tmpdir(), 'county-'))
  cpSync(resolve(__dirname, '../../config/counties'), folder, { recursive: true })
  const file = join(folder, 'wencheng/texts.json')
  const texts = JSON.parse(readFileSync(file, 'utf8')) as object
  const arrivals = {
    ...{ words, hours: [8, 20], source: 'test' },
    ...{ wechat: { template: 'wx-template', field: 'thing1' }, alipay: { template: 'ali-template', field: 'keyword1' } },
  }
  writeFileSync(file, JSON.stringify({ ...texts, arrivals }))
  cloud = await startCloud({ county: join(folder, 'wencheng') })
})
afterAll(async () => {
  await Promise.all([cloud.close(), wechat.close(), alipay.close()])
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
  at('2026-10-20T10:00:00+08:00')
  for (const platform of [wechat, alipay]) {
    platform.messages.length = 0
    platform.refuse()
    platform.misbehave()
  }
})
afterEach(async () => {
  jest.useRealTimers()
  log.mockRestore()
  await update(cloud.db, accounts, {}, { $set: { 'arrivals.left': 0 } })
  await cloud.db.collection(jobs.name).where({ _id: 'arrivals' }).remove()
})

let time = ''
const at = (instant: string) => {
  time = new Date(instant).toISOString()
  onlyTheClockIsFake(time)
}
let user = 0
/** Somebody's phone on a platform, with a session; its user is known to the platform by this name. */
async function aPhone(platform: 'wechat' | 'alipay') {
  const home = await aHousehold(cloud)
  const name = `user-${++user}`
  const account = newAccount(cloud.keys, time, { platform, user: name })
  const { token, session } = newSession(cloud.keys, account._id, '2999-01-01T00:00:00.000Z')
  await insertAccount(cloud.db, { ...account, session, person: { personId: home.headId, boundOn: '2026-10-12' } })
  return { home, name, id: account._id, as: { session: token } as As }
}
const yes = (as: As, agree = true) => cloud.call<{ left: number }>('identity', 'arrivals', { yes: agree }, as)
/** The bank credits something, as of a receipt that is taken in now. */
async function credited({ home }: Awaited<ReturnType<typeof aPhone>>, bank = 'credited') {
  const known = new Set((await findEach(cloud.db, payments, { householdId: home._id })).map(({ _id }) => _id))
  await aPayment(cloud, home._id, { month: '2026-10', dueFen: 57_000, bank })
  const row = (await findEach(cloud.db, payments, { householdId: home._id })).find(({ _id }) => !known.has(_id))!
  await update(cloud.db, payments, { _id: row._id }, { $set: { personId: home.headId } })
  await update(cloud.db, receipts, { paymentId: row._id }, { $set: { importedAt: time } })
  return row._id
}
type Round = { more: boolean; told?: Record<string, number> }
const round = () => cloud.operate<Round>('arrivals', {}, 'patrol')
const arrivalsOf = async (id: string) => (await findById(cloud.db, accounts, id))!.arrivals!

test.each([
  ['wechat', () => wechat, 'wx-template', 'thing1'],
  ['alipay', () => alipay, 'ali-template', 'keyword1'],
] as const)(
  '%s: who agreed is told once, without an amount, a name or a programme, and only of what came since',
  async (platform, of, template, field) => {
    const phone = await aPhone(platform)
    await credited(phone)
    at('2026-10-20T10:01:00+08:00')
    expect(await yes(phone.as)).toEqual({ left: 1 })
    await credited(phone, 'E101')
    expect((await round()).told).toMatchObject({ sent: 0 })
    at('2026-10-20T12:00:00+08:00')
    await Promise.all([credited(phone), yes(phone.as)])
    await credited(phone)
    expect((await round()).told).toEqual({ sent: 1, unwanted: 0, failed: 0, dropped: 0 })
    expect(of().messages).toEqual([{ user: phone.name, template, page: 'household/money/index', data: { [field]: { value: words } } }])
    expect(await arrivalsOf(phone.id)).toMatchObject({ left: 1, told: [expect.any(String), expect.any(String)] })
    at('2026-10-21T12:00:00+08:00')
    // The bank's file comes again, corrected: the same money is not told of again.
    const { told } = await arrivalsOf(phone.id)
    await update(cloud.db, receipts, { paymentId: { $in: told } }, { $set: { importedAt: time } })
    expect((await round()).told).toMatchObject({ sent: 0 })
  },
)

test('asked once an hour and in the county’s hours only', async () => {
  const phone = await aPhone('wechat')
  await yes(phone.as)
  at('2026-10-20T20:00:00+08:00')
  await credited(phone)
  expect(await round()).toEqual({ more: false })
  at('2026-10-21T08:00:00+08:00')
  expect((await round()).told).toMatchObject({ sent: 1 })
  await yes(phone.as)
  await credited(phone)
  at('2026-10-21T08:59:00+08:00')
  expect(await round()).toEqual({ more: false })
  at('2026-10-21T09:00:00+08:00')
  await update(cloud.db, receipts, { householdId: phone.home._id }, { $set: { importedAt: time } })
  expect((await round()).told).toMatchObject({ sent: 1 })
})

test('nobody is told on a phone that is somebody else’s now, was unbound, or whose binding nobody has checked', async () => {
  const [given, unbound, unchecked] = await Promise.all([aPhone('wechat'), aPhone('wechat'), aPhone('wechat')])
  for (const phone of [given, unbound, unchecked]) await yes(phone.as)
  at('2026-10-20T11:00:00+08:00')
  for (const phone of [given, unbound, unchecked]) await credited(phone)
  await update(cloud.db, accounts, { _id: given.id }, { $set: { person: { personId: 'another', boundOn: '2026-10-20' } } })
  await update(cloud.db, accounts, { _id: unbound.id }, { $set: { person: null } })
  const vouched = { by: null, at: time, phone: null, villageCode: '', second: null, from: null, reads: true }
  await update(cloud.db, accounts, { _id: unchecked.id }, { $set: { 'person.vouched': vouched } })
  expect((await round()).told).toMatchObject({ sent: 0 })
  expect(wechat.messages).toEqual([])
})

test('a platform that fails is tried three times, an hour apart, and then it is dropped and counted; the log names nobody', async () => {
  const phone = await aPhone('wechat')
  await yes(phone.as)
  at('2026-10-20T11:00:00+08:00')
  await credited(phone)
  wechat.refuse(47003)
  const came: unknown[] = []
  for (const hour of [12, 13, 14]) {
    at(`2026-10-20T${hour}:00:00+08:00`)
    came.push((await round()).told)
  }
  expect(came).toEqual([
    expect.objectContaining({ failed: 1, dropped: 0 }),
    expect.objectContaining({ failed: 1, dropped: 0 }),
    expect.objectContaining({ failed: 0, dropped: 1 }),
  ])
  expect(await arrivalsOf(phone.id)).toMatchObject({ left: 1, dropped: 1, tries: 0 })
  expect(JSON.stringify(log.mock.calls)).toContain('errcode 47003')
  expect(JSON.stringify(log.mock.calls)).not.toMatch(new RegExp(`${phone.name}|token-|secret`))
  wechat.refuse()
  at('2026-10-20T15:00:00+08:00')
  expect((await round()).told).toMatchObject({ sent: 0 })
})

test('a platform that was down for a while, and one whose token ended, deliver later', async () => {
  const phone = await aPhone('wechat')
  await yes(phone.as)
  at('2026-10-20T11:00:00+08:00')
  await credited(phone)
  wechat.misbehave('is down')
  expect((await round()).told).toMatchObject({ failed: 1 })
  wechat.misbehave()
  wechat.endToken()
  at('2026-10-20T12:00:00+08:00')
  expect((await round()).told).toMatchObject({ sent: 1 })
  const tokens = wechat.tokens()
  const other = await aPhone('wechat')
  await yes(other.as)
  at('2026-10-20T13:00:00+08:00')
  await credited(other)
  expect((await round()).told).toMatchObject({ sent: 1 })
  expect(wechat.tokens()).toBe(tokens)
})

test.each([
  ['wechat', () => wechat, 43101],
  ['alipay', () => alipay, 'USER_NOT_SUBSCRIBE'],
] as const)('%s: whoever has taken it back at the platform is left alone', async (platform, of, code) => {
  const phone = await aPhone(platform)
  await yes(phone.as)
  await yes(phone.as)
  at('2026-10-20T11:00:00+08:00')
  await credited(phone)
  of().refuse(code)
  expect((await round()).told).toMatchObject({ unwanted: 1 })
  expect(await arrivalsOf(phone.id)).toMatchObject({ left: 0 })
})

test('many phones are told page by page, each once, also when two rounds run at once', async () => {
  const phones = []
  for (let i = 0; i < 45; i++) phones.push(await aPhone('wechat'))
  for (const phone of phones) await yes(phone.as)
  at('2026-10-20T11:00:00+08:00')
  for (const phone of phones) await credited(phone)
  await Promise.all([round(), round()])
  expect(wechat.messages.map(({ user: name }) => name).sort()).toEqual(phones.map(({ name }) => name).sort())
})

test('我的钱 says what may be asked, and how often somebody is still told; a relative and a browser are asked nothing', async () => {
  const phone = await aPhone('wechat')
  const money = (as: As, input = {}) => cloud.call<OwnMoney>('household', 'money', input, as)
  expect((await money(phone.as)).arrivals).toEqual({ template: 'wx-template' })
  await yes(phone.as)
  expect((await money(phone.as)).arrivals).toEqual({ template: 'wx-template', left: 1 })
  expect(await yes(phone.as, false)).toEqual({ left: 0 })
  expect((await money(phone.as)).arrivals).toEqual({ template: 'wx-template', left: 0 })
  const browser = await asFarmer(cloud, phone.home)
  expect((await money(browser)).arrivals).toBe('elsewhere')
  await expect(yes(browser)).rejects.toThrow('这里还没有到账提醒')
  const proxy = await aProxy(cloud, phone.home.headId, { parts: ['money'] })
  expect((await money(await signedIn(cloud, { proxyIds: [proxy._id] }), { proxyId: proxy._id })).arrivals).toBeUndefined()
})
