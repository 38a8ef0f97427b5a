import { resolve } from 'node:path'
import type { HouseholdFile } from '#contract/household/actions'
import { keepIncome } from '#affairs/incomes/keep'
import { fen } from '#domain/money/money'
import { now } from '#kernel/call/clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { aGrant, aPledgedAgency, aStaff, asFarmer, asStaff } from '../harness/people'
import { looking, settle } from '../office/looking'

jest.setTimeout(60_000)
const here = '339900100'
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ county: resolve(__dirname, '../counties/tiny') })
  await aPledgedAgency(cloud, 'welfare')
})
afterAll(() => cloud.close())
const { file } = looking(() => cloud)

test('where the county’s pack does not show it to farmers, it is not on their page; an officer reads it under a grant', async () => {
  const home = await settle(cloud, here)
  const said = { householdId: home._id, from: 'desk', ref: 'r', agency: 'welfare', saidOn: '2026-10-18' } as const
  await keepIncome({ ...cloud, moment: now() }, { ...said, stated: { income: { wages: fen(1) } }, evidence: '工资单' })
  const own = await cloud.call<HouseholdFile>('household', 'mine', {}, await asFarmer(cloud, home))
  expect(own.money).toBeDefined()
  expect(own.income).toBeUndefined()
  expect(own.can.see).not.toContain('income')
  const wu = await aStaff(cloud, 'officer', { agencyId: 'welfare', name: '吴科员' })
  const grant = await aGrant(cloud, wu, { area: here, parts: ['income'] })
  expect((await file({ grantId: grant._id, householdId: home._id }, await asStaff(cloud, wu))).file.income).toHaveLength(1)
})
