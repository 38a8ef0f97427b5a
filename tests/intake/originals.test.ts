import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportResult } from '#contract/intake/actions'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { imports } from '#store/intake/intake'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aDataOfficer, enrolled, recordOf, stepUp, tuesday, type Enrolled } from '../office/officers'
import { exitHeadings, numberOf } from './made'

let cloud: Cloud
let officer: Enrolled
let elsewhere: Enrolled
let result: ImportResult
const content = Buffer.from(`${exitHeadings.join(',')}\r\n1,大峃镇,苔湖村,甲,${numberOf(1)},死亡,证明,周某,2026-03-02\r\n`)
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  const agency = cloud.county.agencies.find(({ id }) => id === cloud.county.duties.data)!.name
  officer = await enrolled(cloud, 'shuju', { ...aDataOfficer, agency })
  elsewhere = await enrolled(cloud, 'minzheng', aDataOfficer)
  result = await cloud.importBytes('核销.csv', content)
})
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)],
  )
const inClear = () => filesBelow(cloud.dataDir).filter((path) => readFileSync(path).includes(numberOf(1)))
const original = (as: { session: string }, over: object = {}) =>
  cloud.reply<{ fileName: string; parts: number; base64: string }>(
    'intake',
    'original',
    { sha256: result.sha256, reason: '核对退出名单', ...over },
    as,
  )

test('no file in the data folder holds an identity number in clear, however the original was put there', async () => {
  expect(result).toMatchObject({ accepted: 1 })
  expect(inClear()).toEqual([])
  expect(await cloud.importBytes('核销再来.csv', content)).toMatchObject({ seenBefore: true, sha256: result.sha256 })
  expect(inClear()).toEqual([])
})

test('what the first release kept of a file as its report is its result: the same file again is known, however often it is brought over', async () => {
  await update(cloud.db, imports, { _id: result.sha256 }, { $rename: { result: 'report' } })
  for (let again = 0; again < 2; again++) await cloud.operate('prepare', {})
  expect(await find(cloud.db, imports, {})).toMatchObject([{ status: 'done', result: { accepted: 1 } }])
  expect((await find(cloud.db, imports, {}))[0]).not.toHaveProperty('report')
  expect(await cloud.importBytes('核销.csv', content)).toMatchObject({ seenBefore: true, accepted: 1 })
})

test('it is read again for evidence: by the data office, after a step-up, with a reason, on record', async () => {
  expect(await original(officer.as)).toMatchObject({ error: { message: expect.stringContaining('动态码') as string } })
  expect(await original(elsewhere.as)).toHaveProperty('error')
  await stepUp(cloud, officer)
  const reply = await original(officer.as)
  if ('error' in reply) throw new Error(reply.error.message)
  expect(Buffer.from(reply.data.base64, 'base64')).toEqual(content)
  expect(reply.data).toMatchObject({ fileName: '核销.csv', parts: 1 })
  expect(await original(officer.as, { reason: '' })).toHaveProperty('error')
  expect((await recordOf(cloud, 'intake.original')).map(({ granted, about, reason }) => [granted, about, reason])).toEqual(
    [false, false, true].map((granted) => [granted, { kind: 'import', id: result.sha256 }, '核对退出名单']),
  )
})

test('after the days of the county’s norm it is destroyed, and what it said stays', async () => {
  onlyTheClockIsFake('2036-11-20T02:00:00.000Z')
  await cloud.operate('tidy', {}, 'patrol')
  expect(await find(cloud.db, imports, {})).toMatchObject([{ fileID: '', status: 'done', result: { accepted: 1 } }])
  expect(filesBelow(cloud.dataDir).filter((path) => path.includes(result.sha256))).toEqual([])
})
