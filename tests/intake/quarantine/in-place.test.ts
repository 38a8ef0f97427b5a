import { createHash } from 'node:crypto'
import { findEach, findById } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { mends } from '#store/intake/mends'
import { quarantine } from '#store/intake/quarantine'
import { persons } from '#store/people/register'
import { payments } from '#store/money/money'
import { startCloud, type As, type Cloud } from '../../harness/cloud'
import { onlyTheClockIsFake } from '../../harness/fake-clock'
import { recordOf } from '../../office/officers'
import { pictureOf } from '../picture'
import { numberOf } from '../made'
import { dataOfficer, mendAs, plan, quarantineOf } from './desk'

let cloud: Cloud
let finance: As
let data: As
let health: As
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00.000Z')
  cloud = await startCloud()
}, 60_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})
beforeEach(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00.000Z')
  await cloud.empty()
  ;[finance, data, health] = await Promise.all([
    dataOfficer(cloud, 'finance'),
    dataOfficer(cloud, cloud.county.duties.data),
    dataOfficer(cloud, 'health'),
  ])
})

const wrong = `${numberOf(2).slice(0, 17)}${numberOf(2)[17] === '1' ? '2' : '1'}`
const faulty = plan([
  ['赵甲', numberOf(1), 100.5],
  ['钱乙', wrong, 200],
  ['孙丙', numberOf(3), '见附件'],
])
const sound = plan([
  ['赵甲', numberOf(1), 100.5],
  ['钱乙', numberOf(2), 200],
  ['孙丙', numberOf(3), 300],
])
const name = '财政局_发放计划_2026年10月.xlsx'
const importIt = async (content = faulty) => (await cloud.importBytes(name, content)).sha256

test('a refused row is shown below its headings, the cell at fault marked, to the agency that sent it and to the data agency', async () => {
  const sha256 = await importIt()
  onlyTheClockIsFake('2026-10-25T02:00:00.000Z')
  const { rows, counts } = await quarantineOf(cloud, finance)
  expect(rows.map(({ row, code, agency, days }) => [row, code, agency, days])).toEqual([
    [5, 'id_check_digit', '县财政局', 5],
    [6, 'amount_not_a_number', '县财政局', 5],
  ])
  expect(rows[0]!.cells).toEqual([
    { column: 0, heading: '序号', text: '2', failed: false },
    { column: 1, heading: '人 姓名', text: '钱乙', failed: false },
    { column: 2, heading: '人 身份证号', text: wrong, failed: true },
    { column: 3, heading: '钱 卡号', text: '6200000000000000002', failed: false },
    { column: 4, heading: '钱 应发金额(元)', text: '200', failed: false },
    { column: 5, heading: '经办', text: '周', failed: false },
    { column: 6, heading: '项目', text: '低保金', failed: false },
  ])
  expect(counts.map(({ code, label, rows: n }) => [code, label, n])).toEqual([
    ['amount_not_a_number', '金额不是数', 1],
    ['id_check_digit', '身份证号校验码不对', 1],
  ])
  expect((await quarantineOf(cloud, data, { code: 'id_check_digit' })).rows).toHaveLength(1)
  expect((await quarantineOf(cloud, health)).rows).toEqual([])
  expect((await quarantineOf(cloud, health, { agencyId: 'finance' })).rows).toEqual([])
  expect((await recordOf(cloud, 'intake.quarantine')).map(({ about, rows: n, granted }) => [about, n, granted])).toContainEqual([
    { kind: 'import', id: sha256 },
    2,
    true,
  ])
})

test('mended in place it goes in, as if the file had been right from the start; what is still wrong stays with its reason', async () => {
  const sha256 = await importIt()
  const answer = await mendAs(cloud, finance, sha256, { 5: { 身份证号: numberOf(2) }, 6: { 应发金额: '三百' } })
  expect(answer).toMatchObject({
    done: true,
    rows: [
      { row: 5, state: 'mended' },
      { row: 6, state: 'wrong' },
    ],
  })
  expect(answer.rows[1]!.words).toContain('三百')
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ rows: 3, accepted: 2, quarantined: 1, amountFen: 30_050 })
  await mendAs(cloud, finance, sha256, { 6: { 应发金额: '300' } })
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ rows: 3, accepted: 3, quarantined: 0, amountFen: 60_050 })
  expect((await quarantineOf(cloud, data)).rows).toEqual([])
  const mended = await pictureOf(cloud)
  await cloud.empty()
  await importIt(sound)
  expect(mended).toEqual(await pictureOf(cloud))
})

test('nothing else changes: every other document stays as it was, to the last byte', async () => {
  const sha256 = await importIt()
  const all = [persons, payments]
  const digests = async () =>
    new Map(
      (await Promise.all(all.map((of) => findEach(cloud.db, of as typeof persons, {}))))
        .flat()
        .map((one) => [one._id, createHash('sha256').update(JSON.stringify(one)).digest('hex')]),
    )
  const before = await digests()
  await mendAs(cloud, finance, sha256, { 5: { 身份证号: numberOf(2) } })
  const after = await digests()
  expect(after.size).toBe(before.size + 2)
  for (const [id, digest] of before) expect(after.get(id)).toBe(digest)
})

test('who mended what, from what to what, is on record, and sealed', async () => {
  const sha256 = await importIt()
  onlyTheClockIsFake('2026-10-23T02:00:00.000Z')
  await mendAs(cloud, finance, sha256, { 5: { 身份证号: numberOf(2) } })
  const { mends: kept } = await cloud.call<{ mends: object[] }>('intake', 'mends', { sha256 }, finance)
  expect(kept).toMatchObject([
    { sheet: 'Sheet1', row: 5, way: 'in-place', changed: [{ heading: '人 身份证号', from: wrong, to: numberOf(2) }] },
  ])
  expect(await cloud.call('intake', 'mends', { sha256 }, health)).toEqual({ mends: [] })
  expect(JSON.stringify(await findEach(cloud.db, mends, {}))).not.toContain(numberOf(2))
  expect(await recordOf(cloud, 'intake.mend')).toMatchObject([{ granted: true, about: { kind: 'import', id: sha256 }, rows: 1 }])
  expect(await findEach(cloud.db, quarantine, { row: 5 })).toMatchObject([
    { state: 'mended', since: '2026-10-20', ended: { on: '2026-10-23', days: 3, by: { name: expect.any(String) as string } } },
  ])
})

test('of two officers who mend one row at once one does, and the other is told', async () => {
  const sha256 = await importIt()
  const both = await Promise.all([finance, data].map((as) => mendAs(cloud, as, sha256, { 5: { 身份证号: numberOf(2) } })))
  expect(both.map(({ rows }) => rows[0]!.state).sort()).toEqual(['late', 'mended'])
  expect(both.flatMap(({ rows }) => rows).find(({ state }) => state === 'late')!.words).toMatch(/没有再收/)
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 2, quarantined: 1 })
  expect(await findEach(cloud.db, mends, {})).toHaveLength(1)
})

test('of two who mend different rows at once both go in', async () => {
  const sha256 = await importIt()
  await Promise.all([
    mendAs(cloud, finance, sha256, { 5: { 身份证号: numberOf(2) } }),
    mendAs(cloud, data, sha256, { 6: { 应发金额: '300' } }),
  ])
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('work', {}, 'intake'))
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 3, quarantined: 0 })
})

test('another agency’s officer mends nothing of it, and hears the same as of rows that are not there', async () => {
  const sha256 = await importIt()
  const row = { sheet: 'Sheet1', row: 5, cells: ['2', '钱乙', numberOf(2)] }
  const refused = await cloud.reply('intake', 'mend', { sha256, rows: [row] }, health)
  expect(refused).toEqual(
    await cloud
      .reply('intake', 'mend', { sha256: 'a'.repeat(64), rows: [row] }, health)
      .then((reply) => ({ ...reply, requestId: (refused as { requestId?: string }).requestId })),
  )
  expect(await findEach(cloud.db, mends, {})).toEqual([])
})

test('rows that need not go in are put aside with the reason', async () => {
  await importIt()
  const { rows } = await quarantineOf(cloud, finance)
  expect(await cloud.call('intake', 'dropRows', { ids: [rows[1]!.id], why: '多写的一行' }, health)).toEqual({ dropped: 0 })
  expect(await cloud.call('intake', 'dropRows', { ids: [rows[1]!.id], why: '多写的一行' }, finance)).toEqual({ dropped: 1 })
  expect((await quarantineOf(cloud, finance)).rows.map(({ row }) => row)).toEqual([5])
  expect(await findEach(cloud.db, quarantine, { row: 6 })).toMatchObject([{ state: 'withdrawn', ended: { why: '多写的一行' } }])
})

test('the lives of rows are counted by agency; a department is shown its own, the data agency all', async () => {
  const sha256 = await importIt()
  await cloud.importBytes('卫健局_2026年10月.xlsx', plan([['李丁', wrong, 1]], '2026年10月', '县卫健局'))
  onlyTheClockIsFake('2026-10-24T02:00:00.000Z')
  await mendAs(cloud, finance, sha256, { 5: { 身份证号: numberOf(2) } })
  const lives = async (as: As) =>
    (
      await cloud.call<{ agencies: { agency: string; open: number; mended: number; oldest: string; medianDays: number | null }[] }>(
        'intake',
        'life',
        {},
        as,
      )
    ).agencies.map(({ agency, open, mended, oldest, medianDays }) => [agency, open, mended, oldest, medianDays])
  expect(await lives(finance)).toEqual([['县财政局', 1, 1, '2026-10-20', 4]])
  expect(await lives(health)).toEqual([['县卫生健康局', 1, 0, '2026-10-20', null]])
  expect(await lives(data)).toContainEqual(['县财政局', 1, 1, '2026-10-20', 4])
})
