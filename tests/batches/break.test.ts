import { join } from 'node:path'
import type { BatchFile } from '#contract/office/batches'
import { findEach } from '#store/db/read'
import { batchLines } from '#store/money/batches'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { aVitalEvent } from '../harness/told'
import { planOf, refusal, theDesk, type Desk } from './desk'

/** What somebody could try with a batch, alone or by waiting for the right moment, and what stands against it. */
let cloud: Cloud
let desk: Desk
let batch: BatchFile
const plan = join(__dirname, '../fixtures/faults/06a_发放计划_2026年10月.xlsx')
const corrected = join(__dirname, '../fixtures/faults/06b_发放计划_更正_2026年10月.xlsx')

beforeAll(async () => {
  cloud = await startCloud()
}, 120_000)
beforeEach(async () => {
  await cloud.empty()
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  await cloud.importFile(plan)
  desk = await theDesk(cloud)
  batch = await desk.draft({ importId: await planOf(cloud) })
})
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const id = () => batch.row.id
const submitted = async () => {
  await desk.decideAll(id())
  return desk.submit(await desk.current(id()))
}
const frozen = async () => desk.makeFile(await desk.approve(await submitted()))
const cancel = async () => desk.done(await desk.ask('cancelBatch', { id: id(), words: '重复编了' }, desk.as.head))

/** The bank's word that all of its file came. */
async function allCame(of: BatchFile, day: string): Promise<void> {
  const lines = new TextDecoder('gb18030')
    .decode(await desk.file(of))
    .split('\r\n')
    .slice(1, -2)
  const rows = lines.map((line) => [...line.split('|').slice(0, 4), '0000', '交易成功', day].join('|'))
  const file = ['序号|账号|户名|金额|结果码|结果说明|入账日期', ...rows, ''].join('\r\n')
  await cloud.importBytes(`农商行_代发回执_${day}.txt`, Buffer.from(file))
}

test('a death that came while it waited to be approved sends it back, and is decided about', async () => {
  const waiting = await submitted()
  // Of October’s money: what is paid for the whole year was still due to whoever died within it.
  const [line] = await findEach(cloud.db, batchLines, { batchId: id(), n: 1 })
  await aVitalEvent(cloud, line!.personId, { on: '2026-01-05' })
  expect(await refusal(desk.approve(waiting))).toContain(`第 ${line!.n} 行（`)
  const { row } = await desk.ask('sendBackBatch', { id: id(), words: '有人去世了' }, desk.as.head)
  await desk.done(await desk.ask('redraftBatch', { id: row.id }))
  expect((await desk.current(id())).row.undecided).toBe(1)
  expect((await desk.approve(await submitted())).row.state).toBe('frozen')
})

test('a plan that was corrected while it waited to be approved is not approved as it was', async () => {
  const waiting = await submitted()
  await cloud.importFile(corrected)
  expect(await refusal(desk.approve(waiting))).toContain('计划后来改了')
})

test('a death after approval stops the file until a second person has seen it; the money then goes as it was approved', async () => {
  const approved = await desk.approve(await submitted())
  const [line] = await findEach(cloud.db, batchLines, { batchId: id(), n: 1 })
  await aVitalEvent(cloud, line!.personId, { on: '2026-01-05' })
  const stopped = await desk.makeFile(approved)
  expect(stopped.work.find(({ what }) => what === 'file')!.fault).toContain(`批准以后又查出：第 ${line!.n} 行（`)
  expect([stopped.row.state, stopped.row.totals, stopped.row.undecided]).toEqual(['frozen', approved.row.totals, 1])
  expect((await desk.lines(id(), { view: 'undecided' })).rows.map(({ n }) => n)).toEqual([line!.n])
  expect(stopped.can).not.toContain('bankFile')
  const seen = { id: id(), words: '十月的钱在去世以前就该发', lines: 1 }
  expect(await refusal(desk.ask('confirmBatch', { ...seen, lines: 2 }, desk.as.head))).toContain('一行也没有定')
  const confirmed = await desk.ask('confirmBatch', seen, desk.as.head)
  expect(confirmed.row).toMatchObject({ state: 'frozen', totals: approved.row.totals, undecided: 0 })
  expect(confirmed.history.at(-1)).toMatchObject({ act: 'confirm', words: seen.words })
  expect((await desk.handOver(await desk.makeFile(confirmed), '2026-10-12')).row.state).toBe('sent')
})

test('a plan corrected after the file was made stops the handing over; thawed and drafted anew, it goes with another total', async () => {
  const made = await frozen()
  await cloud.importFile(corrected)
  const said = await refusal(desk.handOver(made, '2026-10-12'))
  expect(said).toContain('（计划后来改了）。要照发的，请另一个人看过')
  expect((await desk.current(id())).row).toMatchObject({ state: 'frozen', totals: made.row.totals, undecided: 1 })
  expect(await refusal(desk.handOver(made, '2026-10-12'))).toContain('又查出 1 行有新情况')
  await desk.ask('askResetBatch', { id: id(), words: '计划更正了' }, desk.as.data)
  await desk.done(await desk.ask('decideResetBatch', { id: id(), words: '同意解冻', act: 'reset' }, desk.as.head))
  await desk.done(await desk.ask('redraftBatch', { id: id() }))
  const anew = await desk.makeFile(await desk.approve(await submitted()))
  expect(anew.row.totals).toEqual({ lines: made.row.totals.lines, fen: made.row.totals.fen + 10_000 })
  expect((await desk.handOver(anew, '2026-10-12')).row.state).toBe('sent')
})

test('who says that a doubtful line is paid all the same does not approve it', async () => {
  const { rows } = await desk.lines(id())
  const deciding = { id: id(), lineIds: [rows[0]!.id], count: 1, act: 'pay', words: '核对过，照发' }
  await desk.ask('decideLines', deciding, desk.as.head)
  const waiting = await submitted()
  expect((await desk.ask('batch', { id: id() }, desk.as.head)).can).not.toContain('approve')
  expect(await refusal(desk.approve(waiting))).toContain('定过照发的人')
  expect((await desk.approve(waiting, desk.as.data)).row.state).toBe('frozen')
})

test('what a receipt says came already is doubtful in another batch, every line of it', async () => {
  await allCame(await frozen(), '20261012')
  await desk.ask('askResetBatch', { id: id(), words: '先不发这一批' }, desk.as.data)
  await desk.done(await desk.ask('decideResetBatch', { id: id(), words: '同意解冻', act: 'reset' }, desk.as.head))
  await cancel()
  const again = await desk.draft({ importId: await planOf(cloud) })
  const { flags } = await desk.lines(again.row.id)
  expect(flags).toEqual([expect.objectContaining({ code: 'came_already', lines: again.row.totals.lines })])
})

test('a person writes down no more than was sent; that all of it is back takes another than who began to take it back', async () => {
  await desk.handOver(await frozen(), '2026-10-12')
  const [line] = (await desk.lines(id())).rows
  const settle = { said: 'credit', amountFen: line!.amountFen * 100 }
  expect(await refusal(desk.onLine('settleLine', line!.id, settle))).toContain('到账不会比它多')
  await desk.onLine('settleLine', line!.id, { said: 'credit' })
  await desk.onLine('recoverLine', line!.id, { words: '发错了，向本人追' }, desk.as.head)
  const back = { amountFen: line!.amountFen }
  expect(await refusal(desk.onLine('tookBackLine', line!.id, back, desk.as.head))).toContain('不是开始追回的人')
  expect((await desk.onLine('tookBackLine', line!.id, back)).row.state).toBe('recovered')
})

test('a batch that was cancelled holds its plan no longer: it can be taken back', async () => {
  const undo = async () => {
    const sha256 = await planOf(cloud)
    let far = await cloud.operate<{ state: string; fault?: string }>('undo', { sha256, reason: '发错了表' }, 'intake')
    while (far.state === 'waiting') {
      await cloud.operate('work', {}, 'intake')
      far = await cloud.operate('undoProgress', { sha256 }, 'intake')
    }
    return far
  }
  expect(await undo()).toMatchObject({ state: 'failed', fault: expect.stringContaining('编进了批次') as string })
  await cancel()
  expect(await undo()).toMatchObject({ state: 'done' })
})
