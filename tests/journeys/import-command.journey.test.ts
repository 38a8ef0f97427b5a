import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** `npm run import` as an office uses it, on the real files, against TRUTH.json. */
const fixtures = resolve(__dirname, '../fixtures/departments')
const data = mkdtempSync(join(tmpdir(), 'xiaokang-import-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

interface Line { file: string; kind?: string; rows: number; accepted: number; quarantined: number; amountFen: number; seenBefore: boolean; added: number; changed: number; refused?: string }
interface Truth { files: { n: number; file: string; data_rows: number; accepted: number; rejected: unknown[]; amounts: Record<string, { sum_fen_accepted: number }> }[] }

const command = (...args: string[]) => spawnSync(process.execPath, ['dist/local/import.js', ...args, '--data', data], { encoding: 'utf8' })
const lines = (...args: string[]): Line[] => command(...args, '--json').stdout.trim().split('\n').map((line) => JSON.parse(line) as Line)
const truth = JSON.parse(readFileSync(join(fixtures, 'TRUTH.json'), 'utf8')) as Truth
const known = truth.files.filter(({ n }) => [1, 3, 4, 7, 9, 10].includes(n))
const mainAmount: Record<number, string> = { 1: 'monthly_amount', 3: 'amount', 4: 'amount', 10: 'dividend' }

test('one JSON line a file: rows, accepted, quarantined and sums as TRUTH says; kinds not yet known are refused with a sentence', () => {
  const told = new Map(lines(fixtures).map((line) => [line.file, line]))
  expect(told.size).toBe(truth.files.length)
  for (const { n, file, data_rows, accepted, rejected, amounts } of known) {
    const sum = mainAmount[n] ? amounts[mainAmount[n]!]!.sum_fen_accepted : 0
    expect(told.get(file)).toMatchObject({ rows: data_rows, accepted, quarantined: rejected.length, amountFen: sum, seenBefore: false })
  }
  for (const { file } of truth.files.filter((one) => !known.includes(one))) {
    expect(told.get(file)).toMatchObject({ rows: 0, accepted: 0 })
    expect(told.get(file)!.refused).toMatch(/[。！]$/)
  }
})

test('again: seen before, nothing added, nothing changed', () => {
  for (const { file } of known) expect(lines(join(fixtures, file))).toMatchObject([{ seenBefore: true, added: 0, changed: 0 }])
})

test('a summary for people, and an exit code that tells', () => {
  const whole = command(join(fixtures, known[0]!.file))
  expect(whole.stdout).toContain('398 行，收下 396 行，退回 2 行，提醒 4 处')
  expect(whole.status).toBe(0)
  const unknown = truth.files.find((one) => !known.includes(one))!
  expect(command(join(fixtures, unknown.file)).status).toBe(1)
})

test('a start over imported data mixes no demo with it and opens no demo sign-in', async () => {
  const child = spawn(process.execPath, ['dist/local/start.js', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = await new Promise<string>((done) => {
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.includes('Ctrl+C')) done(said)
    })
  })
  const url = /首页\s+(http:\S+)\//.exec(output)![1]!
  expect(output).not.toContain('演示')
  expect((await fetch(`${url}/demo/sign-in/farmer`, { method: 'POST', headers: { 'x-demo': '1' } })).status).toBe(404)
  child.kill('SIGTERM')
  await new Promise((done) => child.once('exit', done))
}, 60_000)

test('nothing to import, and files that are none: a sentence each, nothing half done', () => {
  expect(command().stderr).toContain('请写部门文件所在的文件夹')
  expect(command('no-such-folder').stderr).toContain('找不到')
  const folder = join(data, 'bad')
  mkdirSync(folder)
  expect(command(folder).stderr).toContain('没有部门文件')
  const whole = readFileSync(join(fixtures, known[0]!.file))
  writeFileSync(join(folder, '截断.xlsx'), whole.subarray(0, whole.length / 2))
  writeFileSync(join(folder, '空的.xlsx'), '')
  writeFileSync(join(folder, '改名.xlsx'), '这是一份会议通知，不是表。')
  for (const { refused, rows, added } of lines(folder)) {
    expect(refused).toMatch(/请.*。$/)
    expect([rows, added]).toEqual([0, 0])
  }
})
