import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FarmerRequest, Look, Looks } from '#contract/household/farmer'
import type { HouseholdFile } from '#contract/household/actions'
import { householdParts, partNames } from '#domain/register/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aHousehold, aPayment, aPledgedAgency, aStaff, asFarmer, asStaff, asWorker } from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  await aPledgedAgency(cloud, 'civil-affairs')
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

type Sent = { request: FarmerRequest }
const complain = async (as: As, lookId: string, words = '我不认识这个人') =>
  (await cloud.call<Sent>('household', 'complain', { lookId, words }, as)).request
const correct = async (as: As, input: object) =>
  (await cloud.call<Sent>('household', 'correct', { words: '数目不对', ...input }, as)).request
const requestsOf = async (as: As) => (await cloud.call<{ requests: FarmerRequest[] }>('household', 'requests', {}, as)).requests
const looksOf = async (as: As) => (await cloud.call<Looks>('household', 'looks', {}, as)).looks
const officerOf = async (agencyId: string) => asStaff(cloud, await aStaff(cloud, 'officer', { agencyId, name: '郑专员' }))
const agency = (id: string) => cloud.county.agencies.find((one) => one.id === id)!.name

/** A household at which a grid worker and a stranger looked. */
async function aLookedAt() {
  const home = await aHousehold(cloud)
  await cloud.call(
    'household',
    'lookup',
    { token: home.token, purpose: 'visit', consent: 'self' },
    await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] }),
  )
  onlyTheClockIsFake('2026-10-20T02:00:01Z')
  await cloud.call('household', 'lookup', { token: home.token })
  const farmer = await asFarmer(cloud, home)
  const [byStranger, byWorker] = (await looksOf(farmer)) as [Look, Look]
  return { home, farmer, byStranger, byWorker }
}

describe('“这不对”', () => {
  test('goes to the discipline office and says of which look; the look is marked', async () => {
    const { farmer, byWorker, byStranger } = await aLookedAt()
    const request = await complain(farmer, byWorker.id)
    expect(request).toEqual({
      id: expect.any(String) as string,
      kind: 'complaint',
      about: '南田镇人民政府 网格员 10月20日的查看',
      words: '我不认识这个人',
      at: '2026-10-20T02:00:01.000Z',
      to: '县纪委县监委',
      dueOn: '2026-11-04',
    })
    expect((await looksOf(farmer)).map(({ id, complained }) => [id, complained])).toEqual([
      [byStranger.id, false],
      [byWorker.id, true],
    ])
    expect(await requestsOf(farmer)).toEqual([request])
    const { requests } = await cloud.call<{ requests: { id: string }[] }>(
      'supervision',
      'requests',
      { open: true },
      await officerOf('discipline'),
    )
    expect(requests).toMatchObject([{ id: request.id, kind: 'complaint', about: request.about, words: '我不认识这个人', from: '陈**' }])
  })

  test('of somebody not signed in, or of another farmer, is called what the list calls it', async () => {
    const { home, farmer, byStranger } = await aLookedAt()
    expect((await complain(farmer, byStranger.id)).about).toBe('没有登录的人 10月20日的查看')
    onlyTheClockIsFake('2026-10-20T02:00:02Z')
    await cloud.call('household', 'lookup', { token: home.token }, await asFarmer(cloud, await aHousehold(cloud)))
    const [newest] = await looksOf(farmer)
    expect((await complain(farmer, newest!.id)).about).toBe('一位农户 10月20日的查看')
  })

  test('of a list over the village', async () => {
    const { home, farmer } = await aLookedAt()
    const one = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
    const { _id: grantId } = await aGrant(cloud, one, { area: home.villageCode })
    await cloud.call('supervision', 'list', { grantId }, await asStaff(cloud, one))
    const list = (await looksOf(farmer)).find(({ kind }) => kind === 'list')!
    expect((await complain(farmer, list.id)).about).toBe('县民政局 工作人员 10月20日的查看')
    const elsewhere = cloud.county.towns[1]!.villages[0]!.code
    await expect(complain(await asFarmer(cloud, await aHousehold(cloud, { villageCode: elsewhere })), list.id)).rejects.toThrow('not-found')
  })

  test('of a look at another household, or of none: not found, alike, and nothing is sent', async () => {
    const { byWorker } = await aLookedAt()
    const stranger = await asFarmer(cloud, await aHousehold(cloud))
    const refusals = await Promise.all(
      [byWorker.id, 'no-such-look'].map((id) => cloud.reply('household', 'complain', { lookId: id, words: '我不认识' }, stranger)),
    )
    expect(refusals.map((reply) => 'error' in reply && reply.error)).toEqual(
      [1, 2].map(() => ({ code: 'not-found', message: expect.stringContaining('没有找到这一次查看') as string })),
    )
    expect(await requestsOf(stranger)).toEqual([])
  })
})

describe('a correction', () => {
  test('of a payment goes to its programme’s agency', async () => {
    const home = await aHousehold(cloud)
    await aPayment(cloud, home._id, { programme: 'disability-care', month: '2026-10', period: '2026年10月', dueFen: 25000 })
    const farmer = await asFarmer(cloud, home)
    const { money } = await cloud.call<HouseholdFile>('household', 'mine', {}, farmer)
    expect(await correct(farmer, { part: 'money', paymentId: money![0]!.id })).toMatchObject({
      kind: 'correction',
      about: '重度残疾人护理补贴 2026年10月',
      to: '县残疾人联合会',
    })
  })

  test.each(householdParts)('of %s goes where the county says that part comes from', async (part) => {
    const farmer = await asFarmer(cloud, await aHousehold(cloud))
    expect(await correct(farmer, { part })).toMatchObject({ about: partNames[part], to: agency(cloud.county.sources[part]) })
  })

  test('of a payment that is another household’s, or none: not found', async () => {
    const [home, other] = [await aHousehold(cloud), await aHousehold(cloud)]
    await aPayment(cloud, other._id, { month: '2026-10', dueFen: 25000 })
    const { money } = await cloud.call<HouseholdFile>('household', 'mine', {}, await asFarmer(cloud, other))
    const farmer = await asFarmer(cloud, home)
    for (const paymentId of [money![0]!.id, 'no-such-payment', ''])
      await expect(correct(farmer, { part: 'money', paymentId })).rejects.toThrow('not-found: 没有找到这一笔钱')
    expect(await requestsOf(farmer)).toEqual([])
  })

  test.each([
    ['', '请写几个字'],
    [' 一 ', '请写几个字'],
    ['多'.repeat(501), '写得太长了'],
  ])('needs words, and not too many', async (words, said) => {
    await expect(correct(await asFarmer(cloud, await aHousehold(cloud)), { part: 'money', words })).rejects.toThrow(`bad-input: ${said}`)
  })
})

describe('the answer', () => {
  test('of the agency it went to is shown, with when; another agency can neither read nor answer it', async () => {
    const farmer = await asFarmer(cloud, await aHousehold(cloud))
    const { id } = await correct(farmer, { part: 'helpers' })
    const others = await officerOf('finance')
    await expect(cloud.call('supervision', 'answer', { id, words: '已经改好了' }, others)).rejects.toThrow('not-found')
    expect(JSON.stringify(await cloud.call('supervision', 'requests', { open: true }, others))).not.toContain(id)
    onlyTheClockIsFake('2026-10-21T02:00:00Z')
    const answerer = await officerOf('agriculture')
    await cloud.call('supervision', 'answer', { id, words: '查过了，已经改好了' }, answerer)
    expect(await requestsOf(farmer)).toMatchObject([{ id, answer: '查过了，已经改好了', answeredAt: '2026-10-21T02:00:00.000Z' }])
    expect(JSON.stringify(await requestsOf(farmer))).not.toContain('郑专员')
    await expect(cloud.call('supervision', 'answer', { id, words: '再答一次' }, answerer)).rejects.toThrow('not-found')
  })
})

test('requests are the person’s own: another member of the family has theirs', async () => {
  const [home, other] = [await aHousehold(cloud), await aHousehold(cloud)]
  await correct(await asFarmer(cloud, home), { part: 'money' })
  expect(await requestsOf(await asFarmer(cloud, home))).toHaveLength(1)
  expect(await requestsOf(await asFarmer(cloud, other))).toEqual([])
})

test('words and answers are sealed: no file of the database has them', async () => {
  const farmer = await asFarmer(cloud, await aHousehold(cloud))
  const { id } = await correct(farmer, { part: 'helpers', words: '独一无二的更正原话' })
  await cloud.call('supervision', 'answer', { id, words: '独一无二的答复原话' }, await officerOf('agriculture'))
  const paths = (readdirSync(cloud.dataDir, { recursive: true }) as string[])
    .map((name) => join(cloud.dataDir, name))
    .filter((path) => statSync(path).isFile())
  const files = Buffer.concat(paths.map((path) => readFileSync(path)))
  expect(files.includes('郑专员')).toBe(true)
  for (const words of ['独一无二的更正原话', '独一无二的答复原话']) expect(files.includes(words)).toBe(false)
  expect(await requestsOf(farmer)).toMatchObject([{ words: '独一无二的更正原话', answer: '独一无二的答复原话' }])
})

test('a correction or a complaint sent again with the same key is one; with other words, or another’s, it is another', async () => {
  const { farmer, byWorker } = await aLookedAt()
  const key = 'c3'.repeat(16)
  const both = async (as: As, words: string) => [
    (await cloud.call<Sent>('household', 'complain', { lookId: byWorker.id, words, key }, as)).request,
    (await cloud.call<Sent>('household', 'correct', { part: 'money', words, key }, as)).request,
  ]
  const first = await both(farmer, '数目不对')
  onlyTheClockIsFake('2026-10-21T02:00:00Z')
  expect(await both(farmer, '数目不对')).toEqual(first)
  await both(farmer, '数目还是不对')
  expect(await requestsOf(farmer)).toHaveLength(4)
  const other = await asFarmer(cloud, await aHousehold(cloud))
  expect((await cloud.call<Sent>('household', 'correct', { part: 'money', words: '数目不对', key }, other)).request.id).not.toBe(
    first[1]!.id,
  )
})
