import { readFileSync } from 'node:fs'
import { count } from '#store/db/read'
import { payments, receipts } from '#store/money/money'
import { startCloud, type Cloud } from '../harness/cloud'
import { faulty } from './read'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const lines = (unit: string, factor: number) =>
  [
    '序号|账号|户名|金额|结果码|结果说明|入账日期',
    ...[1050, 1061.25, 1072.5].map(
      (yuan, i) =>
        `${i + 1}|${['6200000000057812224', '6200000000057821993', '6200000000057831760'][i]}|某某|${Math.round(yuan * factor * 100) / 100}|0000|交易成功|2026-10-15`,
    ),
    unit,
  ].join('\r\n')

test('a receipt in 分 that says so is joined by a plan in 元; one that does not say so is refused before anything is written', async () => {
  await cloud.importBytes('发放计划_2026年10月.xlsx', readFileSync(faulty('06a')))
  expect(await count(cloud.db, payments, {})).toBe(8)
  for (const factor of [100, 0.01, 0.0001]) {
    expect(await cloud.importBytes(`回执${factor}_20261015.txt`, Buffer.from(lines('', factor)))).toMatchObject({
      rows: 0,
      refused: expect.stringMatching(/单位不一样.*请.*。$/) as string,
    })
  }
  expect(await count(cloud.db, receipts, {})).toBe(0)
  expect(await cloud.importBytes('回执_20261015.txt', Buffer.from(lines('END|成功金额(分)|318375', 100)))).toMatchObject({
    rows: 3,
    accepted: 3,
    amountFen: 318_375,
  })
  expect(await count(cloud.db, receipts, { paymentId: { $ne: null } })).toBe(3)
})
