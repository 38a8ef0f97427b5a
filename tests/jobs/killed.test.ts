import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { findEach, insertMany } from '#store/db/collection'
import { askFor, findJob } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { doubled, given, numberOf } from './summing'

/** Workers in processes of their own that are killed where nobody can foresee, two at a time. */
const root = resolve(__dirname, '../..')
const cache = join(root, 'node_modules/.cache')
let folder: string
let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud()
  for (const { name } of [given, doubled]) await cloud.db.createCollection(name)
  mkdirSync(cache, { recursive: true })
  folder = mkdtempSync(join(cache, 'job-test-'))
  buildSync({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile: join(folder, 'worker.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['@cloudbase/node-sdk'],
    logLevel: 'warning',
  })
}, 60_000)
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const startWorker = () => spawn(process.execPath, [join(folder, 'worker.cjs')], { stdio: 'ignore', env: process.env })
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))

test('killed again and again, it comes to what an undisturbed run comes to', async () => {
  const of = 300
  await insertMany(
    cloud.db,
    given,
    Array.from({ length: of }, (_, i) => numberOf(i)),
  )
  await askFor(cloud.db, { _id: 'sum', kind: 'summing', input: { size: 20, of }, askedAt: new Date().toISOString() })
  let kills = 0
  for (let seed = 7; (await findJob(cloud.db, 'sum'))?.state !== 'done' && kills < 40; seed = (seed * 16807) % 2147483647) {
    const workers = [startWorker(), startWorker()]
    const over = Promise.all(workers.map(ended))
    // Some are killed while they start, some in the middle of a chunk, some while they save.
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 150 + (seed % 900)))])
    for (const worker of workers) if (worker.exitCode === null && worker.kill('SIGKILL')) kills++
    await over
  }
  if ((await findJob(cloud.db, 'sum'))?.state !== 'done') await ended(startWorker())
  expect(kills).toBeGreaterThan(2)
  expect(await findJob(cloud.db, 'sum')).toMatchObject({ state: 'done', result: { sum: (of * (of - 1)) / 2 }, progress: { done: of, of } })
  expect((await findEach(cloud.db, doubled, {})).map(({ n }) => n)).toEqual(Array.from({ length: of }, (_, i) => i * 2))
}, 120_000)
