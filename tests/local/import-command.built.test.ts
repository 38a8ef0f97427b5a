import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** `npm run import` as an office uses it, on the real files, against TRUTH.json. */
const fixtures = resolve(__dirname, '../fixtures/departments')
const data = mkdtempSync(join(tmpdir(), 'xiaokang-import-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

interface Line {
  file: string
  kind?: string
  rows: number
  accepted: number
  quarantined: number
  amountFen: number
  seenBefore: boolean
  added: number
  changed: number
  refused?: string
}
interface Truth {
  files: {
    n: number
    file: string
    data_rows: number
    accepted: number
    rejected: unknown[]
    amounts: Record<string, { sum_fen_accepted: number }>
  }[]
}

const command = (...args: string[]) => spawnSync(process.execPath, ['dist/local/import.js', ...args, '--data', data], { encoding: 'utf8' })
const lines = (...args: string[]): Line[] =>
  command(...args, '--json')
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
const truth = JSON.parse(readFileSync(join(fixtures, 'TRUTH.json'), 'utf8')) as Truth
const mainAmount: Record<number, string> = {
  ...{ 1: 'monthly_amount', 2: 'total', 3: 'amount', 4: 'amount', 5: 'amount', 6: 'amount' },
  ...{ 10: 'dividend', 11: 'total_investment', 12: 'self_paid' },
}
/** No department's list: what an office keeps of its own. */
const unknown = join(data, '固定资产.csv')

test('one JSON line a file: rows, accepted, quarantined and sums as TRUTH says; what is no kind we know is refused with a sentence', () => {
  const told = new Map(lines(fixtures).map((line) => [line.file, line]))
  expect(told.size).toBe(truth.files.length)
  for (const { n, file, data_rows, accepted, rejected, amounts } of truth.files) {
    const sum = mainAmount[n] ? amounts[mainAmount[n]!]!.sum_fen_accepted : 0
    expect(told.get(file)).toMatchObject({ rows: data_rows, accepted, quarantined: rejected.length, amountFen: sum, seenBefore: false })
  }
  writeFileSync(unknown, '编号,型号,数量\n1,打印机,2\n')
  const [refused] = lines(unknown)
  expect(refused).toMatchObject({ rows: 0, accepted: 0 })
  expect(refused!.refused).toMatch(/[。！]$/)
})

test('again: seen before, nothing added, nothing changed', () => {
  const told = lines(...truth.files.map(({ file }) => join(fixtures, file)))
  expect(told).toHaveLength(truth.files.length)
  for (const line of told) expect(line).toMatchObject({ seenBefore: true, added: 0, changed: 0 })
})

test('a summary for people, and an exit code that tells', () => {
  const whole = command(join(fixtures, truth.files[0]!.file))
  expect(whole.stdout).toContain('398 行，收下 396 行，退回 2 行，提醒 4 处')
  expect(whole.status).toBe(0)
  expect(command(unknown).status).toBe(1)
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
  const whole = readFileSync(join(fixtures, truth.files[0]!.file))
  writeFileSync(join(folder, '截断.xlsx'), whole.subarray(0, whole.length / 2))
  writeFileSync(join(folder, '空的.xlsx'), '')
  writeFileSync(join(folder, '改名.xlsx'), '这是一份会议通知，不是表。')
  for (const { refused, rows, added } of lines(folder)) {
    expect(refused).toMatch(/请.*。$/)
    expect([rows, added]).toEqual([0, 0])
  }
})

describe('many files', () => {
  const faults = resolve(__dirname, '../fixtures/faults')

  test('a folder of .et, .ods, .xlsm and a folder within: all five go in', () => {
    const told = lines(join(faults, '28_folder'))
    expect(told.map(({ file, rows, accepted }) => [file.replace(/.*\./, ''), rows, accepted]).sort()).toEqual([
      ['et', 8, 8],
      ['ods', 8, 8],
      ['xlsm', 8, 8],
      ['xlsx', 8, 8],
      ['xlsx', 8, 8],
    ])
  })

  test('one bad amount and one broken workbook cost themselves only; every reason is in the JSON and in a file of its owner', () => {
    const folder = mkdtempSync(join(data, 'mixed-'))
    for (const start of ['05', '29', '06a'])
      copyFileSync(
        join(
          faults,
          readdirSync(faults).find((name) => name.startsWith(start))!,
        ),
        join(folder, `${start}_发放计划_2026年10月.xlsx`),
      )
    const { stdout, stderr, status } = command(folder, '--json')
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line & { reasons?: { sheet: string; row: number; code: string; message: string }[] })
    expect(told.map(({ rows, accepted, quarantined }) => [rows, accepted, quarantined])).toEqual([
      [8, 7, 1],
      [8, 8, 0],
      [0, 0, 0],
    ])
    expect(told[0]!.reasons).toMatchObject([
      { sheet: '10月', row: 6, code: 'amount_too_large', message: expect.stringMatching(/应发金额.*请核对.*。$/) as string },
    ])
    expect(told[2]!.refused).toMatch(/不完整或已损坏.*。$/)
    expect(status).toBe(0)
    const file = /写在 (\S+\.csv)/.exec(stderr)![1]!
    expect(readFileSync(file, 'utf8')).toMatch(/05_发放计划.*"10月","6","退回","amount_too_large".*\r\n.*29_发放计划.*整个文件没有导入/)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('two imports of one folder at once: the second waits for its turn', async () => {
    const folder = join(faults, '28_folder')
    const run = () =>
      new Promise<{ code: number | null; out: string; err: string }>((done) => {
        const child = spawn(process.execPath, ['dist/local/import.js', folder, '--json', '--data', join(data, 'two')])
        let [out, err] = ['', '']
        child.stdout.on('data', (part: Buffer) => (out += part.toString()))
        child.stderr.on('data', (part: Buffer) => (err += part.toString()))
        child.once('exit', (code) => done({ code, out, err }))
      })
    const both = await Promise.all([run(), run()])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    const accepted = both.map(({ out }) =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line),
    )
    expect(accepted.map((told) => told.map((line) => line.accepted))).toEqual([
      [8, 8, 8, 8, 8],
      [8, 8, 8, 8, 8],
    ])
    expect(accepted.map((told) => told.every(({ seenBefore }) => seenBefore)).sort()).toEqual([false, true])
    expect(both.filter(({ err }) => err.includes('等它做完就接着导'))).toHaveLength(1)
  }, 60_000)
})

test('tried first, nothing is written; taken in, it is in the history; taken back, as if it had never come', () => {
  const own = mkdtempSync(join(tmpdir(), 'xiaokang-undo-'))
  const at = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/local/import.js', ...args, '--data', own], { encoding: 'utf8' })
    return { stdout, stderr, status }
  }
  const history = () =>
    at('--history', '--json')
      .stdout.split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { sha256: string; state: string })
  const register = join(fixtures, truth.files.find(({ n }) => n === 1)!.file)
  try {
    const tried = JSON.parse(at(register, '--dry-run', '--json').stdout) as {
      accepted: number
      effects: { joined: number; households: number }
    }
    expect(tried.effects.joined).toBe(tried.accepted)
    expect(tried.effects.households).toBeGreaterThan(100)
    expect(history()).toEqual([])
    const first = JSON.parse(at(register, '--json').stdout) as Line
    const [{ sha256, state } = { sha256: '', state: '' }] = history()
    expect(state).toBe('done')
    expect(at('--undo', sha256.slice(0, 12)).stderr).toContain('请写明为什么要撤销')
    expect(at('--undo', sha256.slice(0, 12), '--reason', '发错了表').stdout).toContain('和没有导入过一样')
    expect(history()).toMatchObject([{ state: 'undone' }])
    expect(JSON.parse(at(register, '--json').stdout)).toMatchObject({ seenBefore: false, added: first.added })
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}, 120_000)
