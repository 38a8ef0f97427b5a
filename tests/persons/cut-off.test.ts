import { join, joinableOf, part, planJoin, planPart } from '#affairs/persons/join'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { findEach } from '#store/db/read'
import { changeLikeness, likenesses, type LikenessCase } from '#store/people/likenesses'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { again, compareEverybody, digestOfStore, grandma, grandpa, planFile, registerFile } from './county-of-doubles'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.importBytes('名册.xlsx', registerFile([[grandpa, grandma]]))
  for (const month of [8, 9, 10]) await cloud.importBytes(`计划${month}.xlsx`, planFile([again], month))
  await compareEverybody(cloud)
}, 60_000)
afterAll(() => cloud.close())

const pair = async (): Promise<LikenessCase> => (await findEach(cloud.db, likenesses, {}))[0]!
const event = (act: 'agree') => ({ at: now().iso, act, by: null, wordsSealed: null })

/** A database each of whose transactions dies after so many writes. */
const dying = (db: Db, writes: number): Db => ({
  ...db,
  collection: (name) => db.collection(name),
  createCollection: (name) => db.createCollection(name),
  runTransaction: (work, times) => db.runTransaction((transaction) => work(failingAfter(transaction as Db, writes)), times),
})

async function bringTogether(db: Db): Promise<void> {
  const read = await pair()
  const found = await joinableOf(cloud.db, read.personIds)
  if ('objection' in found) throw new Error(found.objection)
  const plan = await planJoin(cloud.db, found)
  await changeLikeness(db, read, event('agree'), async (transaction) => {
    const joined = await join(transaction, plan)
    return { state: 'same', open: false, joined: joined!, keptId: joined!.keptId }
  })
}

async function takeApart(db: Db): Promise<void> {
  const read = await pair()
  const goes = await planPart(cloud.db, read.joined!)
  await changeLikeness(db, read, event('agree'), async (transaction) => {
    await part(transaction, read.joined!, goes)
    return { state: 'proposed', open: true, joined: null, keptId: null }
  })
}

test('killed between any two writes, two entries are brought together wholly or not at all; and so they are taken apart', async () => {
  const apart = await digestOfStore(cloud)
  let cuts = 0
  const untilDone = async (work: (db: Db) => Promise<void>, before: Record<string, string>) => {
    for (let writes = 0; ; writes++) {
      const failed = await work(dying(cloud.db, writes)).then(
        () => false,
        () => true,
      )
      if (!failed) return
      cuts++
      expect(await digestOfStore(cloud)).toEqual(before)
    }
  }
  await untilDone(bringTogether, apart)
  const together = await digestOfStore(cloud)
  expect(together).not.toEqual(apart)
  await untilDone(takeApart, together)
  expect(await digestOfStore(cloud)).toEqual(apart)
  // The entry, three payments, the pair and its event, both ways.
  expect(cuts).toBeGreaterThanOrEqual(10)
})
