import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { buildSync } from 'esbuild'
import { sealFile } from '#kernel/seal/seal-file'
import { findEach } from '#store/db/read'
import { insertMany } from '#store/db/write'
import { stagedParts } from '#store/intake/staged'
import { askFor, findJob } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { pictureOf } from '../intake/picture'
import { fileOf } from '../intake/truth'
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

const startWorker = (id: string) => spawn(process.execPath, [join(folder, 'worker.cjs'), id], { stdio: 'ignore', env: process.env })
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))

/**
 * Two workers at a time that are killed: some while they start, some in the middle of a chunk, some while they save. Gives how many were.
 */
async function workUnderKills(id: string): Promise<number> {
  let kills = 0
  for (let seed = 7; kills < 30 && (await findJob(cloud.db, id))?.state === 'waiting'; seed = (seed * 16807) % 2147483647) {
    const workers = [startWorker(id), startWorker(id)]
    const over = Promise.all(workers.map(ended))
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 400 + (seed % 900)))])
    for (const worker of workers) if (worker.exitCode === null && worker.kill('SIGKILL')) kills++
    await over
  }
  if ((await findJob(cloud.db, id))?.state === 'waiting') await ended(startWorker(id))
  return kills
}

test('killed again and again, it comes to what an undisturbed run comes to', async () => {
  const of = 300
  await insertMany(
    cloud.db,
    given,
    Array.from({ length: of }, (_, i) => numberOf(i)),
  )
  await askFor(cloud.db, { _id: 'sum', kind: 'summing', input: { size: 20, of }, askedAt: new Date().toISOString() })
  expect(await workUnderKills('sum')).toBeGreaterThan(2)
  expect(await findJob(cloud.db, 'sum')).toMatchObject({
    state: 'done',
    result: { sum: (of * (of - 1)) / 2 },
    progress: { done: of, of },
  })
  expect((await findEach(cloud.db, doubled, {})).map(({ n }) => n)).toEqual(Array.from({ length: of }, (_, i) => i * 2))
}, 120_000)

test('an import that is killed again and again is the same county as one that is not', async () => {
  const files = [fileOf(1), fileOf(3)]
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  let kills = 0
  for (const { path } of files) {
    const content = readFileSync(path)
    const id = createHash('sha256').update(content).digest('hex')
    const { fileID } = await app.uploadFile({ cloudPath: `originals/${id}`, fileContent: sealFile(cloud.keys, content) })
    const input = { fileName: basename(path), fileID, at: '2026-10-20T02:00:00.000Z', today: '2026-10-20' }
    await askFor(cloud.db, { _id: id, kind: 'import', input, askedAt: input.at })
    kills += await workUnderKills(id)
    expect(await findJob(cloud.db, id)).toMatchObject({ state: 'done' })
  }
  expect(kills).toBeGreaterThan(2)
  const disturbed = await pictureOf(cloud)
  const left = await findEach(cloud.db, stagedParts, {})
  await cloud.close()
  jest.resetModules()
  cloud = await startCloud()
  for (const { path } of files) await cloud.importFile(path)
  expect(disturbed).toEqual(await pictureOf(cloud))
  expect(left).toEqual([])
}, 180_000)
