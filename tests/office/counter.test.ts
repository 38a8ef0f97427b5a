import type { Me } from '#contract/identity/actions'
import type { CounterCard } from '#contract/office/counter'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { update } from '#store/db/write'
import { persons } from '#store/people/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aStaff, asFarmer, asStaff } from '../harness/people'
import { personOf, settle } from './looking'
import { invite, laterBy, recordedBy, tuesday } from './officers'

jest.setTimeout(60_000)
const here = '330328102'
const phone = '16077665544'
let cloud: Cloud
let zhou: As
let clerk: As
let grid: As
let colleague: As
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  zhou = await asStaff(cloud, await aStaff(cloud, 'data-officer', { name: '周专员' }))
  clerk = await asStaff(cloud, await aStaff(cloud, 'officer'))
  colleague = await asStaff(cloud, await aStaff(cloud, 'officer', { name: '李同事' }))
  grid = await asStaff(
    cloud,
    await aStaff(cloud, 'grid-worker', { areas: [cloud.county.towns.find(({ code }) => code === here)!.villages[0]!.code] }),
  )
})
afterAll(() => cloud.close())

const card = (token: string, as = clerk) => cloud.call<CounterCard>('office', 'card', { token }, as)
const trust = { name: '陈小妹', relation: '女儿', parts: ['money'], until: '2026-12-31', evidence: '同意书 2026-17 号' }
const mine = (as: As, of: { proxyId?: string } = {}) => cloud.call<object>('household', 'mine', of, as)
const redeem = async (code: string): Promise<As> => ({
  session: (await cloud.call<{ session: string }>('identity', 'redeem', { code })).session,
})
const accountOf = (as: As): string => (as as { session: string }).session.split('/')[0]!
/** A colleague enters the digits on the phone; a day later it counts, and it is that day. */
async function vouch(kind: 'phone' | 'proxy', id: string, phone: As): Promise<void> {
  const { waiting } = await cloud.call<Me>('identity', 'me', {}, phone)
  const { from } = await cloud.call<{ from: string }>('office', 'vouch', { kind, id, code: waiting![0]!.code }, colleague)
  onlyTheClockIsFake(from)
  later = true
}
let later = false
afterEach(() => {
  if (later) onlyTheClockIsFake(tuesday)
  later = false
})
/** Somebody aged so. */
const aged = ({ db }: Cloud, headId: string, birth: string) => update(db, persons, { _id: headId }, { $set: { birth } })

test('a card tells who stands there, and nothing of the file', async () => {
  const home = await settle(cloud, here)
  expect(await card(home.token)).toEqual({
    name: '陈阿公',
    sex: '男',
    bornIn: '1946-06',
    place: expect.stringContaining('南田镇') as string,
    child: false,
    latestTrustEnd: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    phones: [],
    proxies: [],
    stopped: false,
  })
})

test('a registered phone does not show its end, and the farmer can bind by it a day later; until then by the one before', async () => {
  const home = await settle(cloud, here)
  const from = '2026-10-21T02:00:00.000Z'
  onlyTheClockIsFake('2026-10-20T02:00:00.000Z')
  expect(await cloud.call('office', 'registerPhone', { token: home.token, phone }, clerk)).toEqual({
    phone: '160********',
    phoneFrom: from,
  })
  expect(await card(home.token)).toMatchObject({ phone: '160********', phoneFrom: from })
  const start = (phoneTail: string) =>
    cloud.call<{ session: string; code: string }>('identity', 'bindStart', {
      token: home.token,
      idTail: home.idNumber.slice(-6),
      phoneTail,
    })
  const confirm = (code: string) => cloud.call('identity', 'bindConfirm', { token: home.token, code }, grid)
  await expect(confirm((await start('5544')).code)).rejects.toThrow('not-found')
  onlyTheClockIsFake(from)
  const started = await cloud.call<{ session: string; code: string }>('identity', 'bindStart', {
    token: home.token,
    idTail: home.idNumber.slice(-6),
    phoneTail: '5544',
  })
  expect(await cloud.call('identity', 'bindConfirm', { token: home.token, code: started.code }, grid)).toEqual({
    kind: 'bound',
    name: '陈**',
  })
  expect(await mine({ session: started.session })).toMatchObject({ kind: 'household' })
  await cloud.call('office', 'registerPhone', { token: home.token, phone: '16000000001' }, clerk)
  expect(await confirm((await start('5544')).code)).toMatchObject({ kind: 'bound' })
  await expect(confirm((await start('0001')).code)).rejects.toThrow('not-found')
  onlyTheClockIsFake(tuesday)
  await expect(cloud.call('office', 'registerPhone', { token: home.token, phone: '26000000001' }, clerk)).rejects.toThrow(
    '手机号是 11 位数字',
  )
})

test('a lost phone belongs to nobody from its next request on; another’s is not touched', async () => {
  const [home, neighbour] = [await settle(cloud, here), await settle(cloud, here)]
  const [lost, kept, theirs] = [await asFarmer(cloud, home), await asFarmer(cloud, home), await asFarmer(cloud, neighbour)]
  const id = (as: As) => (as as { session: string }).session.split('/')[0]!
  expect((await card(home.token)).phones.map((one) => one.id).sort()).toEqual([id(lost), id(kept)].sort())
  await expect(cloud.call('office', 'unbindPhone', { token: home.token, id: id(theirs) }, clerk)).rejects.toThrow('这部手机已经不在了')
  await cloud.call('office', 'unbindPhone', { token: home.token, id: id(lost) }, clerk)
  await expect(mine(lost)).rejects.toThrow('sign-in')
  for (const as of [kept, theirs]) await mine(as)
  await expect(cloud.call('office', 'unbindPhone', { token: home.token, id: id(lost) }, clerk)).rejects.toThrow('这部手机已经不在了')
})

describe('on paper consent', () => {
  test('a relative sees what was allowed, until it is taken back', async () => {
    const home = await settle(cloud, here)
    const { code } = await cloud.call<{ code: string }>('office', 'allowProxy', { token: home.token, ...trust }, clerk)
    expect((await card(home.token)).proxies).toMatchObject([{ name: '陈小妹', by: 'office', state: 'waiting' }])
    const daughter = await redeem(code)
    const [proxy] = (await card(home.token)).proxies
    expect(proxy).toMatchObject({ state: 'unchecked' })
    await vouch('proxy', proxy!.id, daughter)
    expect((await card(home.token)).proxies).toMatchObject([{ state: 'active' }])
    const seen = await mine(daughter, { proxyId: proxy!.id })
    expect(seen).toMatchObject({ kind: 'household', relation: 'relative', money: [] })
    expect(seen).not.toHaveProperty('members')
    const { proxies } = await cloud.call<{ proxies: { by: string }[] }>('household', 'proxies', {}, await asFarmer(cloud, home))
    expect(proxies).toMatchObject([{ by: 'office', name: '陈小妹' }])
    await cloud.call('office', 'endProxy', { token: home.token, id: proxy!.id }, clerk)
    await expect(mine(daughter, { proxyId: proxy!.id })).rejects.toThrow('sign-in')
    await expect(cloud.call('office', 'endProxy', { token: home.token, id: proxy!.id }, clerk)).rejects.toThrow('这一条已经收回了')
  })
  test('taken back before the code was used, the code is void', async () => {
    const home = await settle(cloud, here)
    const { code } = await cloud.call<{ code: string }>('office', 'allowProxy', { token: home.token, ...trust }, clerk)
    await cloud.call('office', 'endProxy', { token: home.token, id: (await card(home.token)).proxies[0]!.id }, clerk)
    await expect(redeem(code)).rejects.toThrow('登录码不对')
  })
  test.each([
    ['yesterday', { until: '2026-10-19' }, '截止日期已经过了'],
    ['two years', { until: '2028-10-20' }, '最多给一年'],
    ['no paper', { evidence: ' ' }, '请写书面同意书的编号'],
  ])('not until %s', async (_, over, sentence) => {
    const home = await settle(cloud, here)
    await expect(cloud.call('office', 'allowProxy', { token: home.token, ...trust, ...over }, clerk)).rejects.toThrow(sentence)
  })
  test('of one person’s card, nobody ends another’s', async () => {
    const [home, neighbour] = [await settle(cloud, here), await settle(cloud, here)]
    await cloud.call('office', 'allowProxy', { token: home.token, ...trust }, clerk)
    const [proxy] = (await card(home.token)).proxies
    await expect(cloud.call('office', 'endProxy', { token: neighbour.token, id: proxy!.id }, clerk)).rejects.toThrow('这一条已经收回了')
    expect((await card(home.token)).proxies).toMatchObject([{ state: 'waiting' }])
  })
})

describe('a code for the person of a card', () => {
  test('binds their phone', async () => {
    const home = await settle(cloud, here)
    const phone = await redeem((await invite(cloud, { token: home.token }, zhou)).code)
    await vouch('phone', accountOf(phone), phone)
    expect(await mine(phone)).toMatchObject({ kind: 'household' })
  })
  test('for a child needs a guardian, and is the guardian’s until the child is 14', async () => {
    const home = await settle(cloud, here)
    await aged(cloud, home.headId, '2013-10-22')
    expect(await card(home.token)).toMatchObject({ child: true })
    await expect(invite(cloud, { token: home.token }, zhou)).rejects.toThrow('这是一位 12 岁的孩子，由监护人来办')
    const { code } = await invite(cloud, { token: home.token, guardian: { name: '陈大', relation: '父亲' } }, zhou)
    const guardian = await redeem(code)
    await vouch('proxy', (await card(home.token)).proxies[0]!.id, guardian)
    const [proxy] = (await card(home.token)).proxies
    expect(proxy).toMatchObject({ name: '陈大', relation: '父亲', by: 'guardian', until: '2027-10-21', state: 'active' })
    expect(await mine(guardian, { proxyId: proxy!.id })).toMatchObject({ kind: 'household', members: [{ name: '陈**' }] })
    onlyTheClockIsFake('2027-10-21T16:00:00.000Z')
    await expect(mine(guardian, { proxyId: proxy!.id })).rejects.toThrow('sign-in')
    onlyTheClockIsFake(tuesday)
  })
  test('on the fourteenth birthday it is the young person’s own', async () => {
    const home = await settle(cloud, here)
    await aged(cloud, home.headId, '2012-10-20')
    const phone = await redeem((await invite(cloud, { token: home.token }, zhou)).code)
    await vouch('phone', accountOf(phone), phone)
    expect(await mine(phone)).toMatchObject({ relation: 'self' })
  })
})

describe('a card is served by its own town or the data office, and nobody else', () => {
  const acts: [string, object, boolean][] = [
    ['card', {}, true],
    ['registerPhone', { phone }, true],
    ['unbindPhone', { id: 'x' }, false],
    ['allowProxy', trust, true],
    ['endProxy', { id: 'x' }, false],
    ['invite', {}, true],
    ['replaceCard', { why: '丢了' }, true],
    ['printCard', {}, true],
    ['cardGiven', {}, true],
    ['releaseBinding', {}, true],
  ]
  test.each(acts)('%s', async (action, input, works) => {
    const home = await settle(cloud, here)
    const person = await personOf(cloud, home)
    for (const agencyId of ['town-330328101', 'civil-affairs', 'health-centre-330328102']) {
      const as = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId }))
      const [entry, ...more] = await recordedBy(cloud, `office.${action}`, () =>
        expect(cloud.call('office', action, { token: home.token, ...input }, as)).rejects.toThrow('或者不归本单位办'),
      )
      expect(more).toEqual([])
      expect(entry).toMatchObject({ granted: false, personId: person._id, householdId: home._id, actor: { agencyId } })
    }
    for (const agencyId of [`town-${here}`, 'data-office']) {
      const as = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId }))
      const done = () => cloud.call('office', action, { token: home.token, ...input }, as)
      const [entry] = await recordedBy(cloud, `office.${action}`, () => (works ? done() : expect(done()).rejects.toThrow('not-found')))
      expect(entry).toMatchObject({ granted: true, personId: person._id, householdId: home._id, actor: { agencyId } })
    }
    laterBy(1)
    const { looks } = await cloud.call<{ looks: { kind: string; unit: string; granted: boolean }[] }>(
      'household',
      'looks',
      {},
      await asFarmer(cloud, home),
    )
    expect(
      looks
        .filter(({ kind, granted }) => kind === 'counter' && granted)
        .map(({ unit }) => unit)
        .sort(),
    ).toEqual(['南田镇人民政府', '县数据管理中心'].sort())
    expect(looks.filter(({ kind, granted }) => kind === 'counter' && !granted)).toHaveLength(3)
  })
  test('a card that was revoked, and one that nobody printed, answer like one of another town', async () => {
    const revoked = await aHousehold(cloud, { codeStatus: 'revoked', townCode: here, villageCode: `${here}201` })
    const replies = await Promise.all(
      [revoked.token, signCode(cloud.keys, newCodeId()), (await settle(cloud, '330328101')).token].map((token) =>
        cloud.reply('office', 'card', { token }, clerk),
      ),
    )
    expect(new Set(replies.map((reply) => JSON.stringify({ ...reply, requestId: '' }))).size).toBe(1)
  })
})
