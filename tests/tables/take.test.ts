import { randomUUID } from 'node:crypto'
import type { TableTaken } from '#contract/supervision/tables'
import { fen } from '#domain/money/money'
import { tableJobBy } from '#affairs/tables/job'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { workOn } from '#kernel/jobs/work'
import { findStaff, type Staff } from '#store/access/staff'
import { changeGrant, findGrant } from '#store/access/grants'
import { count } from '#store/db/read'
import { stagedParts } from '#store/intake/staged'
import { askFor, findJob } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aContact, aGrant, aPledgedAgency, asFarmer } from '../harness/people'
import { looking, settle } from '../office/looking'
import { enrolled, laterBy, recordedBy, signIn, stepUp, tuesday, type Enrolled } from '../office/officers'
import { linesIn, taking } from './taking'

jest.setTimeout(60_000)
const here = '330328102'
let cloud: Cloud
let wu: Enrolled
let staff: Staff
let grantId: string
let wide: string
let home: Awaited<ReturnType<typeof settle>>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  await aPledgedAgency(cloud)
  wu = await enrolled(cloud, 'wu.min')
  staff = (await findStaff(cloud.db, wu.staffId))!
  grantId = (await aGrant(cloud, staff, { area: here, parts: ['money', 'policies', 'members'] }))._id
  wide = (
    await aGrant(cloud, staff, { area: here, parts: ['money', 'policies', 'members', 'helpers'], fields: ['name', 'id-number', 'phone'] })
  )._id
  for (const headName of ['=cmd|calc', '＝全角', '-减号', '@SUM']) await settle(cloud, here, 0, { headName })
  home = await settle(cloud, here, 1, { category: 'destitute', monthlyFen: fen(10) })
  await aContact(cloud, home.headId, '16012345678')
})
afterAll(() => cloud.close())
const { ask, preview, begin, bytesOf, take } = taking(() => cloud)
const { list } = looking(() => cloud)

describe('a table is taken away', () => {
  test('only by somebody who has just shown the authenticator’s code again, on the browser where it was shown', async () => {
    await expect(begin({ grantId, count: 5 }, wu.as)).rejects.toThrow('导出前请再输一次手机上的动态码')
    laterBy(1)
    const other = await signIn(cloud, wu)
    await stepUp(cloud, wu)
    await expect(begin({ grantId, count: 5 }, { session: other.session })).rejects.toThrow('导出前请再输一次')
    laterBy(5)
    expect(await begin({ grantId, count: 5 }, wu.as)).toMatchObject({ state: 'done', done: 5, of: 5, unit: '户' })
    laterBy(1)
    await expect(begin({ grantId, count: 5 }, wu.as)).rejects.toThrow('导出前请再输一次手机上的动态码')
  })

  test('with the number that was shown repeated: it is not the one of before', async () => {
    await stepUp(cloud, wu)
    await expect(begin({ grantId, count: 4 }, wu.as)).rejects.toThrow('刚才看到的是 4 户，现在是 5 户')
    await expect(begin({ grantId, count: 0 }, wu.as)).rejects.toThrow('一行也没有')
  })

  test('with a reason; on record with rows, parts and numbers shown, and the farmer sees that it was taken', async () => {
    await expect(begin({ grantId, count: 5, reason: ' 用 ' }, wu.as)).rejects.toThrow('请写明导出做什么用')
    const [entry, ...more] = await recordedBy(cloud, 'supervision.export', () =>
      begin({ grantId: wide, category: 'destitute', count: 1, columns: ['head', 'id-number', 'monthly'] }, wu.as),
    )
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      ...{ granted: true, reason: '报县里核对', area: here, rows: 1, householdId: null, grantId: wide, actor: { staffId: wu.staffId } },
      ...{ parts: ['money', 'members'], fields: ['name', 'id-number'], about: { kind: 'export' } },
    })
    const { looks } = await cloud.call<{ looks: { kind: string }[] }>('household', 'looks', {}, await asFarmer(cloud, home))
    expect(looks.map(({ kind }) => kind)).toContain('export')
  })

  test('as far as the grant goes, and in no column that it does not open', async () => {
    for (const area of ['330328101', '3303281', ''])
      await expect(begin({ grantId, area, count: 5 }, wu.as)).rejects.toThrow('这个地方不在授权的范围里')
    await expect(begin({ grantId: 'made-up', count: 5 }, wu.as)).rejects.toThrow('没有能用的授权')
    for (const columns of [['id-number'], ['head', 'phone'], ['head', 'made-up'], []])
      await expect(begin({ grantId, columns, count: 5 }, wu.as)).rejects.toThrow('有的列这条授权看不到')
    const { columns } = await preview({ grantId }, wu.as)
    expect(columns.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['id-number']))
    const money = (await aGrant(cloud, staff, { area: here, parts: ['money'] }))._id
    expect((await take({ grantId: money }, wu.as)).lines[2]).toEqual(['序号', '乡镇', '村', '户主', '月保障金（元）'])
  })

  test('by whoever began it and nobody else, while the grant holds', async () => {
    const taken = await begin({ grantId: wide, count: 5 }, wu.as)
    const li = await enrolled(cloud, 'li.si', { role: 'officer', name: '李四', agency: '县民政局', areas: [] })
    for (const action of ['exportProgress', 'cancelExport'])
      await expect(ask(action, { id: taken.id }, li.as)).rejects.toThrow('没有这一次导出')
    await expect(bytesOf(taken, li.as)).rejects.toThrow('没有这一次导出')
    const grant = (await findGrant(cloud.db, wide))!
    await changeGrant(cloud.db, grant, { status: 'revoked' })
    await expect(bytesOf(taken, wu.as)).rejects.toThrow('没有能用的授权')
    await changeGrant(cloud.db, (await findGrant(cloud.db, wide))!, { status: 'approved' })
  })
})

describe('the file', () => {
  test('holds the households of the list on the screen, in its order, and its totals', async () => {
    for (const over of [{}, { category: 'destitute' }, { area: `${here}200` }]) {
      const shown = await list({ grantId, ...over }, wu.as).catch(() => undefined)
      if (!shown || shown.total === 0) continue
      await stepUp(cloud, wu).catch(() => undefined)
      const { lines, taken } = await take({ grantId, ...over }, wu.as)
      const rows = lines.slice(4, -2)
      expect(taken.of).toBe(shown.total)
      expect(rows.filter((row) => row[0] !== null).map((row) => String(row[3]).replace(/^'/, ''))).toEqual(
        shown.rows.map(({ head }) => head),
      )
      expect(lines.at(-2)![8]).toBe(shown.rows.reduce((sum, { people }) => sum + people!, 0))
    }
    const { lines } = await take({ grantId }, wu.as)
    expect(lines.at(-2)!.slice(0, 9)).toEqual(['合计', null, null, null, null, null, null, 4 * 762 + 0.1, 5])
  })

  test('shows names as the grant does, whole numbers as text, and runs nothing', async () => {
    expect(JSON.stringify((await take({ grantId }, wu.as)).lines)).toContain('"陈**"')
    const { lines } = await take({ grantId: wide, table: 'persons' }, wu.as)
    const rows = lines.slice(4, -1)
    expect(rows.flatMap((row) => row[1]).sort()).toEqual(["'-减号", "'=cmd|calc", "'@SUM", "'＝全角", '陈阿公'].sort())
    const chen = rows.find((row) => row[1] === '陈阿公')!
    expect(chen.slice(2, 5)).toEqual(['男', expect.anything(), home.idNumber])
    expect(chen).toContain('16012345678')
    expect(lines[1]![0]).toContain('制表人：')
    expect(lines.at(-1)![0]).toMatch(/县民政局 .* 于 2026-10-20 导出，编号 /)
  })
})

test('what was taken away stands in one’s own history: what, where, which columns', async () => {
  const { exports } = await ask<{ exports: TableTaken[] }>('exports', {}, wu.as)
  expect(exports.length).toBeGreaterThan(3)
  expect(exports).toContainEqual(expect.objectContaining({ state: 'done', which: '文成县南田镇', reason: '报县里核对', of: 5 }))
  expect(exports.flatMap(({ columns }) => columns)).toContain('户主 姓名')
})

describe('a large table is made piece by piece', () => {
  const begun = async (size: number) => {
    const id = randomUUID()
    const input = { ...(await takingOf()), count: 5 }
    await askFor(cloud.db, { _id: id, kind: 'table', input: input as never, askedAt: new Date().toISOString() })
    return { id, input, kind: tableJobBy(size) }
  }
  const takingOf = async () => {
    const { id } = await begin({ grantId: wide, count: 5 }, wu.as)
    return (await findJob(cloud.db, id))!.input
  }
  const one = async ({ id, kind }: { id: string; kind: ReturnType<typeof tableJobBy> }) => {
    const job = (await findJob(cloud.db, id))!
    const on = { ...environment(), moment: now() }
    return kind.chunk(on, { id, input: job.input as never, cursor: job.cursor as never })
  }
  beforeAll(() => stepUp(cloud, wu).catch(() => undefined))

  test('and is the same as one made at once', async () => {
    const { id, kind } = await begun(2)
    const done = await workOn([kind], { until: Date.now() + 20_000 }, id)
    expect(done).toMatchObject({ state: 'done', result: { rows: 5, units: 5, pieces: 5 } })
    const bytes = await bytesOf({ id, pieces: 5 } as TableTaken, wu.as)
    expect(linesIn(bytes).slice(0, -1)).toEqual((await take({ grantId: wide }, wu.as)).lines.slice(0, -1))
  })

  test('ends when somebody says so, and nothing of it is left', async () => {
    const job = await begun(2)
    await one(job)
    expect(await count(cloud.db, stagedParts, { importId: job.id })).toBe(1)
    expect(await ask('cancelExport', { id: job.id }, wu.as)).toMatchObject({ state: 'cancelled' })
    expect(await count(cloud.db, stagedParts, { importId: job.id })).toBe(0)
    expect(await ask('exportProgress', { id: job.id }, wu.as)).toMatchObject({ state: 'cancelled' })
  })

  test('and not to its end when the grant is taken back meanwhile', async () => {
    const job = await begun(2)
    await one(job)
    await changeGrant(cloud.db, (await findGrant(cloud.db, wide))!, { status: 'revoked' })
    expect(await ask('exportProgress', { id: job.id }, wu.as)).toMatchObject({ state: 'failed', fault: expect.stringContaining('收回') })
    expect(await count(cloud.db, stagedParts, { importId: job.id })).toBe(0)
    await changeGrant(cloud.db, (await findGrant(cloud.db, wide))!, { status: 'approved' })
  })
})
