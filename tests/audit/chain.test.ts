import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendToWitness, lastNote, readWitness } from '#local/audit/notes'
import { verifyAudit } from '#local/audit/verify'
import { patrolOnce } from '#local/host/patrol-timer'
import { audit } from '#store/record/audit'
import {
  addLeaves,
  auditCheckpoints,
  auditLeaves,
  covers,
  latestCheckpoint,
  leavesOf,
  leavesOfHousehold,
  numbered,
} from '#store/record/checkpoints'
import { pageLimit } from '#store/db/collection'
import { count, find } from '#store/db/read'
import { insertMany, remove } from '#store/db/write'
import { locks, takeLock } from '#store/db/locks'
import { startCloud, type Cloud } from '../harness/cloud'
import { aLook, Hand, looksOf, minute, patrol, write } from './looks'

const everything = { _id: { $ne: '' } }

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
afterEach(async () => {
  jest.useRealTimers()
  const { db } = cloud
  await Promise.all([
    remove(db, audit, everything),
    remove(db, auditLeaves, everything),
    remove(db, auditCheckpoints, everything),
    remove(db, locks, everything),
  ])
})

const emptyRoot = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

test('a log of nothing has no checkpoint and verifies', async () => {
  expect(await patrol(cloud, 5)).toEqual({ size: 0, added: 0, root: emptyRoot, strange: 0, missing: [] })
  expect(await count(cloud.db, auditCheckpoints, {})).toBe(0)
  expect(await verifyAudit(cloud)).toMatchObject({ size: 0, root: emptyRoot, waiting: 0, finding: undefined })
})

test('entries are chained patrol by patrol, the youngest too; what comes after waits', async () => {
  const hand = new Hand()
  await write(cloud, looksOf(0, 30), hand)
  expect(await patrol(cloud, 2)).toMatchObject({ size: 30, added: 30 })
  await write(cloud, [...looksOf(2, 7), ...looksOf(3, 5), ...looksOf(5, 4)], hand)
  const { root, note } = await patrol(cloud, 5)
  expect(await patrol(cloud, 5)).toEqual({ size: 46, added: 0, root, note, strange: 0, missing: [] })
  await write(cloud, looksOf(5, 3), hand)
  expect(note).toBe((await latestCheckpoint(cloud.db))!.note)
  expect(await verifyAudit(cloud)).toEqual({ size: 46, root, checkpoints: 2, waiting: 3, note, finding: undefined })
})

test('a clock that was set back, or that runs ahead, makes no honest entry look slipped in', async () => {
  const hand = new Hand()
  await write(cloud, looksOf(30, 6), hand)
  await patrol(cloud, 31)
  await write(cloud, [...looksOf(-60, 4), ...looksOf(26, 2), ...looksOf(60 * 24 * 365, 3)], hand)
  expect(await verifyAudit(cloud)).toMatchObject({ size: 6, waiting: 9, finding: undefined })
  expect(await patrol(cloud, -59)).toMatchObject({ size: 15, added: 9, strange: 0 })
  await write(cloud, looksOf(33, 3), hand)
  expect(await patrol(cloud, 34)).toMatchObject({ size: 18, added: 3 })
  expect(await verifyAudit(cloud)).toMatchObject({ size: 18, waiting: 0, finding: undefined })
})

test('an entry that no writer of ours sealed is not chained, and is found', async () => {
  await write(cloud, looksOf(0, 3))
  await insertMany(cloud.db, audit, [aLook(0, 9, 'h9')])
  expect(await patrol(cloud, 2)).toMatchObject({ size: 3, added: 3, strange: 1 })
  expect(await verifyAudit(cloud)).toMatchObject({ finding: { fault: 'inserted' } })
})

test('nothing new, no checkpoint', async () => {
  await write(cloud, looksOf(0, 3))
  await patrol(cloud, 2)
  for (const m of [3, 4, 5]) expect(await patrol(cloud, m)).toMatchObject({ size: 3, added: 0 })
  expect(await count(cloud.db, auditCheckpoints, {})).toBe(1)
})

test('a household’s looks are numbered without gaps, each with the hash of the one before', async () => {
  await write(cloud, looksOf(0, 9))
  await patrol(cloud, 2)
  await write(cloud, looksOf(2, 9))
  await patrol(cloud, 4)
  const leaves = await leavesOfHousehold(cloud.db, 'h9')
  expect(leaves.map(({ n }) => n)).toEqual([6, 5, 4, 3, 2, 1])
  expect(leaves.map(({ previous }) => previous)).toEqual([...leaves.slice(1).map(({ hash }) => hash), null])
  const latest = await latestCheckpoint(cloud.db)
  expect(leaves.every((leaf) => covers(latest, leaf))).toBe(true)
  expect(covers(undefined, leaves[0]!)).toBe(false)
  const [nobody] = await find(cloud.db, audit, { householdId: null }, { limit: 1 })
  expect(await leavesOf(cloud.db, [nobody!._id])).toMatchObject([{ n: null, previous: null }])
})

test('more than a page, and more than a page of one instant, keeps its order', async () => {
  await write(cloud, [...looksOf(0, 50), ...Array.from({ length: pageLimit * 2 + 10 }, () => aLook(1, 0, 'h1'))])
  expect(await patrol(cloud, 3)).toMatchObject({ size: pageLimit * 2 + 60 })
  expect(await verifyAudit(cloud)).toMatchObject({ size: pageLimit * 2 + 60, finding: undefined })
}, 20_000)

test('two patrols at once: one chains, none is chained twice', async () => {
  await write(cloud, looksOf(0, 40))
  const both = await Promise.all([patrol(cloud, 2), patrol(cloud, 2), patrol(cloud, 2)])
  expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(40)
  expect(await count(cloud.db, auditLeaves, {})).toBe(40)
  expect(await verifyAudit(cloud)).toMatchObject({ size: 40, checkpoints: 1, finding: undefined })
})

test('two patrols that both think it is theirs cannot both write a checkpoint', async () => {
  await write(cloud, looksOf(0, 4))
  await patrol(cloud, 2)
  const { _id: _, ...rest } = (await latestCheckpoint(cloud.db))!
  await expect(insertMany(cloud.db, auditCheckpoints, [{ ...rest, _id: numbered(5), size: 5 }])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  })
})

test('a patrol killed before its checkpoint is done over by the next', async () => {
  await write(cloud, looksOf(0, 10))
  await patrol(cloud, 2)
  await write(cloud, looksOf(2, 10))
  await addLeaves(
    cloud.db,
    [11, 12].map((n) => ({
      _id: numbered(n),
      entryId: `half-${n}`,
      at: minute(2),
      householdId: 'h9',
      n,
      previous: null,
      hash: 'ab'.repeat(32),
    })),
  )
  // The killed one still holds the lock: others wait until it has run out.
  await takeLock(cloud.db, { _id: 'audit-chain', holder: 'killed', until: minute(6) }, minute(2))
  expect(await verifyAudit(cloud)).toMatchObject({ size: 10, waiting: 10, finding: undefined })
  expect(await patrol(cloud, 5)).toMatchObject({ size: 10, added: 0 })
  expect(await patrol(cloud, 7)).toMatchObject({ size: 20, added: 10 })
  expect(await verifyAudit(cloud)).toMatchObject({ size: 20, waiting: 0, finding: undefined })
})

test('checkpoints from before a root key was added hold beside those from after', async () => {
  await write(cloud, looksOf(0, 6))
  await patrol(cloud, 2)
  cloud.addRootKey()
  await write(cloud, looksOf(2, 6))
  await patrol(cloud, 4)
  expect(await verifyAudit(cloud)).toMatchObject({ size: 12, checkpoints: 2, finding: undefined })
})

test('a phone cannot send the patrol out', async () => {
  await expect(cloud.call('patrol', 'chain', {})).rejects.toThrow(/^(sign-in|not-allowed): /)
})

describe('the witness beside the database', () => {
  let folder: string
  let file: string
  let elsewhere: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaokang-witness-'))
    file = join(folder, 'checkpoints.txt')
    elsewhere = join(folder, 'other', 'disk', 'notes.txt')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const round = (m: number) => patrolOnce([file, elsewhere], () => patrol(cloud, m), cloud.db)

  test('keeps each checkpoint once', async () => {
    expect(lastNote(file)).toBeUndefined()
    await round(1)
    for (const m of [2, 4, 6]) {
      await write(cloud, looksOf(m - 2, 5))
      await round(m)
      await round(m)
    }
    const notes = (await find(cloud.db, auditCheckpoints, {}, { order: [['_id', 'asc']] })).map(({ note }) => note)
    expect(readWitness(file)).toEqual(notes)
    expect(readWitness(elsewhere)).toEqual(notes)
    expect(lastNote(file)).toBe(notes.at(-1))
    expect(await verifyAudit(cloud, readWitness(file))).toMatchObject({ size: 15, finding: undefined })
  })

  test('does not sign for a database that was rolled back behind it', async () => {
    await write(cloud, looksOf(0, 5))
    await round(2)
    await remove(cloud.db, auditCheckpoints, everything)
    await expect(round(3)).rejects.toThrow('没有往下存')
    expect(await count(cloud.db, auditCheckpoints, {})).toBe(0)
  })

  test('a note torn by a power cut is passed over', () => {
    writeFileSync(file, '330328.xiaokang/audit\n12\nab')
    expect(lastNote(file)).toBeUndefined()
    appendToWitness(file, 'x')
    expect(readWitness(file)).toEqual([])
  })
})
