import { collection, index, type Db, type Filter } from '#store/db/collection'
import { rehearsalOver } from '#store/db/rehearsal/rehearsal'
import { aggregate, count, find, findById, findEach } from '#store/db/read'
import { inTransaction } from '#store/db/transaction'
import { insert, insertMany, remove, replace, update, updateOne } from '#store/db/write'
import { startTable, type Table } from './table'

interface Tree {
  _id: string
  kind?: string | null
  height: number
  rings?: number[]
  birds?: { name: string; legs: number }[]
  place?: { village: string }
}
const trees = collection<Tree>('trees-under-test', [index('kind')])

let table: Table
beforeAll(async () => {
  table = await startTable([trees])
})
afterAll(() => table.close())
beforeEach(async () => {
  await table.empty()
  await insertMany(
    table.db,
    trees,
    Array.from({ length: 1200 }, (_, i): Tree => ({ _id: String(i).padStart(4, '0'), kind: i % 3 ? 'oak' : 'elm', height: i % 50 })),
  )
})

/** What each step answers: the same work on the rehearsal first, then on the real one. */
async function alike(steps: ((db: Db) => Promise<unknown>)[]): Promise<unknown[]> {
  const before = await findEach(table.db, trees, {})
  const rehearsal = rehearsalOver(table.db)
  const said: unknown[] = []
  for (const step of steps) said.push(await step(rehearsal.db).catch(sayFault))
  const rehearsed = await findEach(rehearsal.db, trees, {})
  expect(await findEach(table.db, trees, {})).toEqual(before)
  const done: unknown[] = []
  for (const step of steps) done.push(await step(table.db).catch(sayFault))
  expect(said).toEqual(done)
  const after = await findEach(table.db, trees, {})
  expect(rehearsed).toEqual(after)
  const was = new Map(before.map((one) => [one._id, one]))
  const is = new Map(after.map((one) => [one._id, one]))
  const touched = [...new Set([...was.keys(), ...is.keys()])].filter((id) => JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id)))
  expect(rehearsal.changes().sort((a, b) => (a._id < b._id ? -1 : 1))).toEqual(
    touched.sort().map((_id) => ({ collection: trees.name, _id, before: was.get(_id) ?? null, after: is.get(_id) ?? null })),
  )
  return done
}
const sayFault = (error: unknown): string => `failed: ${(error as { code?: string }).code ?? (error as Error).message}`

const where = (filter: Filter, more: Parameters<typeof find>[3] = {}) => [
  (db: Db) => find(db, trees, filter, { order: [['_id', 'asc']], ...more }),
  (db: Db) => count(db, trees, filter),
]

test('it reads what it has written, among what was there, whatever is asked', async () => {
  const [, , ...answers] = await alike([
    (db) =>
      update(db, trees, { kind: 'elm', height: { $lt: 10 } }, { $set: { kind: null, 'place.village': '苔湖村' }, $inc: { height: 100 } }),
    (db) =>
      insertMany(db, trees, [
        { _id: '0500a', height: 3, rings: [1, 2], birds: [{ name: 'jay', legs: 2 }] },
        {
          _id: 'zz',
          kind: 'yew',
          height: 4,
          rings: [2, 3],
          birds: [
            { name: 'owl', legs: 2 },
            { name: 'jay', legs: 1 },
          ],
        },
      ]),
    ...[
      { kind: null },
      { kind: { $ne: 'oak' }, height: { $gte: 40 } },
      { kind: { $in: ['yew', 'elm'] }, height: { $gt: 45, $lte: 48 } },
      { $or: [{ height: 3, kind: null }, { rings: 2 }, { 'place.village': '苔湖村', height: { $gt: 108 } }] },
      { 'birds.name': 'jay' },
      { rings: { $in: [3, 7] } },
      { kind: { $nin: ['oak', 'elm', null] } },
      { $and: [{ kind: 'oak' }, { _id: { $gt: '1190' } }], $nor: [{ height: 49 }] },
      { rings: { $exists: true } },
      { _id: { $in: ['zz', '0001', 'nobody'] } },
    ].flatMap((filter) => where(filter)),
    ...where({ kind: 'oak' }, { limit: 7 }),
    ...where(
      { height: { $lt: 105 } },
      {
        order: [
          ['height', 'desc'],
          ['_id', 'asc'],
        ],
        limit: 9,
      },
    ),
    ...where({ rings: 2 }, { fields: ['birds', 'kind'] }),
    (db) => findById(db, trees, 'zz'),
    (db) => findById(db, trees, 'nobody'),
    async (db) =>
      (await aggregate<{ _id: string }>(db, trees, [{ $match: { height: 4 } }, { $group: { _id: '$kind' } }])).map(({ _id }) => _id).sort(),
  ])
  // The filters ask for something, and not for all of it.
  for (const answer of answers) expect([0, 1202]).not.toContain(answer)
})

test('it writes as the real one does', async () => {
  await alike([
    (db) => replace(db, trees, { _id: '0001', height: 1 }),
    (db) => replace(db, trees, { _id: 'new', height: 2, rings: [1, 1, 2] }),
    (db) => insert(db, trees, { _id: '0002', height: 1 }),
    (db) =>
      insertMany(db, trees, [
        { _id: 'x1', height: 1 },
        { _id: '0003', height: 1 },
      ]),
    (db) => updateOne(db, trees, { _id: '0004', height: 4 }, { $set: { kind: 'fir' }, $inc: { height: 1 } }),
    (db) => updateOne(db, trees, { _id: '0004', height: 4 }, { $set: { kind: 'ash' } }),
    (db) => update(db, trees, { _id: { $in: ['0001', 'new', '0005'] } }, { $addToSet: { rings: 2 } }),
    (db) => update(db, trees, { _id: { $in: ['new', '0005'] } }, { $pull: { rings: 1 } }),
    (db) =>
      update(
        db,
        trees,
        { _id: '0006' },
        {
          $set: {
            birds: [
              { name: 'jay', legs: 2 },
              { name: 'owl', legs: 2 },
            ],
            height: undefined,
          },
        },
      ),
    (db) => update(db, trees, { 'birds.name': 'jay' }, { $pull: { birds: { name: 'jay' } }, $unset: { kind: '' } }),
    (db) => update(db, trees, { _id: '0006' }, { $push: { birds: { name: 'tit', legs: 2 } } }),
    (db) =>
      update(
        db,
        trees,
        { _id: '0006' },
        {
          $addToSet: {
            birds: {
              $each: [
                { name: 'tit', legs: 2 },
                { name: 'auk', legs: 2 },
              ],
            },
          },
        },
      ),
    (db) => remove(db, trees, { _id: { $gte: '0007', $lt: '0010' } }),
    (db) => insert(db, trees, { _id: '0008', height: 80 }),
    (db) => Promise.all(Array.from({ length: 20 }, () => update(db, trees, { _id: '0011' }, { $inc: { height: 1 } }))),
  ])
})

test('a transaction is all or nothing, and sees its own', async () => {
  await alike([
    (db) =>
      inTransaction(db, async (transaction) => {
        const there = await transaction.get(trees, '0001')
        await transaction.set(trees, { ...there!, height: 99 })
        await transaction.add(trees, { _id: 'new', height: (await transaction.get(trees, '0001'))!.height })
        await transaction.remove(trees, '0002')
        return [there, await transaction.get(trees, '0002'), await transaction.get(trees, 'nobody')]
      }),
    (db) =>
      inTransaction(db, async (transaction) => {
        await transaction.remove(trees, '0003')
        throw new Error('thought better of it')
      }),
  ])
})

test('what it does not know it refuses by name', async () => {
  const { db } = rehearsalOver(table.db)
  await insert(db, trees, { _id: 'new', height: 1 })
  const asked: Promise<unknown>[] = [
    find(db, trees, { height: { $mod: [2, 0] } }),
    find(db, trees, { $where: 'true' }),
    update(db, trees, { _id: 'new' }, { $mul: { height: 2 } }),
    aggregate(db, trees, [{ $unwind: '$rings' }]),
  ]
  expect(await Promise.all(asked.map((one) => one.catch(sayFault)))).toEqual([
    'failed: A rehearsal does not know $mod',
    'failed: A rehearsal does not know $where',
    'failed: A rehearsal does not know $mul',
    'failed: A rehearsal does not know this aggregation',
  ])
})
