import { readFileSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import fc from 'fast-check'
import { sealFile } from '#kernel/seal/seal-file'
import { readRootKeys } from '#kernel/seal/keys'
import { count, findById } from '#store/db/read'
import { remove, replace, update } from '#store/db/write'
import { doctorContracts, pairings, workers } from '#store/people/helpers'
import { imports } from '#store/intake/intake'
import { payments, receipts } from '#store/money/money'
import { codes, households, persons } from '#store/people/register'
import { askFor, findJob, jobs } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { oneTown } from '../intake/one-town'
import { pictureOf } from '../intake/picture'
import { fileOf } from '../intake/truth'
import { resealAll, resealOnce, versionsIn } from './resealing'

/** Register, plan, receipt, pairings: people, cards and workers. */
const sent = [1, 3, 4, 7].map(fileOf)

let cloud: Cloud
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

/** Counted, so that a twin shows. */
const counts = async ({ db }: Cloud) =>
  Object.fromEntries(
    await Promise.all(
      [persons, households, codes, workers, pairings, doctorContracts, payments, receipts].map(async ({ name }) => [
        name,
        (await db.collection(name).count()).total,
      ]),
    ),
  )

/** Takes the files in again, as if they had been sent anew. */
async function importAgain(cloud: Cloud): Promise<{ added: number; changed: number }> {
  await remove(cloud.db, imports, {})
  const sum = { added: 0, changed: 0 }
  for (const { path } of sent) {
    const { added, changed } = await cloud.importBytes(...oneTown(path))
    sum.added += added
    sum.changed += changed
  }
  return sum
}

let expected: Awaited<ReturnType<typeof pictureOf>>
let expectedCounts: Awaited<ReturnType<typeof counts>>
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of sent) await cloud.importBytes(...oneTown(path))
  expected = await pictureOf(cloud)
  expectedCounts = await counts(cloud)
}, 60_000)

test('the same files again, with a rotation half way: no twin of a person, worker, card, plan row or receipt line', async () => {
  for (const { path } of sent) await cloud.importBytes(...oneTown(path))
  // Stopped among the persons, then among the receipts.
  for (const limit of [25, 330]) {
    cloud.addRootKey()
    await resealOnce(cloud, limit)
    expect(Object.keys(await versionsIn(cloud.db)).length).toBeGreaterThan(1)
    expect((await importAgain(cloud)).added).toBe(0)
    expect(await counts(cloud)).toEqual(expectedCounts)
    expect(await pictureOf(cloud)).toEqual(expected)
  }

  expect((await resealAll(cloud)).remaining).toBe(0)
  expect(await importAgain(cloud)).toEqual({ added: 0, changed: 0 })
  expect(await counts(cloud)).toEqual(expectedCounts)
  expect(await pictureOf(cloud)).toEqual(expected)
}, 180_000)

test('files that come one by one while keys are rotated: whatever has been re-sealed, the county is the same', async () => {
  const steps = fc.shuffledSubarray(sent, { minLength: sent.length }).chain((files) =>
    fc.record({
      files: fc.constant(files),
      keyBefore: fc.array(fc.boolean(), { minLength: files.length, maxLength: files.length }),
      reseal: fc.array(fc.integer({ min: 0, max: 250 }), { minLength: files.length, maxLength: files.length }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(steps, async ({ files, keyBefore, reseal }) => {
      await cloud.empty()
      for (const [i, { path }] of files.entries()) {
        if (keyBefore[i]) cloud.addRootKey()
        if (reseal[i]! > 0) await resealOnce(cloud, reseal[i])
        await cloud.importBytes(...oneTown(path))
      }
      cloud.addRootKey()
      expect(await pictureOf(cloud)).toEqual(expected)
      expect((await resealAll(cloud)).remaining).toBe(0)
      expect(await pictureOf(cloud)).toEqual(expected)
      expect(await counts(cloud)).toEqual(expectedCounts)
    }),
    { numRuns: 4, endOnFailure: true },
  )
}, 300_000)

describe('imports that would not see each other’s people', () => {
  const register = fileOf(1).path
  const running = { fileName: '上个月的名册.xlsx', fileID: 'f', kind: null, status: 'running' as const, result: null, keyVersion: '1' }

  test('one under the old key is waited for, by the next import and by the re-sealing; one that was cut off long ago is not', async () => {
    await replace(cloud.db, imports, { _id: 'other', ...running, at: new Date().toISOString() })
    cloud.addRootKey()
    await expect(cloud.importFile(register)).rejects.toThrow('《上个月的名册.xlsx》还在用原来的那一版导入')
    expect(await count(cloud.db, imports, {})).toBe(1)
    expect(await resealOnce(cloud)).toMatchObject({ done: false, waiting: expect.stringContaining('上个月的名册') as string })
    await replace(cloud.db, imports, { _id: 'other', ...running, at: new Date(Date.now() - 16 * 60_000).toISOString() })
    expect(await cloud.importFile(register)).toMatchObject({ accepted: fileOf(1).accepted })
    expect(await resealOnce(cloud)).toMatchObject({ version: '2' })
  }, 60_000)

  test('a function that has not learnt the new key imports nothing once the re-sealing has begun', async () => {
    const known = process.env.ROOT_KEYS
    cloud.addRootKey()
    await resealOnce(cloud, 1)
    process.env.ROOT_KEYS = known
    cloud.keys = readRootKeys(known!)
    await expect(cloud.importFile(register)).rejects.toThrow('第 2 版根密钥，这个云函数还不知道它')
    expect(await count(cloud.db, imports, {})).toBe(0)
    // Nor does the clock, later.
    expect(await cloud.operate('work', {}, 'intake')).toEqual({ worked: false, more: false })
    expect(await count(cloud.db, persons, {})).toBe(0)
  }, 60_000)

  test('nor does it go on with an import that waited since before', async () => {
    const { fileID } = await tcb
      .init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
      .uploadFile({ cloudPath: 'originals/waiting', fileContent: sealFile(cloud.keys, readFileSync(register)) })
    const at = new Date(Date.now() - 16 * 60_000).toISOString()
    const input = { fileName: '名册.xlsx', fileID, at, today: at.slice(0, 10) }
    await askFor(cloud.db, { _id: 'waiting', kind: 'import', input, askedAt: at })
    const known = process.env.ROOT_KEYS!
    cloud.addRootKey()
    const learnt = process.env.ROOT_KEYS!
    const knows = (keys: string) => {
      process.env.ROOT_KEYS = keys
      cloud.keys = readRootKeys(keys)
    }
    await resealOnce(cloud, 1)
    knows(known)
    const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await cloud.operate('work', {}, 'intake')
    errors.mockRestore()
    expect(await findJob(cloud.db, 'waiting')).toMatchObject({ state: 'waiting', cursor: null, failures: 1 })
    knows(learnt)
    await update(cloud.db, jobs, { _id: 'waiting' }, { $set: { lease: null } })
    await cloud.operate('work', {}, 'intake')
    expect(await findJob(cloud.db, 'waiting')).toMatchObject({ state: 'done', result: { accepted: fileOf(1).accepted } })
  }, 60_000)
})

test('a card printed before the rotation leads to the same code after it', async () => {
  await cloud.importFile(fileOf(1).path)
  const { codeIdOf, signCode } = await import('#kernel/access/code-signer')
  const [code] = (await cloud.db.collection(codes.name).limit(1).get()).data as { _id: string }[]
  const printed = signCode(cloud.keys, code!._id)
  cloud.addRootKey()
  await resealAll(cloud)
  expect(codeIdOf(cloud.keys, printed)).toBe(code!._id)
  expect(await findById(cloud.db, codes, code!._id)).toMatchObject({ status: 'active' })
}, 60_000)
