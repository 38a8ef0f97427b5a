import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'xiaokang-supervise-'))
afterAll(() => rmSync(folder, { recursive: true }))
const runs = join(folder, 'runs')
const supervisor = resolve(__dirname, '../../config/supervise.mjs')

/** Supervises a server that ends as told, run by run; how the supervisor itself ended, and with which options each run began. */
async function supervised(...ends: string[]) {
  const server = join(folder, 'server.cjs')
  writeFileSync(runs, '')
  writeFileSync(
    server,
    `const fs = require('node:fs')
    const run = fs.readFileSync(${JSON.stringify(runs)}, 'utf8').split('\\n').length - 1
    fs.appendFileSync(${JSON.stringify(runs)}, process.argv.slice(2).join(' ') + '\\n')
    eval(${JSON.stringify(ends)}[run] ?? 'process.exit(0)')`,
  )
  const main = join(folder, 'main.mjs')
  writeFileSync(
    main,
    `import { supervise } from ${JSON.stringify(supervisor)}
    await supervise(${JSON.stringify(server)}, ['--fresh', '--port', '1'], { cwd: ${JSON.stringify(folder)}, say: console.log }).catch((error) => { console.log(error.message); process.exitCode = 1 })`,
  )
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said, options: readFileSync(runs, 'utf8').trim().split('\n') }
}

test('a server brought down by a fault is started again, and that is said; the folder is emptied only once', async () => {
  const { code, said, options } = await supervised('process.exit(70)', "process.kill(process.pid, 'SIGKILL')", 'process.exit(0)')
  expect(code).toBe(0)
  expect(said.match(/服务意外停了（[^）]+），马上重新开/g)).toHaveLength(2)
  expect(options).toEqual(['--fresh --port 1', '--port 1', '--port 1'])
})

test('a wrong option is not tried again', async () => {
  expect(await supervised('process.exit(1)')).toMatchObject({
    code: 1,
    said: expect.stringContaining('没有开起来'),
    options: [expect.anything()],
  })
})

test('one that ends again and again is left alone, with a sentence', async () => {
  const { code, said, options } = await supervised(...Array<string>(9).fill('process.exit(70)'))
  expect([code, options.length]).toEqual([1, 5])
  expect(said).toContain('没有再开')
})
