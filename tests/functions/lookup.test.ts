import type { HouseholdFile, LookupPage } from '#contract/household/actions'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { audit, type AuditRecord } from '#store/record/audit'
import { count, find } from '#store/db/read'
import { changeStaff } from '#store/access/staff'
import { turnedAway } from '#store/record/turned-away'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import {
  aDividend,
  aHousehold,
  aPayment,
  aStaff,
  asFarmer,
  asStaff,
  asWorker,
  bindsOf,
  boundOpenid,
  helpersFor,
  signedIn,
} from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const lookup = (token: string, as?: As, more: object = {}) => cloud.call<LookupPage>('household', 'lookup', { token, ...more }, as)
const withPurpose = { purpose: 'help-requested', consent: 'self' }
const looksAt = (householdId: string): Promise<AuditRecord[]> => find(cloud.db, audit, { householdId }, { order: [['at', 'desc']] })

async function aFullHousehold(over: Parameters<typeof aHousehold>[1] = {}) {
  const home = await aHousehold(cloud, over)
  await aPayment(cloud, home._id, { month: '2026-10', dueFen: 76200, bank: 'credited' })
  await aPayment(cloud, home._id, { month: '2026-10', programme: 'disability-care', dueFen: 25000, bank: 'E101', forWhom: '陈**' })
  await aDividend(cloud, home._id)
  await helpersFor(cloud, home._id, home.helpers[0] ?? 'w')
  return home
}

describe('a farmer scans the own card', () => {
  test('and sees money, dividends, policies, helpers and members', async () => {
    const home = await aFullHousehold()
    const page = (await lookup(home.token, await asFarmer(cloud, home))) as HouseholdFile
    expect(page).toMatchObject({
      kind: 'household',
      relation: 'self',
      head: '陈阿公',
      today: '2026-10-20',
      updatedAt: '2026-10-12T00:00:00.000Z',
    })
    expect(page.money).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '低保金', dueFen: 76200, state: 'credited', creditedOn: '2026-10-15' }),
        expect.objectContaining({
          name: '重度残疾人护理补贴',
          dueFen: 25000,
          state: 'failed',
          forWhom: '陈**',
          reason: { text: '户名不符', advice: expect.stringContaining('便民') as string },
        }),
      ]),
    )
    expect(page.money!.map(({ card, icon }) => [card?.bank, card?.tail.length, icon])).toEqual([
      ['文成农商银行', 4, 'disability'],
      ['文成农商银行', 4, 'living'],
    ])
    expect(page.dividends).toEqual([{ scheme: '飞地产业园', year: 2026, principalFen: 800000, dividendFen: 80000 }])
    expect(page.policies?.map(({ programme }) => programme).sort()).toEqual([
      'disability-care',
      'dividend',
      'family-doctor',
      'minimum-living',
    ])
    expect(page.helpers).toEqual([
      { role: 'cadre', name: '林建国', unit: '县农业农村局', post: '科员', phone: '16000000002', lastVisit: '2026-09-28' },
      { role: 'doctor', name: '周敏', unit: '南田镇卫生院' },
    ])
    expect(page.members).toEqual([{ name: '陈**', relation: '户主' }])
  })

  test('from WeChat, where the platform says who it is', async () => {
    const home = await aFullHousehold()
    const as = await boundOpenid(cloud, 'openid-1', { person: { personId: home.headId, boundOn: '2026-10-12' } })
    expect(await lookup(home.token, as)).toMatchObject({ kind: 'household', relation: 'self' })
    expect(await lookup(home.token, { openid: 'openid-2' })).toMatchObject({ kind: 'stranger' })
  })

  test('money older than twelve months is not in it', async () => {
    const home = await aHousehold(cloud)
    await aPayment(cloud, home._id, { month: '2025-10', dueFen: 1, bank: 'credited' })
    await aPayment(cloud, home._id, { month: '2025-11', dueFen: 2, bank: 'credited' })
    expect(((await lookup(home.token, await asFarmer(cloud, home))) as HouseholdFile).money?.map(({ dueFen }) => dueFen)).toEqual([2])
  })

  test('in two sequential database rounds', async () => {
    const home = await aFullHousehold()
    const farmer = await asFarmer(cloud, home)
    await lookup(home.token, farmer)
    expect((await cloud.rounds.of(() => lookup(home.token, farmer))).rounds).toBe(2)
    expect((await cloud.rounds.of(() => cloud.call('household', 'mine', {}, farmer))).rounds).toBe(2)
    expect((await cloud.rounds.of(() => lookup(home.token))).rounds).toBe(2)
  })

  test('nothing sealed, indexed or internal is in the reply', async () => {
    const home = await aFullHousehold()
    const text = JSON.stringify(await cloud.reply('household', 'lookup', { token: home.token }, await asFarmer(cloud, home)))
    for (const secret of [home.idNumber, home._id, home.headId, home.codeId, '高血压', '62000000', 'Sealed', 'Index'])
      expect(text).not.toContain(secret)
  })
})

describe('nobody can tell what a code is', () => {
  test('unknown, mistyped, revoked and forbidden answer byte for byte alike', async () => {
    const [home, revoked] = await Promise.all([aFullHousehold(), aFullHousehold({ codeStatus: 'revoked' })])
    const mistyped = home.token.slice(0, -1) + (home.token.endsWith('0') ? '1' : '0')
    const elsewhere = await asFarmer(cloud, await aHousehold(cloud))
    const otherArea = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[1]!.villages[0]!.code] })
    const expired = await signedIn(cloud, { person: { personId: home.headId, boundOn: '2026-10-12' } }, '2026-10-01T00:00:00.000Z')
    const replies = await Promise.all([
      ...[signCode(cloud.keys, newCodeId()), mistyped, revoked.token, home.token].map((token) =>
        cloud.reply('household', 'lookup', { token }),
      ),
      ...[elsewhere, otherArea, expired].map((as) => cloud.reply('household', 'lookup', { token: home.token, ...withPurpose }, as)),
      cloud.reply('household', 'lookup', { token: revoked.token }, await asFarmer(cloud, revoked)),
    ])
    const bare = replies.map((reply) => JSON.stringify({ ...reply, requestId: '' }))
    expect(new Set(bare).size).toBe(1)
    expect(bare[0]).toContain('"kind":"stranger"')
    expect(new Set(replies.map(({ requestId }) => requestId.length))).toEqual(new Set([16]))
  })

  test('every one of them takes the same rounds and requests, whoever asks', async () => {
    const [home, revoked] = await Promise.all([aHousehold(cloud), aHousehold(cloud, { codeStatus: 'revoked' })])
    const otherArea = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[1]!.villages[0]!.code] })
    const tokens = [
      signCode(cloud.keys, newCodeId()),
      home.token.slice(0, -1) + (home.token.endsWith('0') ? '1' : '0'),
      revoked.token,
      home.token,
    ]
    for (const as of ['stranger', otherArea] as const) {
      // The first count of a month makes the counter; from then on it only grows.
      for (const token of tokens) await lookup(token, as)
      const taken = []
      for (const token of tokens) taken.push(await cloud.rounds.of(() => lookup(token, as)))
      expect(taken).toEqual(taken.map(() => ({ rounds: 2, requests: as === 'stranger' ? 3 : 4 })))
    }
  })
})

describe('somebody who is turned away', () => {
  const days = (householdId: string | null) => find(cloud.db, turnedAway, { householdId })

  test('is counted by card and day, at once too; nothing is written for each scan', async () => {
    const home = await aHousehold(cloud)
    const records = await count(cloud.db, audit, {})
    await Promise.all(Array.from({ length: 41 }, () => lookup(home.token)))
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    await lookup(home.token, await asFarmer(cloud, await aHousehold(cloud)))
    expect(await days(home._id)).toMatchObject([{ month: '2026-10', days: { 20: { stranger: 41 }, 21: { farmer: 1 } } }])
    expect(await looksAt(home._id)).toEqual([])
    expect(await count(cloud.db, audit, {})).toBe(records)
  })

  test('with codes that there are not leaves one number for all of them', async () => {
    await lookup(signCode(cloud.keys, newCodeId()))
    const counts = [await count(cloud.db, audit, {}), await count(cloud.db, turnedAway, {})]
    const [before] = await days(null)
    for (let i = 0; i < 50; i++) await lookup(signCode(cloud.keys, newCodeId()))
    expect([await count(cloud.db, audit, {}), await count(cloud.db, turnedAway, {})]).toEqual(counts)
    expect((await days(null))[0]!.days[20]!.stranger).toBe(before!.days[20]!.stranger! + 50)
  })

  test('and is of the staff is on record by name once a day for each card, with how often; with no card too', async () => {
    const home = await aHousehold(cloud)
    const staff = await aStaff(cloud, 'grid-worker', { areas: [cloud.county.towns[1]!.villages[0]!.code] })
    const worker = await asStaff(cloud, staff)
    for (let i = 0; i < 12; i++) await lookup(home.token, worker, withPurpose)
    for (let i = 0; i < 12; i++) await lookup(signCode(cloud.keys, newCodeId()), worker, withPurpose)
    expect(await looksAt(home._id)).toMatchObject([{ granted: false, actor: { role: 'grid-worker', staffId: staff._id }, parts: [] }])
    expect((await days(home._id))[0]!.days[20]).toEqual({ [staff._id]: 12 })
    expect(await count(cloud.db, audit, { 'actor.staffId': staff._id })).toBe(2)
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    await lookup(home.token, worker, withPurpose)
    expect(await looksAt(home._id)).toHaveLength(2)
  })
})

test('whatever else somebody is refused again and again is on record twenty times a day, and then a number', async () => {
  const farmer = await asFarmer(cloud, await aHousehold(cloud))
  const before = await count(cloud.db, audit, { granted: false })
  for (let i = 0; i < 15; i++)
    for (const action of ['list', 'file']) await expect(cloud.call('supervision', action, {}, farmer)).rejects.toThrow()
  expect(await count(cloud.db, audit, { granted: false })).toBe(before + 20)
})

describe('a worker at the door', () => {
  test('is asked why before anything personal is shown', async () => {
    const home = await aFullHousehold()
    const worker = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    const page = await lookup(home.token, worker)
    expect(page).toMatchObject({ kind: 'ask-purpose', role: 'grid-worker' })
    expect(JSON.stringify(page)).not.toContain('陈')
    expect(await lookup(home.token, worker, { purpose: 'curiosity', consent: 'self' })).toMatchObject({ kind: 'ask-purpose' })
  })

  test('without consent sees nothing', async () => {
    const home = await aFullHousehold()
    const worker = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    await expect(lookup(home.token, worker, { purpose: 'visit' })).rejects.toThrow('bad-input: 请先征得')
    expect((await looksAt(home._id)).filter(({ granted }) => granted)).toEqual([])
  })

  test('sees only what the purpose needs, and it is on record with purpose and consent', async () => {
    const home = await aFullHousehold()
    const worker = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
    const page = await lookup(home.token, worker, { purpose: 'visit', consent: 'family' })
    expect(page).toMatchObject({ kind: 'household', relation: 'grid-worker', can: { see: ['policies', 'helpers', 'members'] } })
    expect(page).not.toHaveProperty('money')
    expect(page).not.toHaveProperty('dividends')
    expect(await looksAt(home._id)).toMatchObject([
      {
        granted: true,
        purpose: 'visit',
        consent: 'family',
        parts: ['policies', 'helpers', 'members'],
        actor: { role: 'grid-worker', name: '王小二' },
      },
    ])
  })

  test('a paired cadre sees the paired household, in whatever village', async () => {
    const home = await aFullHousehold({ helpers: ['worker-7'] })
    const page = await lookup(home.token, await asWorker(cloud, 'cadre', { workerId: 'worker-7' }), withPurpose)
    expect(page).toMatchObject({ kind: 'household', relation: 'cadre' })
    expect(JSON.stringify(page)).not.toContain('"card"')
    expect(await lookup(home.token, await asWorker(cloud, 'cadre', { workerId: 'worker-8' }), withPurpose)).toMatchObject({
      kind: 'stranger',
    })
  })

  test('who lost the post has lost the access at the next request', async () => {
    const home = await aFullHousehold()
    const post = await aStaff(cloud, 'grid-worker', { areas: [home.villageCode] })
    const worker = await boundOpenid(cloud, 'openid-w', bindsOf(post))
    expect(await lookup(home.token, worker, withPurpose)).toMatchObject({ kind: 'household' })
    await changeStaff(cloud.db, { _id: post._id }, { $set: { areas: [] } })
    expect(await lookup(home.token, worker, withPurpose)).toMatchObject({ kind: 'stranger' })
    await changeStaff(cloud.db, { _id: post._id }, { $set: { areas: [home.villageCode], status: 'removed' } })
    expect(await lookup(home.token, worker, withPurpose)).toMatchObject({ kind: 'stranger' })
  })
})

test('if the look cannot be recorded, nothing is released', async () => {
  const home = await aFullHousehold()
  const farmer = await asFarmer(cloud, home)
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => {})
  const collection = cloud.db.collection.bind(cloud.db)
  const broken = jest
    .spyOn(cloud.db, 'collection')
    .mockImplementation((name) => (name === 'audit' ? ({ add: () => Promise.reject(new Error('disk full')) } as never) : collection(name)))
  try {
    const reply = await cloud.reply('household', 'lookup', { token: home.token }, farmer)
    expect(reply).toMatchObject({ error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('陈')
  } finally {
    broken.mockRestore()
    quiet.mockRestore()
  }
})

test('a full disk is said in words that help, and nothing is released', async () => {
  const home = await aFullHousehold()
  const farmer = await asFarmer(cloud, home)
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => {})
  const collection = cloud.db.collection.bind(cloud.db)
  const full = Object.assign(new Error('The disk or the database quota is full; nothing of this request was written.'), { code: 'SYS_ERR' })
  const broken = jest
    .spyOn(cloud.db, 'collection')
    .mockImplementation((name) => (name === 'audit' ? ({ add: () => Promise.reject(full) } as never) : collection(name)))
  try {
    await expect(lookup(home.token, farmer)).rejects.toThrow('存数据的地方满了')
  } finally {
    broken.mockRestore()
    quiet.mockRestore()
  }
})

test('mine is for a signed-in farmer only', async () => {
  const home = await aFullHousehold()
  expect(await cloud.call('household', 'mine', {}, await asFarmer(cloud, home))).toMatchObject({ relation: 'self' })
  await expect(cloud.call('household', 'mine', {})).rejects.toThrow('sign-in')
  await expect(cloud.call('household', 'mine', {}, await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] }))).rejects.toThrow(
    'sign-in',
  )
})

test('bad input and unknown actions get a sentence, over HTTP with the right status', async () => {
  await expect(lookup('not a code')).rejects.toThrow('bad-input: 这不是一个小康码')
  await expect(cloud.call('household', 'constructor', {})).rejects.toThrow('unknown-action')
  await expect(cloud.call('household', 'lookup', 7)).rejects.toThrow('bad-input')
})
