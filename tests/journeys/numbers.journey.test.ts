import { execFileSync } from 'node:child_process'
import type { Figures } from '../../cloudfunctions/local/commands/with/figures'
import { countIn, runCopy, type RunningStart } from './local-cloud'
import { paperFigures, publicFigures } from './paper-figures'

let start: RunningStart
beforeAll(async () => {
  start = await runCopy()
}, 300_000)
afterAll(() => start?.stop())

test('the demo county, whose first starts were killed half way, comes to the paper’s numbers: nothing twice, nothing missing', () => {
  const figures = JSON.parse(
    execFileSync(process.execPath, ['dist/local/figures.js', '--json', '--data', start.data]).toString(),
  ) as Figures
  expect(figures).toMatchObject(paperFigures)
  expect(figures.dueFen).toBeGreaterThan(0)
  expect(figures).toMatchObject(publicFigures)
}, 60_000)

test('a start that was killed while a batch was on its way made no second one, and left out no line and no answer', async () => {
  const batches = (query: object) => countIn(start.data, 'batches', query)
  const lines = (query: object) => countIn(start.data, 'batch_lines', { serial: { $gt: 0 }, ...query })
  const ofPlans = { 'source.from': 'plan' }
  expect(await Promise.all([batches(ofPlans), batches({ ...ofPlans, state: 'closed' }), batches({ 'source.from': 'returned' })])).toEqual([
    12, 9, 1,
  ])
  const [all, answered, keys] = await Promise.all([lines({}), lines({ 'receiptIds.0': { $exists: true } }), lines({ state: 'planned' })])
  expect([all > 3000, answered, keys]).toEqual([true, all, 0])
}, 60_000)

test('a later start makes nothing anew', async () => {
  expect(start.output).toContain('已经开好')
  expect(start.output).not.toMatch(/生成演示县|导入部门文件/)
}, 120_000)
