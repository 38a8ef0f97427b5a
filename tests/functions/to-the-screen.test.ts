import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { HouseholdFile } from '#contract/household/actions'
import { headline, spoken } from '#domain/money/ledger'
import { signCode } from '#kernel/access/code-signer'
import { blindIndex } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { payments, receipts } from '#store/money/money'
import { codes, households, persons } from '#store/people/register'
import { fixtures, startCloud, type Cloud } from '../harness/cloud'
import { asFarmer } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'

/** From a department's file to a farmer's screen: the fixtures' own people, with what TRUTH.json says of them. */
const truth = JSON.parse(readFileSync(join(fixtures, 'TRUTH.json'), 'utf8')) as {
  files: { n: number; file: string }[]
  findings: { kind: string; id: string | null; name: string; detail: string }[]
}
const found = (kind: string) => truth.findings.filter((finding) => finding.kind === kind)

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  const known = truth.files.filter(({ n }) => [1, 3, 4, 7, 9, 10].includes(n)).map(({ file }) => file)
  for (const file of readdirSync(fixtures).filter((name) => known.includes(name))) await cloud.importFile(join(fixtures, file))
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-31T02:00:00Z'))
afterEach(() => jest.useRealTimers())

/** What this person sees on scanning their own card. */
async function screenOf(idNumber: string): Promise<HouseholdFile> {
  const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', idNumber) })
  const [code] = await find(cloud.db, codes, { personId: person!._id })
  const [household] = await find(cloud.db, households, { _id: code!.householdId })
  return cloud.call<HouseholdFile>('household', 'lookup', { token: signCode(cloud.keys, code!._id) }, await asFarmer(cloud, household!))
}

test('周霞菊 of 苔湖村: four payments of October, all credited on the 15th', async () => {
  const { head, town, village, category, money } = await screenOf('330399198305203003')
  expect({ head, town, village, category }).toEqual({ head: '周霞菊', town: '大峃镇', village: '苔湖村', category: '低保户' })
  expect(money!.map(({ name, dueFen, state, creditedOn }) => [name, dueFen, state, creditedOn]).sort()).toEqual([
    ['低保金', 69900, 'credited', '2026-10-15'],
    ['困难残疾人生活补贴', 105000, 'credited', '2026-10-15'],
    ['移民直补', 15000, 'credited', '2026-10-15'],
    ['重度残疾人护理补贴', 75000, 'credited', '2026-10-15'],
  ])
  expect(spoken(headline(money!, '2026-10-31'))).toEqual(['到账 2,649 元。', '本月该领 2,649 元，4 笔，都到账了。'])
})

test('each of the five whom the bank refused reads the bank’s reason, or is on no register and has no screen', async () => {
  const refused = found('bank_failed')
  const onRegister: string[] = []
  for (const { id, name, detail } of refused) {
    const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id!) })
    expect(person).toMatchObject({ name })
    if (!person!.onRegister) continue
    onRegister.push(name)
    const reasons = (await screenOf(id!)).money!.filter(({ state }) => state === 'failed').map((line) => line.reason!.text)
    expect(reasons.some((reason) => detail.includes(reason))).toBe(true)
  }
  expect([refused.length, onRegister]).toEqual([5, ['雷宝军', '郑金荣', '刘涛', '赵华火']])
})

test('a plan row that the bank never answered is waiting', async () => {
  const { id, name } = found('plan_without_receipt')[0]!
  const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id!) })
  const rows = await find(cloud.db, payments, { personId: person!._id, programme: 'resettlement' })
  expect([person!.name, person!.onRegister, rows.map(({ dueFen }) => dueFen)]).toEqual([name, false, [15000]])
  expect(await find(cloud.db, receipts, { paymentId: rows[0]!._id })).toEqual([])
})

test('蓝秀𬞟 keeps her name, beyond the BMP, and her cadre and doctor', async () => {
  const { head, helpers } = await screenOf('330399194703230789')
  expect(head).toBe('蓝秀𬞟')
  expect(helpers).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ role: 'cadre', name: '郑文强', unit: '县农业农村局', phone: '16063158975', lastVisit: '2026-07-20' }),
      expect.objectContaining({ role: 'doctor', unit: '大峃卫生院' }),
    ]),
  )
})

test('members of one household lead to the same file; a dividend stands in it', async () => {
  const [a, b] = await Promise.all([screenOf('330399197405177370'), screenOf('330399197810134948')])
  expect(a).toEqual(b)
  expect(a.members).toEqual([
    { name: '林**', relation: '户主' },
    { name: '林**', relation: '配偶' },
  ])
  expect((await screenOf('330399198012289376')).dividends).toEqual([
    { scheme: '飞地产业园', year: 2026, principalFen: 1500000, dividendFen: 150000 },
  ])
})

test('a last visit dated next year is a slip: it is not told as a visit that was', async () => {
  const { helpers } = await screenOf('330399198607199687')
  expect(helpers!.filter(({ role }) => role === 'cadre')).toEqual([
    expect.not.objectContaining({ lastVisit: expect.anything() as unknown }),
  ])
})
