import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readRootKeys, versionsOf } from '#kernel/seal/keys'
import { fileOf } from '../intake/truth'

/** `npm run keys:rotate` as it was built, in processes of its own. */
const root = resolve(__dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'xiaokang-rotate-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const run = (command: string, ...args: string[]) =>
  spawnSync(process.execPath, [`dist/local/${command}.js`, ...args, '--data', data], { cwd: root, encoding: 'utf8' })
const figures = () =>
  JSON.parse(execFileSync(process.execPath, ['dist/local/figures.js', '--json', '--data', data], { cwd: root }).toString()) as object
const versions = () =>
  versionsOf(readRootKeys((JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as { rootKeys: string }).rootKeys))

/** Starts the rotation, and kills it without a word once it has said so much. */
const rotateAndKill = (at: RegExp) =>
  new Promise<string>((done) => {
    const child = spawn(process.execPath, ['dist/local/keys-rotate.js', '--data', data], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      if (at.test(said)) child.kill('SIGKILL')
    })
    child.once('exit', () => done(said))
  })

test('where there is no data there is no key to rotate', () => {
  const { stderr, status } = run('keys-rotate')
  expect([stderr.includes('没有小康码的数据'), status]).toEqual([true, 1])
})

test('killed before its first step and half way, then run to the end: one new version, everything re-sealed, the county as it was', async () => {
  run('import', ...[1, 4].map((n) => fileOf(n).path))
  const before = figures()
  await rotateAndKill(/写进了/)
  expect(await rotateAndKill(/重新封存 [1-9]\d*\//)).toContain('接着换第 2 版')
  const { stdout, stderr, status } = run('keys-rotate')
  expect(stderr).toContain('接着换第 2 版')
  expect(stdout).toContain('没有一条还是旧版本的')
  expect(stdout).toContain('印好的卡片不用换')
  expect(status).toBe(0)
  expect(versions()).toEqual(['1', '2'])
  expect(figures()).toEqual(before)
}, 60_000)

test('beside a running server; a further rotation is a new one, and a file sent again adds nobody', async () => {
  const server = spawn(process.execPath, ['dist/local/start.js', '--port', '0', '--no-demo', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((up) => server.stdout.on('data', (part: Buffer) => part.toString().includes('Ctrl+C') && up()))
  expect(run('keys-rotate').stdout).toContain('第 3 版')
  expect(versions()).toEqual(['1', '2', '3'])
  const again = join(data, '回执.txt')
  writeFileSync(again, Buffer.concat([readFileSync(fileOf(4).path), Buffer.from('\n')]))
  expect(JSON.parse(run('import', again, '--json').stdout)).toMatchObject({
    accepted: fileOf(4).accepted,
    seenBefore: false,
    added: 0,
    changed: 0,
  })
  server.kill('SIGTERM')
  await new Promise((ended) => server.once('exit', ended))
}, 60_000)
