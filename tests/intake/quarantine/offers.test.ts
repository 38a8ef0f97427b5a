import { findById, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { open } from '#kernel/seal/seal'
import { mends, type MendedCells } from '#store/intake/mends'
import { startCloud, type As, type Cloud } from '../../harness/cloud'
import { numberOf, registerHeadings, workbook } from '../made'
import { fileOf } from '../truth'
import { compareEverybody } from '../../persons/county-of-doubles'
import { dataOfficer, plan, quarantineOf, type PlanRow } from './desk'

let cloud: Cloud
let finance: As
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.empty()
  finance = await dataOfficer(cloud, 'finance')
})

/** As a spreadsheet leaves a number of 18 digits: the last three are lost. */
const cut = (id: string): number => Number(`${id.slice(0, 15)}000`)
/** A number of somebody whose last character is no X. */
const digitsOnly = (from: number): string => Array.from({ length: 20 }, (_, i) => numberOf(from + i)).find((id) => /^\d+$/.test(id))!
const li = digitsOnly(21)
const known = (...people: [name: string, id: string][]) =>
  cloud.importBytes(
    '民政局_名册_20261010.xlsx',
    workbook([
      registerHeadings,
      ...people.map(([name, id], i) => [i + 1, '大峃镇', '苔湖村', name, id, 1, name, '户主', id, '低保', `证${i}`, 800, '2021-05']),
    ]),
  )
const refused = async (...rows: PlanRow[]) => {
  const { sha256 } = await cloud.importBytes('财政局_发放计划_2026年10月.xlsx', plan(rows))
  const listed = await quarantineOf(cloud, finance)
  return { sha256, offers: listed.rows.map(({ offer }) => offer?.question), rows: listed.rows }
}

test('the one person of that name with these fifteen digits is offered, masked; accepted it goes in, and that it was an offer is on record', async () => {
  await known(['李丁', li], ['赵甲', numberOf(1)])
  const { sha256, offers, rows } = await refused(['李丁', cut(li), 400])
  expect(offers).toEqual([`是不是 ${li.slice(0, 6)}********${li.slice(-4)}？`])
  expect(JSON.stringify(rows)).not.toContain(li)
  const { sheet, row, offer } = rows[0]!
  const answer = await cloud.call('intake', 'mend', { sha256, rows: [{ sheet, row, accept: offer!.id }] }, finance)
  expect(answer).toMatchObject({ rows: [{ state: 'mended' }], done: true })
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 1, quarantined: 0, amountFen: 40_000 })
  expect(await findEach(cloud.db, mends, {})).toMatchObject([{ way: 'offered' }])
})

test('an offer that is not there is not accepted: nothing changes', async () => {
  await known(['李丁', li])
  const { sha256, rows } = await refused(['李丁', cut(li), 400])
  const { sheet, row } = rows[0]!
  expect(await cloud.call('intake', 'mend', { sha256, rows: [{ sheet, row, accept: 'x' }] }, finance)).toMatchObject({
    rows: [{ state: 'gone' }],
  })
  expect(await findEach(cloud.db, mends, {})).toEqual([])
})

test.each([
  ['nobody of that name is known', [['王五', li]] as [string, string][]],
  ['somebody of that name has other digits', [['李丁', numberOf(400)]] as [string, string][]],
  [
    'two of that name have them',
    [
      ['李丁', li],
      ['李丁', digitsOnly(Number(li.slice(14, 17)) + 1)],
    ] as [string, string][],
  ],
])('nothing is offered where %s', async (_, people) => {
  await known(...people)
  // Neighbours in their numbers share the first fifteen digits.
  expect((await refused(['李丁', cut(li), 400])).offers).toEqual([undefined])
})

test('two register rows that one line may mean: it waits with both, by masked number, and the rest goes in', async () => {
  const other = digitsOnly(Number(li.slice(14, 17)) + 1)
  await known(['李丁', li], ['李丁', other], ['赵甲', numberOf(1)])
  const { sha256, rows } = await refused(['李丁', cut(li), 400], ['赵甲', numberOf(1), 300])
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 1, quarantined: 1 })
  const { sheet, row, choices } = rows[0]!
  expect(choices!.map(({ question }) => question).sort()).toEqual(
    [li, other].map((id) => `李丁 ${id.slice(0, 6)}********${id.slice(-4)}`).sort(),
  )
  expect(JSON.stringify(rows)).not.toContain(other)
  const chosen = choices!.find(({ question }) => question.endsWith(other.slice(-4)))!
  const answer = await cloud.call('intake', 'mend', { sha256, rows: [{ sheet, row, accept: chosen.id }] }, finance)
  expect(answer).toMatchObject({ rows: [{ state: 'mended' }], done: true })
})

test('a name written with another character of the same sound, and a number with a slip: who is meant is found', async () => {
  await known(['章建国', li], ['赵甲', numberOf(1)])
  await compareEverybody(cloud)
  const { offers } = await refused(['张建国', li.slice(0, 9) + li.slice(10), 400], ['章建幗', cut(li), 300])
  expect(offers).toEqual([1, 2].map(() => `是不是 ${li.slice(0, 6)}********${li.slice(-4)}？`))
})

test('an old number of 15 digits is offered as the one it became, known or not', async () => {
  const old = li.slice(0, 6) + li.slice(8, 17)
  expect((await refused(['李丁', old, 400])).offers).toEqual([
    `15 位的旧号，照规则升成 18 位是 ${li.slice(0, 6)}********${li.slice(-4)}，是不是？`,
  ])
  await known(['李丁', li])
  expect((await quarantineOf(cloud, finance)).rows.map(({ offer }) => offer?.question)).toEqual([
    `是不是 ${li.slice(0, 6)}********${li.slice(-4)}？`,
  ])
})

test('one digit wrong, one left out, two swapped: the one person of that name is offered', async () => {
  await known(['李丁', li])
  const slips = [li.replace(/.$/, (last) => String((Number(last) + 1) % 10)), li.slice(0, -1), li.slice(0, 9) + li.slice(10)]
  const { offers } = await refused(...slips.map((id, i): PlanRow => ['李丁', id, 100 + i]))
  expect(offers).toEqual(slips.map(() => `是不是 ${li.slice(0, 6)}********${li.slice(-4)}？`))
})

test('an amount among words is offered, a range is not', async () => {
  const { offers } = await refused(['赵甲', numberOf(1), '共300元（已发）'], ['钱乙', numberOf(2), '300-500'])
  expect(offers).toEqual(['是不是 300？', undefined])
})

test('the eleven pupils whose numbers a spreadsheet cut are all found by the register, and go in as who they are', async () => {
  const education = await dataOfficer(cloud, 'education')
  await cloud.importFile(fileOf(1).path)
  const pupils = fileOf(6)
  const { sha256 } = await cloud.importFile(pupils.path)
  const { rows } = await quarantineOf(cloud, education, { code: 'id_precision_lost' })
  expect(rows.map(({ row, offer }) => [row, offer !== undefined])).toEqual(
    [4, 8, 13, 14, 18, 19, 23, 24, 28, 29, 33].map((row) => [row, true]),
  )
  const accepted = rows.map(({ sheet, row, offer }) => ({ sheet, row, accept: offer!.id }))
  expect(await cloud.call('intake', 'mend', { sha256, rows: accepted }, education)).toMatchObject({ done: true })
  const lost = pupils.rejected.filter(({ reason }) => reason === 'id_precision_lost') as unknown as {
    row: number
    true_id: string
    amounts_fen: { amount: number }
  }[]
  const due = lost.reduce((sum, { amounts_fen }) => sum + amounts_fen.amount, 0)
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({
    accepted: 34,
    quarantined: 1,
    amountFen: pupils.sumFen + due,
  })
  const mended = await findEach(cloud.db, mends, {})
  expect(new Map(mended.map(({ row, cellsSealed }) => [row, (JSON.parse(open(cloud.keys, cellsSealed)) as MendedCells).to[2]]))).toEqual(
    new Map(lost.map(({ row, true_id }) => [row, true_id])),
  )
}, 60_000)
