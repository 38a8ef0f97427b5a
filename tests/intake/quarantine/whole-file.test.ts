import { findById, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { mends } from '#store/intake/mends'
import { quarantine, warnings } from '#store/intake/quarantine'
import { startCloud, type As, type Cloud } from '../../harness/cloud'
import { numberOf, registerHeadings, workbook } from '../made'
import { pictureOf } from '../picture'
import { card, dataOfficer, mendAs, plan, quarantineOf } from './desk'

let cloud: Cloud
let civil: As
let finance: As
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.empty()
  ;[civil, finance] = await Promise.all([dataOfficer(cloud, 'civil-affairs'), dataOfficer(cloud, 'finance')])
})

const wrong = (n: number): string => `${numberOf(n).slice(0, 17)}${numberOf(n)[17] === '1' ? '2' : '1'}`
type Member = [town: string, head: string, headId: string, name: string, relation: string, id: string]
const register = (members: Member[]) =>
  workbook([
    registerHeadings,
    ...members.map(([town, head, headId, name, relation, id], i) => [
      i + 1,
      town,
      '苔湖村',
      head,
      headId,
      null,
      name,
      relation,
      id,
      '低保',
      '证1',
      i === 0 ? 800 : null,
      '2021-05',
    ]),
  ])
const home = (town: string, second = numberOf(2)) =>
  register([
    [town, '赵甲', numberOf(1), '赵甲', '户主', numberOf(1)],
    ['', '', '', '钱乙', '配偶', second],
    ['', '', '', '赵丙', '子', numberOf(3)],
  ])

test('a household is read as a whole: the town mended in its head’s row brings its members in', async () => {
  const { sha256 } = await cloud.importBytes('民政局_名册_20261010.xlsx', home('大学镇'))
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 0, quarantined: 3 })
  await mendAs(cloud, civil, sha256, { 2: { 乡镇: '大峃镇' } })
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 3, quarantined: 0, amountFen: 80_000 })
  expect((await findEach(cloud.db, quarantine, {})).map(({ state }) => state)).toEqual(['mended', 'mended', 'mended'])
  const mended = await pictureOf(cloud)
  await cloud.empty()
  await cloud.importBytes('民政局_名册_20261010.xlsx', home('大峃镇'))
  expect(mended).toEqual(await pictureOf(cloud))
})

test('a member who is mended joins the household that is there', async () => {
  const { sha256 } = await cloud.importBytes('民政局_名册_20261010.xlsx', home('大峃镇', wrong(2)))
  await mendAs(cloud, civil, sha256, { 3: { 身份证号: numberOf(2) } })
  const mended = await pictureOf(cloud)
  await cloud.empty()
  await cloud.importBytes('民政局_名册_20261010.xlsx', home('大峃镇'))
  expect(mended).toEqual(await pictureOf(cloud))
})

test('a mend that would push out a row that is in is refused, with which', async () => {
  const { sha256 } = await cloud.importBytes('民政局_名册_20261010.xlsx', home('大峃镇', wrong(2)))
  const before = await pictureOf(cloud)
  const answer = await mendAs(cloud, civil, sha256, { 3: { 身份证号: numberOf(3) } })
  expect(answer.rows).toMatchObject([{ state: 'wrong' }])
  expect(answer.rows[0]!.words).toMatch(/第 4 行已经收下的冲突/)
  expect(await pictureOf(cloud)).toEqual(before)
  expect(await findEach(cloud.db, mends, {})).toEqual([])
})

test('of several mends those that go together go in, the others are told why', async () => {
  const { sha256 } = await cloud.importBytes(
    '民政局_名册_20261010.xlsx',
    register([
      ['大峃镇', '赵甲', numberOf(1), '赵甲', '户主', numberOf(1)],
      ['', '', '', '钱乙', '配偶', wrong(2)],
      ['', '', '', '赵丙', '子', wrong(3)],
      ['', '', '', '赵戊', '女', numberOf(5)],
    ]),
  )
  const answer = await mendAs(cloud, civil, sha256, { 3: { 身份证号: numberOf(2) }, 4: { 身份证号: numberOf(5) } })
  expect(answer.rows.map(({ row, state }) => [row, state])).toEqual([
    [3, 'mended'],
    [4, 'wrong'],
  ])
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 3, quarantined: 1 })
})

test('mended after a correction of the same day’s plan came, an older file does not come out on top again', async () => {
  const rows = (third: string, amount: number) =>
    plan([
      ['赵甲', numberOf(1), amount, card(1)],
      ['钱乙', numberOf(2), 200, card(2)],
      ['孙丙', third, 300, card(3)],
      ['李丁', numberOf(4), 400, card(4)],
    ])
  const { sha256 } = await cloud.importBytes('财政局_发放计划_2026年10月.xlsx', rows(wrong(3), 100))
  const partly = plan([['赵甲', numberOf(1), 150, card(1)]])
  await cloud.importBytes('财政局_发放计划_更正_2026年10月.xlsx', partly)
  const corrected = await pictureOf(cloud)
  await mendAs(cloud, finance, sha256, { 6: { 身份证号: numberOf(3) } })
  const mended = await pictureOf(cloud)
  expect(mended.payments).toHaveLength(4)
  expect(mended.payments).toEqual(expect.arrayContaining(corrected.payments))
})

test('nobody waits for the refused rows of a file that was superseded as a whole, until that is taken back', async () => {
  const third = (id: string) =>
    plan([
      ['赵甲', numberOf(1), 100, card(1)],
      ['孙丙', id, 300, card(3)],
    ])
  const { sha256 } = await cloud.importBytes('财政局_发放计划_2026年10月.xlsx', third(wrong(3)))
  const later = await cloud.importBytes('财政局_发放计划_更正_2026年10月.xlsx', third(numberOf(3)))
  expect(await findEach(cloud.db, quarantine, { importId: sha256 })).toMatchObject([
    { state: 'withdrawn', ended: { why: expect.stringContaining('顶替') as string } },
  ])
  expect((await quarantineOf(cloud, finance)).rows).toEqual([])
  await cloud.operate('undo', { sha256: later.sha256, reason: '发错了的更正' }, 'intake')
  expect((await quarantineOf(cloud, finance)).rows).toMatchObject([{ sha256, code: 'id_check_digit' }])
})

test('a warning that somebody has looked at is on the list no longer, with who and what they said', async () => {
  await cloud.importBytes('财政局_发放计划_2026年10月.xlsx', plan([['赵甲', numberOf(1), 100, card(1)]]))
  await cloud.importBytes('财政局_发放计划_补发_2026年10月.xlsx', plan([['赵甲', numberOf(1), 60, card(1)]]))
  const listed = async (all = false) =>
    cloud.call<{ rows: { id: string; code: string; seen?: object }[]; counts: { code: string; rows: number }[] }>(
      'intake',
      'warned',
      { all },
      finance,
    )
  const before = await listed()
  const one = before.rows.find(({ code }) => code === 'in_other_file')!
  expect(await cloud.call('intake', 'seen', { ids: [one.id], words: '看过了，没有错' }, civil)).toEqual({ seen: 0 })
  expect(await cloud.call('intake', 'seen', { ids: [one.id], words: '看过了，没有错' }, finance)).toEqual({ seen: 1 })
  expect(await cloud.call('intake', 'seen', { ids: [one.id], words: '再看一遍' }, finance)).toEqual({ seen: 0 })
  expect((await listed()).rows).toHaveLength(before.rows.length - 1)
  expect((await listed(true)).rows.find(({ id }) => id === one.id)).toMatchObject({ seen: { words: '看过了，没有错' } })
  expect((await findEach(cloud.db, warnings, { seen: { $ne: null } })).map(({ code }) => code)).toEqual(['in_other_file'])
})
