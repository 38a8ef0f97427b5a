import { keepMends } from '#affairs/intake/mending/keep-mends'
import { mendRows } from '#affairs/intake/mending/mend'
import { environment } from '#kernel/call/environment'
import { now } from '#kernel/call/clock'
import { findById, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine } from '#store/intake/quarantine'
import { startCloud, type Cloud } from '../../harness/cloud'
import { failingAfter } from '../../harness/cut-off'
import { importByHand, type Saved } from '../by-hand'
import { numberOf, workbook } from '../made'
import { pictureOf } from '../picture'
import { dataOfficer, download, opened, plan } from './desk'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const wrong = (n: number): string => `${numberOf(n).slice(0, 17)}${numberOf(n)[17] === '1' ? '2' : '1'}`
const planOf = (id: (n: number) => string) =>
  plan(Array.from({ length: 12 }, (_, i) => [`人${'甲乙丙丁'[i % 4]}`, i % 3 === 0 ? id(i + 1) : numberOf(i + 1), 100 + i]))
const name = '财政局_发放计划_2026年10月.xlsx'

async function worked(): Promise<void> {
  for (let more = true, worked = true; more || worked;)
    ({ more, worked } = await cloud.operate<{ more: boolean; worked: boolean }>('work', {}, 'intake'))
}

test.each([0, 1, 2, 3, 5, 8])(
  'a mend that is cut off after %i writes comes to the same when whoever comes next goes on',
  async (writes) => {
    const { sha256 } = await cloud.importBytes(name, planOf(wrong))
    const on = { ...environment(), moment: now(), db: failingAfter(cloud.db, writes) }
    const rows = await findEach(cloud.db, quarantine, {})
    const given = rows.map(({ _id, row }) => ({ rowId: _id, over: new Map([[2, numberOf(row - 3)]]) }))
    const as = { at: on.moment.iso, by: null, way: 'in-place' as const }
    await mendRows(on, sha256, given, as).catch(() => undefined)
    // Whoever sent them sends them again: what is kept already is not kept twice.
    await mendRows({ ...on, db: cloud.db }, sha256, given, as)
    await worked()
    expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 12, quarantined: 0 })
    expect((await findEach(cloud.db, quarantine, {})).every(({ state }) => state === 'mended')).toBe(true)
    const mended = await pictureOf(cloud)
    await cloud.empty()
    await cloud.importBytes(name, planOf(numberOf))
    expect(mended).toEqual(await pictureOf(cloud))
  },
)

test('kept, and nobody asked for the file to be read again: the clock does', async () => {
  const { sha256 } = await cloud.importBytes(name, planOf(wrong))
  const [row] = await findEach(cloud.db, quarantine, {})
  const from = [1, 'x']
  const to = ['1', '人甲', numberOf(row!.row - 3), '6200000000000000099', '100', '周', '低保金']
  await keepMends(cloud, [{ rowId: row!._id, from, to }], { at: now().iso, by: null, way: 'in-place' })
  await worked()
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ quarantined: 3 })
})

test('a file that came back, cut off anywhere, comes to the same when it is done again', async () => {
  const { sha256 } = await cloud.importBytes(name, planOf(wrong))
  const rows = await opened(await download(cloud, await dataOfficer(cloud, 'finance')))
  const back = workbook(
    rows.map((cells) => cells.map((cell, i) => (i === 2 && /^\d{17}/.test(String(cell)) ? numberOf(Number(cells[0])) : cell))),
  )
  const saved: Saved = { cursor: null }
  for (const writes of [0, 1, 3, 6]) await importByHand(cloud, ['改好.xlsx', back], saved, { writes }).catch(() => undefined)
  expect(await importByHand(cloud, ['改好.xlsx', back], saved)).toMatchObject({ rows: 4, accepted: 4, quarantined: 0 })
  await worked()
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ accepted: 12, quarantined: 0 })
})
