import { execFileSync } from 'node:child_process'
import type { Figures } from '../../cloudfunctions/local/commands/with/figures'
import { runCopy, type RunningStart } from './local-cloud'
import { paperFigures, publicFigures } from './paper-figures'

let start: RunningStart
beforeAll(async () => {
  start = await runCopy()
}, 300_000)
afterAll(() => start?.stop())

test('the demo county, whose first start was killed half way, comes to the paper’s numbers: nothing twice, nothing missing', () => {
  const figures = JSON.parse(
    execFileSync(process.execPath, ['dist/local/figures.js', '--json', '--data', start.data]).toString(),
  ) as Figures
  expect(figures).toMatchObject(paperFigures)
  expect(figures.dueFen).toBeGreaterThan(0)
  expect(figures).toMatchObject(publicFigures)
}, 60_000)

test('a later start makes nothing anew', async () => {
  expect(start.output).toContain('已经开好')
  expect(start.output).not.toMatch(/生成演示县|导入部门文件/)
}, 120_000)
