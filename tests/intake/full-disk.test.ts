import promises from 'node:fs/promises'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { ImportProgress } from '#contract/intake/actions'
import { importFileAlone } from '#local/import/import-files'
import type { LocalCloud } from '#local/host/cloud'
import { update } from '#store/db/write'
import { findJob, jobs } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { oneTown } from './one-town'
import { pictureOf } from './picture'
import { fileOf } from './truth'

/** A disk without room, met by what writes: nothing is lost, and it goes on where it was once there is room. */
let cloud: Cloud
let folder: string
beforeAll(async () => {
  cloud = await startCloud()
  folder = mkdtempSync(join(tmpdir(), 'xiaokang-full-'))
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await cloud.close()
})
beforeEach(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await cloud.empty()
})
afterEach(() => jest.restoreAllMocks())

const plan = oneTown(fileOf(3).path)
const full = Object.assign(new Error('The disk or the database quota is full; nothing of this request was written.'), { code: 'SYS_ERR' })

/** From now on only so many writes find room; those of jobs themselves do or do not. */
function fill({ writes = 0, jobsToo = false } = {}): () => void {
  const collection = cloud.db.collection.bind(cloud.db)
  const crowded = failingAfter({ ...cloud.db, collection }, writes, full)
  const spy = jest
    .spyOn(cloud.db, 'collection')
    .mockImplementation((name) => (name === jobs.name && !jobsToo ? collection(name) : crowded.collection(name)))
  return () => spy.mockRestore()
}

/** The same importing as the command line does, from a file of the officer's. */
function importAlone([name, content]: [string, Buffer]) {
  const path = join(folder, name)
  writeFileSync(path, content)
  const operate = <Data>(door: string, action: string, input: unknown) => cloud.operate<Data>(action, input, door as 'intake')
  return importFileAlone({ keys: cloud.keys, operate } as unknown as LocalCloud, path)
}

test.each([0, 1, 4])(
  'a job that finds no room after %d writes says so, keeps its place however often, and goes on',
  async (writes) => {
    const expected = await cloud.importBytes(...plan)
    const undisturbed = await pictureOf(cloud)
    await cloud.empty()
    const { fileID } = await tcb
      .init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
      .uploadFile({ cloudPath: 'imports/full', fileContent: plan[1] })
    const empty = fill({ writes: writes + 1 })
    let far = await cloud.operate<ImportProgress>('import', { fileName: plan[0], fileID }, 'intake')
    // More often than a failure of our own would be forgiven.
    for (let tries = 0; tries < 7; tries++) {
      expect(far).toMatchObject({ state: 'waiting', fault: expect.stringMatching(/满了.*都还在.*请管理员腾出空间.*接着做。$/) as string })
      await update(cloud.db, jobs, { _id: far.sha256 }, { $set: { lease: null } })
      await cloud.operate('work', {}, 'intake')
      far = await cloud.operate('progress', { sha256: far.sha256 }, 'intake')
    }
    empty()
    await update(cloud.db, jobs, { _id: far.sha256 }, { $set: { lease: null } })
    await cloud.operate('work', {}, 'intake')
    const { accepted, quarantined, amountFen } = expected
    expect(await findJob(cloud.db, far.sha256)).toMatchObject({ state: 'done', fault: null, result: { accepted, quarantined, amountFen } })
    expect(await pictureOf(cloud)).toEqual(undisturbed)
  },
  60_000,
)

test('where not even the job can be saved the officer is told, and importing again takes it in', async () => {
  const empty = fill({ jobsToo: true })
  expect((await importAlone(plan)).refused).toMatch(/满了.*都还在.*请管理员腾出空间.*。$/)
  empty()
  const told = await importAlone(plan)
  expect([told.refused, told.seenBefore, told.accepted > 0]).toEqual([undefined, false, true])
})

test('a file for which there is no room in storage is refused with the same sentence; the next one goes in', async () => {
  const open = promises.open
  jest.spyOn(promises, 'open').mockImplementationOnce(async (...asked) => {
    const file = await open(...asked)
    file.write = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))
    return file
  })
  expect((await importAlone(plan)).refused).toMatch(/满了.*都还在.*请管理员腾出空间.*。$/)
  const next = await importAlone(oneTown(fileOf(1).path))
  expect(next.refused).toBeUndefined()
  expect(next.accepted).toBeGreaterThan(0)
}, 60_000)
