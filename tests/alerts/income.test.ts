import { incomeWatch } from '#affairs/alerts/income-watch'
import { keepIncome } from '#affairs/incomes/keep'
import { fen } from '#domain/money/money'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import type { Household } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold } from '../harness/people'
import { tuesday } from '../office/officers'

jest.setTimeout(60_000)
/** The pack's 低保 line is 886 yuan a month, and 低边 half as much again. */
const line = 886
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

/** What is found of a household of one with so many yuan a month, stated on that day. */
async function found(over: Partial<Household>, monthly: number | undefined, saidOn: `${number}-${number}-${number}` = '2026-10-18') {
  const home = await aHousehold(cloud, over)
  const income = {
    wages: fen(0),
    business: fen(0),
    property: fen(0),
    ...(monthly !== undefined && { transfer: fen(Math.round(monthly * 1200)) }),
  }
  const said = { householdId: home._id, from: 'desk', ref: 'r', agency: 'civil-affairs', saidOn } as const
  await keepIncome({ ...cloud, moment: now() }, { ...said, stated: { people: 1, income }, evidence: '' })
  const at = { ...environment(), moment: now() }
  const looks = await Promise.all((await incomeWatch.scopes(at)).map((scope) => incomeWatch.look(at, scope)))
  return looks.flatMap((look) =>
    Object.entries(look).flatMap(([name, findings]) => findings.map(({ subject }) => `${name} ${subject.id === home._id}`)),
  )
}
const [above, missed] = [['above_the_line true'], ['missed_inclusion true']]

test.each([
  ['低保 below its line', { category: 'minimum-living' }, line - 0.01, []],
  // 低于: at the line it is not below any more.
  ['低保 at its line', { category: 'minimum-living' }, line, above],
  ['低边 at one and a half', { category: 'near-minimum' }, line * 1.5, []],
  ['低边 a fen a year above', { category: 'near-minimum' }, line * 1.5 + 0.01, above],
  ['低边 within the line of 低保', { category: 'near-minimum' }, line - 1, missed],
  ['特困, whose income is not asked', { category: 'destitute' }, 0, []],
  ['残疾 with much', { category: 'disability-only' }, 9000, []],
  ['not on the register any more, and poor', { category: 'minimum-living', onRegister: false }, 300, missed],
  ['not on the register any more, and not poor', { category: 'minimum-living', onRegister: false }, 3000, []],
  ['a part nobody could say', { category: 'near-minimum' }, undefined, []],
] as const)('%s', async (_, over, monthly, expected) => expect(await found(over, monthly)).toEqual(expected))

test('what was said more than a year ago says nothing about today', async () => {
  expect(await found({ category: 'minimum-living' }, 3000, '2025-10-18')).toEqual([])
})

test('of a household of which nobody lives nothing is missed', async () => {
  const members = [{ personId: 'p', name: '陈阿公', relation: '户主', left: { on: '2026-09-01', died: true } }] as const
  expect(await found({ category: 'minimum-living', onRegister: false, members: [...members] }, 0)).toEqual([])
})
