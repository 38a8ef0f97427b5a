import { findEach } from '#store/db/read'
import { alerts } from '#store/work/alerts'
import { startCloud, type As, type Cloud } from '../../harness/cloud'
import { numberOf } from '../made'
import { dataOfficer, mendAs, plan, quarantineOf } from './desk'

let cloud: Cloud
let finance: As
beforeAll(async () => {
  cloud = await startCloud()
  finance = await dataOfficer(cloud, 'finance')
}, 60_000)
afterAll(() => cloud.close())

const wrong = (n: number): string => `${numberOf(n).slice(0, 17)}${numberOf(n)[17] === '1' ? '2' : '1'}`
const raised = async () =>
  (await findEach(cloud.db, alerts, { detector: 'rows_sent_back' }))
    .map(({ state, agencyId, cause }) => `${state} ${agencyId} ${cause}`)
    .sort()

test('a file with refused rows is one alert a reason for whoever sent it; it closes itself when the last is mended or put aside', async () => {
  const { sha256 } = await cloud.importBytes(
    '财政局_发放计划_2026年10月.xlsx',
    plan([
      ['赵甲', wrong(1), 100],
      ['钱乙', wrong(2), 200],
      ['孙丙', numberOf(3), '见附件'],
    ]),
  )
  expect(await raised()).toEqual(['found finance amount_not_a_number', 'found finance id_check_digit'])
  await mendAs(cloud, finance, sha256, { 4: { 身份证号: numberOf(1) } })
  expect(await raised()).toEqual(['found finance amount_not_a_number', 'found finance id_check_digit'])
  await mendAs(cloud, finance, sha256, { 5: { 身份证号: numberOf(2) } })
  expect(await raised()).toEqual(['found finance amount_not_a_number', 'gone finance id_check_digit'])
  const { rows } = await quarantineOf(cloud, finance)
  await cloud.call('intake', 'dropRows', { ids: [rows[0]!.id], why: '这一行不该有' }, finance)
  expect(await raised()).toEqual(['gone finance amount_not_a_number', 'gone finance id_check_digit'])
})
