import type { MoneyClaimFile, MoneyClaimRow, MoneySums } from '#contract/supervision/money'
import { fen } from '#domain/money/money'
import { find } from '#store/db/read'
import { audit } from '#store/record/audit'
import type { Household } from '#store/people/register'
import type { As, Cloud } from '../harness/cloud'
import { startCloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aHousehold, aPledgedAgency, aStaff, asStaff } from '../harness/people'
import { aBatch, aLine, anAnswer, aPerson, aRow, aRule, aWord, headOf } from './plant'
import { reconcileMonths } from './reconcile'

/** Where the county's money is: who sees what of it, in whose names, and that every number opens what is behind it. */
let cloud: Cloud
let as: Record<'finance' | 'discipline' | 'civil' | 'disabled' | 'town' | 'other', As>
let homes: Household[]
let grantId: string
const towns = ['330328100', '330328101'] as const

beforeAll(async () => {
  onlyTheClockIsFake('2026-11-20T02:00:00Z')
  cloud = await startCloud()
  const civil = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
  await aPledgedAgency(cloud)
  const officer = (agencyId: string) => aStaff(cloud, 'officer', { agencyId })
  const area = cloud.county.agencies.find((one) => one.area === towns[0])!.id
  as = {
    finance: await asStaff(cloud, await officer('finance')),
    discipline: await asStaff(cloud, await officer('discipline')),
    civil: await asStaff(cloud, civil),
    disabled: await asStaff(cloud, await officer('disabled-federation')),
    town: await asStaff(cloud, await officer(area)),
    other: await asStaff(cloud, await officer('housing')),
  }
  grantId = (await aGrant(cloud, civil, { area: towns[0], parts: ['money'], fields: ['name'] }))._id
  homes = await Promise.all(
    towns.map((townCode) => {
      const { villages } = cloud.county.towns.find(({ code }) => code === townCode)!
      return aHousehold(cloud, { townCode, villageCode: villages[0]!.code, headName: '陈阿公' })
    }),
  )
  const [one, two] = [headOf(homes[0]!), headOf(homes[1]!)]
  // 570 due and 500 of it came; refused in a batch; a person's own that nobody has ordered; on no register.
  await aRule(cloud, one)
  await anAnswer(cloud, await aRow(cloud, one, { dueFen: fen(50000) }))
  const refused = await aRow(cloud, two)
  await aLine(cloud, await aBatch(cloud, { state: 'answered' }), refused, { state: 'refused', since: '2026-10-15' })
  await anAnswer(cloud, refused, { state: 'failed', code: 'E101' })
  await aRule(cloud, one, { programme: 'disability-care', dueFen: fen(12500), townCode: towns[0] })
  const stranger = await aPerson(cloud, { name: '林生', onRegister: false })
  const disputed = await aRow(cloud, { personId: stranger._id, householdId: null }, { programme: 'disability-living', dueFen: fen(8000) })
  await anAnswer(cloud, disputed)
  await aWord(cloud, disputed, 'not-received')
  await anAnswer(cloud, { ...disputed, _id: 'nobody', dueFen: fen(31250) }, { paymentId: null })
  await reconcileMonths(cloud, '2026-10')
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-11-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const sums = (who: As, more: object = {}) => cloud.call<MoneySums>('supervision', 'moneySums', { month: '2026-10', ...more }, who)
const claimsOf = (who: As, more: object = {}) =>
  cloud.call<{ rows: MoneyClaimRow[]; total: number; next?: string }>('supervision', 'moneyClaims', { month: '2026-10', ...more }, who)
const claim = (who: As, id: string, more: object = {}) => cloud.call<MoneyClaimFile>('supervision', 'moneyClaim', { id, ...more }, who)

test('finance and discipline see all of it, and what the bank moved without a plan', async () => {
  for (const who of [as.finance, as.discipline]) {
    const { all, sums: list, withoutPlan, months, counting } = await sums(who)
    expect(all).toMatchObject({ claims: 4, dueFen: 134500, creditedFen: 58000, outstandingFen: 76500, surplusFen: 0, disputed: 1 })
    expect(all.outstanding.map(({ reason, fen: amount }) => [reason, amount])).toEqual([
      ['not-ordered', 12500],
      ['refused', 57000],
      ['short', 7000],
    ])
    expect(list.map(({ programme, town }) => [programme.id, town.id])).toEqual([
      ['minimum-living', towns[0]],
      ['minimum-living', towns[1]],
      ['disability-living', ''],
      ['disability-care', towns[0]],
    ])
    expect(list[1]).toMatchObject({ oldestSince: '2026-10-01', lainDays: 50, town: { name: expect.any(String) } })
    expect({ withoutPlan, months, counting }).toEqual({ withoutPlan: { lines: 1, fen: 31250 }, months: ['2026-10'], counting: false })
  }
})

test('an agency sees its own programmes, a town its own households, and others nothing', async () => {
  const seen = async (who: As) => (await sums(who)).sums.map(({ programme, town }) => `${programme.id} ${town.id}`)
  expect(await seen(as.civil)).toEqual([`minimum-living ${towns[0]}`, `minimum-living ${towns[1]}`])
  expect(await seen(as.disabled)).toEqual(['disability-living ', `disability-care ${towns[0]}`])
  expect(await seen(as.town)).toEqual([`minimum-living ${towns[0]}`, `disability-care ${towns[0]}`])
  expect(await seen(as.other)).toEqual([])
  expect((await sums(as.civil)).withoutPlan).toBeUndefined()
  expect((await sums(as.civil)).programmes.map(({ id }) => id)).toEqual(['minimum-living', 'destitute-support'])
})

test('behind every number are its dues: as many, and as much', async () => {
  const { all } = await sums(as.finance)
  for (const { reason, fen: amount } of all.outstanding) {
    const { rows } = await claimsOf(as.finance, { reason })
    const parts = rows.flatMap(({ outstanding }) => outstanding.filter((part) => part.reason === reason))
    expect(parts.reduce((sum, part) => sum + part.fen, 0)).toBe(amount)
  }
  expect((await claimsOf(as.finance)).total).toBe(4)
  expect((await claimsOf(as.finance, { only: 'disputed' })).rows).toMatchObject([{ disputed: true, creditedFen: 8000, whose: 'person' }])
  expect((await claimsOf(as.finance, { only: 'outstanding' })).total).toBe(3)
  expect((await claimsOf(as.finance, { only: 'surplus' })).total).toBe(0)
  expect((await claimsOf(as.finance, { only: 'credited', programme: 'minimum-living', town: towns[0] })).total).toBe(1)
  expect((await claimsOf(as.finance, { town: '' })).rows).toMatchObject([{ place: '不在名册上的人' }])
})

test('names are masked unless a grant opens them, and only where it reaches; each look is on record', async () => {
  const plain = await claimsOf(as.civil)
  expect(plain.rows.map(({ name, householdId }) => [name, householdId])).toEqual([
    ['陈**', undefined],
    ['陈**', undefined],
  ])
  const opened = await claimsOf(as.civil, { grantId })
  expect(opened.rows.map(({ name, householdId }) => [name, householdId])).toEqual([
    ['陈阿公', homes[0]!._id],
    ['陈**', undefined],
  ])
  const looks = await find(cloud.db, audit, { action: 'supervision.moneyClaims' }, { order: [['at', 'desc']] })
  expect(looks.some((look) => look.grantId === grantId && look.granted && look.rows === 2 && look.area === cloud.county.code)).toBe(true)
  await expect(claimsOf(as.civil, { grantId: 'no such grant' })).rejects.toThrow('没有能用的授权')
})

test('one due tells why each yuan is where it is, and the way it went', async () => {
  const [refused] = (await claimsOf(as.civil, { reason: 'refused' })).rows
  const file = await claim(as.civil, refused!.id)
  expect(file.says).toEqual(['该发 570 元，一分没有到账。', '570 元没到：银行没有入账，10月15日起，36 天了。'])
  expect(file.claim).toMatchObject({ fundedOn: '2026-10-01', lyingSince: '2026-10-01', lainDays: 50 })
  expect(file.way.map(({ kind, words, on }) => [kind, words, on])).toEqual([
    ['planned', '县民政局的计划排了 570 元', '2026-10-08'],
    ['batch', '2026-10 县民政局 第1批 第 1 笔 570 元：银行没有入账', '2026-10-15'],
    ['bank', '银行：570 元没有入账，户名不符', '2026-10-15'],
  ])
  const [short] = (await claimsOf(as.civil, { reason: 'short' })).rows
  const told = await claim(as.civil, short!.id)
  expect(told.why).toEqual({ words: '低保户，月保障金 570 元', rule: '民政〔2021〕1号', from: '2021-07-01', unverified: false })
  expect(told.says).toEqual(['该发 570 元，到账 500 元（10月15日）。', '70 元没到：发少了，10月15日起，36 天了。'])
  expect(told.paidFen).toBe(50000)
})

test('a due that is not theirs is as one that there is not; whoever is looked at has it on record', async () => {
  const [row] = (await claimsOf(as.civil, { town: towns[1] })).rows
  const unknown = await claim(as.disabled, 'nothing').catch((error: Error) => error.message)
  expect(await claim(as.disabled, row!.id).catch((error: Error) => error.message)).toBe(unknown)
  await claim(as.civil, row!.id)
  const looks = await find(cloud.db, audit, { action: 'supervision.moneyClaim' })
  expect(looks.filter(({ granted }) => !granted)).toHaveLength(2)
  expect(looks.filter(({ householdId, parts }) => householdId === homes[1]!._id && parts.includes('money')).length).toBeGreaterThan(0)
})

test('a page ends where the next begins', async () => {
  const home = headOf(homes[0]!)
  for (let i = 0; i < 60; i++) await aRow(cloud, home, { programme: 'upper-grant', period: `第${i}次`, dueFen: fen(100 + i) })
  await reconcileMonths(cloud, '2026-10')
  const first = await claimsOf(as.finance, { programme: 'upper-grant' })
  const second = await claimsOf(as.finance, { programme: 'upper-grant', after: first.next })
  expect([first.rows.length, second.rows.length, second.next, first.total]).toEqual([50, 10, undefined, 60])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60)
})
