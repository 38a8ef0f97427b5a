import { read } from '@e965/xlsx'
import { findById, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine } from '#store/intake/quarantine'
import { startCloud, type As, type Cloud } from '../../harness/cloud'
import { recordOf } from '../../office/officers'
import { numberOf, workbook } from '../made'
import { pictureOf } from '../picture'
import { dataOfficer, download, mendAs, opened, plan, quarantineOf } from './desk'

let cloud: Cloud
let finance: As
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.empty()
  finance = await dataOfficer(cloud, 'finance')
})

const wrong = (n: number): string => `${numberOf(n).slice(0, 17)}${numberOf(n)[17] === '1' ? '2' : '1'}`
const people = (right: boolean) => [
  ['赵甲', numberOf(1), 100.5] as const,
  ['钱乙', right ? numberOf(2) : wrong(2), 200] as const,
  ['=1+1', right ? numberOf(3) : wrong(3), 300] as const,
  ['李丁', right ? numberOf(4) : Number(`${numberOf(4).slice(0, 15)}000`), 400] as const,
]
const planOf = (right: boolean) => plan(people(right).map(([name, id, amount]) => [name.replace('=1+1', '孙丙'), id, amount]))
const name = '财政局_发放计划_2026年10月.xlsx'
const importIt = async () => (await cloud.importBytes(name, planOf(false))).sha256
/** The line that names this person, as the clerk changes it. */
const change = (rows: (string | number | null)[][], who: string, at: number, to: string | null) =>
  rows.map((cells) => (cells.includes(who) ? cells.map((cell, i) => (i === at ? to : cell)) : cells))

test('the workbook has the headings as they stood, only the refused rows, the reason as a comment on a red cell, and numbers as text', async () => {
  await importIt()
  const content = await download(cloud, finance)
  const rows = await opened(content)
  expect(rows.slice(0, 3).map((cells) => cells.slice(0, 7))).toEqual([
    ['文成县财政局一卡通发放计划（2026年10月）'],
    ['序号', '人', null, '钱', null, '经办'],
    [null, '姓名', '身份证号', '卡号', '应发金额(元)', null, '项目'],
  ])
  expect(rows[2]![7]).toBe('退回原因')
  expect(rows.slice(4).map(([no, who, id]) => [no, who, id])).toEqual([
    [2, '钱乙', wrong(2)],
    [3, '孙丙', wrong(3)],
    [4, '李丁', `${numberOf(4).slice(0, 15)}000`],
  ])
  const sheet = Object.values(read(content, { cellStyles: true }).Sheets)[0]!
  expect(sheet.C5).toMatchObject({ t: 's', v: wrong(2), s: { fgColor: { rgb: 'FFC7CE' } } })
  expect((sheet.C5 as { c: { t: string }[] }).c[0]!.t).toContain('校验码不对')
  expect(sheet['!cols']?.[8]?.hidden).toBe(true)
  expect(sheet['!rows']?.[3]?.hidden).toBe(true)
  expect(await recordOf(cloud, 'intake.quarantineFile')).toMatchObject([{ granted: true, rows: 3 }])
})

test('what might be taken for a formula is told to be text, and reads as it stood', async () => {
  await cloud.importBytes(name, plan([['@SUM(A1)', wrong(5), '-']]))
  const rows = await opened(await download(cloud, finance))
  expect(rows[4]!.slice(1, 5)).toEqual(["'@SUM(A1)", wrong(5), '6200000000000000001', '-'])
  await mendAs(cloud, finance, (await quarantineOf(cloud, finance)).rows[0]!.sha256, { 4: { 应发金额: '30' } })
  expect((await quarantineOf(cloud, finance)).rows[0]!.cells[1]!.text).toBe('@SUM(A1)')
})

test('sent back corrected it goes in like any file: right rows only, as if they had been right from the start', async () => {
  const sha256 = await importIt()
  const rows = await opened(await download(cloud, finance))
  const half = change(change(rows, '钱乙', 2, numberOf(2)), '孙丙', 2, wrong(3).replace(/.$/, 'X'))
  const result = await cloud.importBytes('退回的行_改好.xlsx', workbook(half))
  expect(result).toMatchObject({ rows: 3, accepted: 1, quarantined: 2, mends: 1 })
  expect(result.reasons!.map(({ row, message }) => [row, /和退回时一样|校验码不对/.test(message)])).toEqual([
    [6, true],
    [7, true],
  ])
  await cloud.operate('work', {}, 'intake')
  expect((await findById(cloud.db, imports, sha256))?.result).toMatchObject({ rows: 4, accepted: 2, quarantined: 2, amountFen: 30_050 })

  const rest = change(
    change(
      rows.filter((cells) => !cells.includes('钱乙')),
      '孙丙',
      2,
      numberOf(3),
    ),
    '李丁',
    2,
    numberOf(4),
  )
  expect(await cloud.importBytes('退回的行_改好2.xlsx', workbook(rest))).toMatchObject({ rows: 2, accepted: 2, quarantined: 0 })
  await cloud.operate('work', {}, 'intake')
  const mended = await pictureOf(cloud)
  await cloud.empty()
  await cloud.importBytes(name, planOf(true))
  expect(mended).toEqual(await pictureOf(cloud))
})

test('columns may be moved, lines deleted and the reason struck out: rows that were left out stay open', async () => {
  await importIt()
  const rows = await opened(await download(cloud, finance))
  const moved = change(rows, '钱乙', 2, numberOf(2))
    .filter((cells) => !cells.includes('李丁'))
    .map((cells) => [
      cells[2]!,
      null,
      ...cells.filter((_, i) => i !== 2).map((cell) => (typeof cell === 'string' && cell.includes('校验码') ? null : cell)),
    ])
  expect(await cloud.importBytes('改好.xlsx', workbook(moved))).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 })
  await cloud.operate('work', {}, 'intake')
  expect((await quarantineOf(cloud, finance)).rows.map(({ row }) => row)).toEqual([6, 7])
})

test('a row sent back twice has one effect, and who comes second is told', async () => {
  const sha256 = await importIt()
  const rows = change(await opened(await download(cloud, finance)), '钱乙', 2, numberOf(2))
  await cloud.importBytes('改好.xlsx', workbook(rows))
  await cloud.operate('work', {}, 'intake')
  const once = await findById(cloud.db, imports, sha256)
  expect(await cloud.importBytes('改好.xlsx', workbook(rows))).toMatchObject({ seenBefore: true })
  const again = await cloud.importBytes('再改.xlsx', workbook(change(rows, '钱乙', 4, '999')))
  expect(again).toMatchObject({ rows: 3, accepted: 0, quarantined: 3 })
  expect(again.reasons![0]!.message).toMatch(/已经.*改好收下了，没有再收/)
  expect(await findById(cloud.db, imports, sha256)).toEqual(once)
})

test('marks that are nobody’s are said: dragged down, unknown, twice with different words; a line without one is no refused row', async () => {
  await importIt()
  const rows = change(await opened(await download(cloud, finance)), '钱乙', 2, numberOf(2))
  const qian = rows.find((cells) => cells.includes('钱乙'))!
  const mark = qian.length - 1
  const with_ = (cells: (string | number | null)[], text: string | null) => cells.map((cell, i) => (i === mark ? text : cell))
  const dragged = String(qian[mark]).replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const sent = [...rows.slice(0, 4), qian, change([qian], '钱乙', 4, '777')[0]!, with_(qian, dragged), with_(qian, null)]
  const result = await cloud.importBytes('改好.xlsx', workbook(sent))
  expect(result).toMatchObject({ rows: 4, accepted: 0, quarantined: 4 })
  const said = result.reasons!.map(({ message }) => message)
  expect(said[0]).toMatch(/出现了两次/)
  expect(said[2]).toMatch(/记号被改动/)
  expect(said[3]).toMatch(/没有记号/)
  await cloud.empty()
  expect((await cloud.importBytes('改好2.xlsx', workbook([...rows.slice(0, 4), qian]))).reasons![0]!.message).toMatch(/记号被改动|不认得/)
})

test('the marks of a file that nobody has any more are unknown', async () => {
  await importIt()
  const rows = change(await opened(await download(cloud, finance)), '钱乙', 2, numberOf(2))
  for (const { _id } of await findEach(cloud.db, quarantine, {})) await cloud.db.collection('quarantine').doc(_id).remove()
  const result = await cloud.importBytes('改好.xlsx', workbook(rows))
  expect(result).toMatchObject({ accepted: 0, quarantined: 3 })
  expect(result.reasons!.every(({ message }) => /不认得这一行的记号/.test(message))).toBe(true)
})

test('of several files and tables each has its sheet, and one workbook mends them all', async () => {
  await importIt()
  await cloud.importBytes('财政局_发放计划_2026年11月.xlsx', plan([['周戊', wrong(7), 70]], '2026年11月'))
  const content = await download(cloud, finance)
  const { SheetNames } = read(content)
  expect(new Set(SheetNames).size).toBe(2)
  expect((await download(cloud, finance, { code: 'id_precision_lost' })).length).toBeGreaterThan(0)
})
