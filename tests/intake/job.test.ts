import { createHash } from 'node:crypto'
import type { ImportProgress } from '#contract/intake/actions'
import tcb from '@cloudbase/node-sdk'
import { find, findById, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine } from '#store/intake/quarantine'
import { saveStaged, stagedParts } from '#store/intake/staged'
import { persons } from '#store/people/register'
import { update } from '#store/db/write'
import { askFor, findJob, jobs } from '#store/work/jobs'
import { markRunning } from '#affairs/intake/keeping/one-key'
import { startCloud, type Cloud } from '../harness/cloud'
import { oneTown } from './one-town'
import { pictureOf } from './picture'
import { fileOf } from './truth'

let cloud: Cloud
let app: ReturnType<typeof tcb.init>
beforeAll(async () => {
  cloud = await startCloud()
  app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const [name, content] = oneTown(fileOf(1).path)
const sha256 = createHash('sha256').update(content).digest('hex')
const intake = (action: string, input: object) => cloud.operate<ImportProgress>(action, input, 'intake')

/** Asked for, and not begun. */
async function waiting(): Promise<string> {
  const { fileID } = await app.uploadFile({ cloudPath: 'imports/waiting', fileContent: content })
  const at = new Date().toISOString()
  await askFor(cloud.db, { _id: sha256, kind: 'import', input: { fileName: name, fileID, at, today: at.slice(0, 10) }, askedAt: at })
  return fileID
}

test('a small file is done when the answer comes; then its progress says so', async () => {
  const result = await cloud.importBytes(name, content)
  expect(result.accepted).toBeGreaterThan(0)
  const far = await intake('progress', { sha256 })
  expect(far).toMatchObject({ state: 'done', done: result.rows, of: result.rows, result: { accepted: result.accepted } })
  expect(await findEach(cloud.db, stagedParts, {})).toEqual([])
})

test('who was slow does not call it under way again when it is done', async () => {
  await cloud.importBytes(name, content)
  const done = (await findById(cloud.db, imports, sha256))!
  await markRunning(cloud.db, { ...done, status: 'running', result: null })
  expect(await findById(cloud.db, imports, sha256)).toEqual(done)
})

test('of an import that nobody asked for there is no progress', async () => {
  await expect(intake('progress', { sha256: 'a'.repeat(64) })).rejects.toThrow('没有这一次导入')
})

test('cancelled before anything is written, it leaves nothing, and can be taken in later', async () => {
  await waiting()
  // A worker died while it laid the rows down.
  await saveStaged(cloud.db, sha256, 0, { sealed: 'rows', notes: null })
  expect(await intake('cancel', { sha256 })).toMatchObject({ state: 'cancelled' })
  const left = await Promise.all([imports, quarantine, stagedParts, persons].map((one) => find(cloud.db, one as typeof imports, {})))
  expect(left.flat()).toEqual([])
  expect((await cloud.importBytes(name, content)).accepted).toBeGreaterThan(0)
  await expect(intake('cancel', { sha256 })).rejects.toThrow('已经结束')
})

test('once rows are being written it is not cancelled, and says why', async () => {
  await waiting()
  await update(cloud.db, jobs, { _id: sha256 }, { $set: { cursor: { phase: 'write' } } })
  await expect(intake('cancel', { sha256 })).rejects.toThrow('停在一半会少数据')
  expect(await findById(cloud.db, jobs, sha256)).toMatchObject({ state: 'waiting', cancelAskedAt: null })
})

test('begun anew after it failed half written, it is not cancelled either', async () => {
  await waiting()
  await update(cloud.db, jobs, { _id: sha256 }, { $set: { state: 'failed', cursor: { phase: 'write' } } })
  await cloud.importBytes(name, content)
  expect((await findJob(cloud.db, sha256))?.input).toMatchObject({ begun: true })
  await update(cloud.db, jobs, { _id: sha256 }, { $set: { state: 'waiting', cursor: null } })
  await expect(intake('cancel', { sha256 })).rejects.toThrow('停在一半会少数据')
})

test('the same file from two people at once is taken in once', async () => {
  const both = await Promise.all([cloud.importBytes(name, content), cloud.importBytes(name, content)])
  const once = await pictureOf(cloud)
  expect(both.map(({ accepted }) => accepted)).toEqual([both[0].accepted, both[0].accepted])
  await cloud.empty()
  await cloud.importBytes(name, content)
  expect(once).toEqual(await pictureOf(cloud))
})

test('two files at once that name the same people make no twin', async () => {
  const plan = oneTown(fileOf(3).path)
  await Promise.all([cloud.importBytes(name, content), cloud.importBytes(...plan)])
  const together = await pictureOf(cloud)
  await cloud.empty()
  await cloud.importBytes(name, content)
  await cloud.importBytes(...plan)
  expect(together.people).toEqual((await pictureOf(cloud)).people)
}, 60_000)
