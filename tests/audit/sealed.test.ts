import { join } from 'node:path'
import type { Chained } from '#contract/patrol/actions'
import { processWriter } from '#kernel/record/audit-writer'
import { sealFault, sealRecord } from '#kernel/record/audit-seal'
import { readRootKeys } from '#kernel/seal/keys'
import { openSqlite } from '#local/gateway/disk/sqlite'
import { verifyAudit } from '#local/audit/verify'
import { audit, type AuditRecord } from '#store/record/audit'
import { latestCheckpoint } from '#store/record/checkpoints'
import { find, findById } from '#store/db/read'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asFarmer, asWorker } from '../harness/people'
import { reachInto, type Hand } from './direct'

/** What somebody can do who writes the database's file and has no key: to looks that are not chained yet, and to those that are. */
let cloud: Cloud
let hand: Hand | undefined
const collections = ['audit', 'audit_leaves', 'audit_checkpoints']
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
afterEach(() => {
  hand?.undo()
  hand = undefined
  jest.useRealTimers()
})

/** A record so old that nothing before it can still be on its way. */
const inFiveMinutes = () => onlyTheClockIsFake(new Date(Date.now() + 5 * 60_000).toISOString())

const chain = () => cloud.operate<Chained>('chain', {}, 'patrol')
const finding = async (kept: string[] = []) => (await verifyAudit(cloud, kept)).finding

/** Looks at a household of its own: a worker's, so many, and one of the farmer's. */
async function looks(many: number): Promise<AuditRecord[]> {
  const home = await aHousehold(cloud)
  const worker = await asWorker(cloud, 'grid-worker', { areas: [home.villageCode] })
  for (let i = 0; i < many; i++) await cloud.call('household', 'lookup', { token: home.token, purpose: 'visit', consent: 'family' }, worker)
  await cloud.call('household', 'mine', {}, await asFarmer(cloud, home))
  return find(cloud.db, audit, { householdId: home._id }, { order: [['seal.n', 'asc']] })
}

/** The same, and a hand in the file; what it does is undone after the test. */
async function looksAtHand(many: number): Promise<{ made: AuditRecord[]; hand: Hand }> {
  const made = await looks(many)
  return { made, hand: (hand = reachInto(cloud.dataDir, collections)) }
}

test('every look bears its writer’s seal and the next number', async () => {
  const made = await looks(3)
  expect(made.map((look) => sealFault(cloud.keys, look))).toEqual([undefined, undefined, undefined, undefined])
  const { writer, n } = made[0]!.seal!
  expect(made.map(({ seal }) => [seal!.writer, seal!.n])).toEqual([0, 1, 2, 3].map((i) => [writer, n + i]))
  expect(await finding()).toBeUndefined()
})

describe('a look that is not chained yet', () => {
  test.each([
    ['was done by another', { actor: { accountId: null, staffId: 's', role: 'officer', name: '别人', agency: '别处', agencyId: 'x' } }],
    ['had another purpose', { purpose: 'annual-review' }],
    ['was refused', { granted: false }],
    ['was at another time', { at: '2026-01-01T00:00:00.000Z' }],
    ['was issued by somebody else', { issuedBy: { name: '别人' } }],
  ])('made to say that it %s is named, and not chained', async (_, change) => {
    const {
      made: [, second],
      hand,
    } = await looksAtHand(2)
    hand.edit('audit', second!._id, change)
    expect(await finding()).toMatchObject({ fault: 'forged', entryId: second!._id })
    expect(await chain()).toMatchObject({ strange: 1 })
    expect(await finding()).toMatchObject({ fault: 'forged', entryId: second!._id })
  })

  test('written by hand in another’s name, with the seal of a real one, is named', async () => {
    const {
      made: [first],
      hand,
    } = await looksAtHand(1)
    hand.insert('audit', { ...first, _id: 'by-hand', actor: { ...first!.actor, name: '李四' } })
    expect(await finding()).toMatchObject({ fault: 'forged', entryId: 'by-hand' })
  })

  test('deleted between others is missed by its number', async () => {
    const {
      made: [, second],
      hand,
    } = await looksAtHand(3)
    hand.remove('audit', second!._id)
    inFiveMinutes()
    expect(await finding()).toMatchObject({ fault: 'number-missing', writer: second!.seal!.writer, number: second!.seal!.n })
  })
})

test('the newest, deleted before they are chained, are missed at the next patrol, and ever after where its word is kept', async () => {
  await looks(1)
  const before = (await chain()).note!
  const { made, hand } = await looksAtHand(2)
  const last = made.at(-1)
  hand.remove('audit', last!._id)
  const { missing, note } = await chain()
  expect(missing).toEqual([last!.seal!.n])
  expect(note).not.toBe(before)
  expect(await finding([note!])).toMatchObject({ fault: 'tail-missing', writer: last!.seal!.writer, number: last!.seal!.n })
  expect((await chain()).missing).toEqual([])
})

test('a write that the database refused leaves no gap: the next record says so', async () => {
  const home = await aHousehold(cloud)
  const farmer = await asFarmer(cloud, home)
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => {})
  const collection = cloud.db.collection.bind(cloud.db)
  const broken = jest
    .spyOn(cloud.db, 'collection')
    .mockImplementation((name) => (name === 'audit' ? ({ add: () => Promise.reject(new Error('disk full')) } as never) : collection(name)))
  for (let i = 0; i < 3; i++) await expect(cloud.call('household', 'mine', {}, farmer)).rejects.toThrow('internal')
  broken.mockRestore()
  quiet.mockRestore()
  expect(processWriter().owesWord()).toBe(true)
  await chain()
  expect(processWriter().owesWord()).toBe(false)
  expect(await finding()).toBeUndefined()
  const [word] = await find(cloud.db, audit, { action: 'patrol.chain' })
  expect(word!.seal!.without).toEqual([[word!.seal!.n - 3, word!.seal!.n - 1]])
})

test('seals hold when a root key is added; under a key that is not here they cannot be checked', async () => {
  const [look] = await looks(0)
  const kept = (await findById(cloud.db, audit, look!._id))!
  expect(sealFault(readRootKeys(`${process.env.ROOT_KEYS!},2:${Buffer.alloc(32, 5).toString('base64')}`), kept)).toBeUndefined()
  expect(sealFault(readRootKeys(`2:${Buffer.alloc(32, 5).toString('base64')}`), kept)).toBe('key')
  expect(sealFault(cloud.keys, sealRecord(readRootKeys(`1:${Buffer.alloc(32, 5).toString('base64')}`), kept, { ...kept.seal! }))).toBe(
    'mac',
  )
})

test('a trigger that deletes every new look is noticed at the next patrol, though nothing at all is left', async () => {
  await looks(0)
  await chain()
  const db = openSqlite(join(cloud.dataDir, 'gateway.db'))
  const table = `c${String(db.prepare('SELECT number FROM gateway_collections WHERE name=?').one('audit'))}_audit`
  db.exec(`CREATE TRIGGER quiet AFTER INSERT ON "${table}" BEGIN DELETE FROM "${table}" WHERE id = NEW.id; END`)
  try {
    const size = (await latestCheckpoint(cloud.db))!.size
    expect(await looks(2)).toEqual([])
    const announced = processWriter().announced()!
    const { missing, note } = await chain()
    expect(missing).toHaveLength(3)
    expect(missing.at(-1)).toBe(announced.n)
    expect((await latestCheckpoint(cloud.db))!.size).toBe(size)
    expect(await finding([note!])).toMatchObject({ fault: 'tail-missing', number: missing[0] })
  } finally {
    db.exec('DROP TRIGGER quiet')
    db.close()
  }
  // And whatever this process writes afterwards shows the gap by itself.
  await looks(0)
  inFiveMinutes()
  expect(await finding()).toMatchObject({ fault: 'number-missing' })
}, 60_000)
