import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { paperFigures, publicFigures } from '../journeys/paper-figures'
import { runStart } from '../journeys/local-cloud'

const root = resolve(__dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'xiaokang-killed-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Starts on an empty folder and kills it, without a word, once it is taking in the third file. */
const startAndKill = () =>
  new Promise<void>((done) => {
    const child = spawn(process.execPath, ['dist/local/start.js', '--port', '0', '--data', data], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      if (/导入部门文件 2\//.test(said)) child.kill('SIGKILL')
    })
    child.once('exit', () => done())
  })

test('a first start that was killed half way is finished by the next: nothing twice, nothing missing', async () => {
  await startAndKill()
  const start = await runStart(data)
  await start.stop()
  expect(
    JSON.parse(execFileSync(process.execPath, ['dist/local/figures.js', '--json', '--data', data], { cwd: root }).toString()),
  ).toMatchObject({ ...paperFigures, ...publicFigures })
}, 300_000)
