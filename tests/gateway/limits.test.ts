import type { Document } from '../../cloudfunctions/local/gateway/query/values'
import { startRig, type Rig } from './support/gateway'
import { on } from './support/table'

let rig: Rig
beforeAll(async () => {
  rig = await startRig({ collections: [{ name: 'things', indexes: [on('n', ['n']), on('tags', ['tags'], { multikey: true })] }] })
  await rig.db.createCollection('things')
  await rig.db.collection('things').add(many(30, (n) => ({ _id: id(n), n, free: n, text: `line ${n}`, tags: [`g${n % 3}`, 'all'] })))
})
afterAll(() => rig.close())

const refused = (words: string) => expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(words) })
const found = async (query: object | string) => {
  const reply = await rig.post({
    action: 'database.getDocument',
    collectionName: 'things',
    queryType: 'WHERE',
    query: typeof query === 'string' ? query : JSON.stringify(query),
    order: '{"_id":1}',
  })
  if (reply.code) return reply
  return (reply.data as { list: string[] }).list.map((text) => (JSON.parse(text) as Document)._id)
}
const id = (n: number) => `t${String(n).padStart(2, '0')}`
const many = <T>(count: number, one: (i: number) => T) => Array.from({ length: count }, (_, i) => one(i))
const nested = (levels: number, wrap: (inner: object) => object, core: object) =>
  Array.from({ length: levels }).reduce<object>((inner) => wrap(inner), core)

describe('queries that SQLite could not take are answered all the same', () => {
  it.each<[string, object, string[]]>([
    ['999 equalities', { $or: many(999, (i) => ({ n: i === 500 ? 3 : 1000 + i })) }, ['t03']],
    ['999 equalities of a field without index', { $or: [{ free: 7 }, ...many(999, (i) => ({ free: 1000 + i }))] }, ['t07']],
    ['5,000 ranges', { $or: [{ n: { $gt: 28 } }, ...many(5000, (i) => ({ n: { $gt: 1000 + i } }))] }, ['t29']],
    ['5,000 different fields', { $or: [{ n: 4 }, ...many(5000, (i) => ({ [`f${i}`]: 1 }))] }, ['t04']],
    ['3,000 conditions that must all hold', { $and: many(3000, (i) => ({ n: { $gt: 28 - i } })) }, ['t29']],
    ['3,000 that none may hold', { $nor: [{ n: { $lt: 28 } }, ...many(3000, (i) => ({ n: { $gt: 28 + i } }))] }, ['t28']],
    ['a list of 40,000', { n: { $in: many(40_000, (i) => i + 29) } }, ['t29']],
    [
      'two long lists',
      {
        $or: [
          { n: { $in: many(9999, (i) => i + 29) } },
          { tags: { $in: many(9999, (i) => `x${i}`) } },
          { free: { $in: many(9999, (i) => i + 29) } },
        ],
      },
      ['t29'],
    ],
    ['100 nested $or', nested(100, (inner) => ({ $or: [inner, { n: -1 }] }), { n: 6 }), ['t06']],
    ['100 nested $and and $or', nested(50, (inner) => ({ $and: [{ $or: [inner, { n: -1 }] }, { tags: 'all' }] }), { n: 6 }), ['t06']],
    [
      '100 nested $nor',
      nested(100, (inner) => ({ $nor: [inner, { n: -1 }] }), { n: { $ne: 6 } }),
      many(30, id).filter((one) => one !== id(6)),
    ],
    ['50 nested $not', { n: nested(51, (inner) => ({ $not: inner }), { $ne: 6 }) }, ['t06']],
  ])('%s', async (_title, query, ids) => {
    expect(await found(query)).toEqual(ids)
  })

  const deep = (open: string, core: string, close: string, levels = 5000) => open.repeat(levels) + core + close.repeat(levels)

  it.each<[string, string]>([
    ['5,000 nested $and', deep('{"$and":[', '{"n":1}', ']}')],
    ['5,000 nested $not', `{"n":${deep('{"$not":', '{"$gt":1}', '}')}}`],
    ['5,000 nested $elemMatch', `{"n":${deep('{"$elemMatch":{"a":', '1', '}}')}}`],
    ['5,000 nested objects', deep('{"a":', '1', '}')],
  ])('%s are refused in words', async (_title, query) => {
    expect(await found(query)).toEqual(refused('nested'))
  })

  it('a body nested a hundred thousand deep is refused in words, and the gateway goes on', async () => {
    const lists = deep('[', '', ']', 100_000)
    expect(await rig.post(`{"action":"database.getDocument","collectionName":"things","query":${lists}}`)).toMatchObject({
      code: expect.not.stringContaining('SYS_ERR'),
    })
    expect(await rig.post({ action: 'database.insertDocument', collectionName: 'things', data: [`{"a":${lists}}`] })).toEqual(
      expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }),
    )
    expect(await found({ n: 1 })).toEqual(['t01'])
  })
})

it('long lists are compared by their names, not each with each', async () => {
  const list = many(60_000, (i) => ({ i }))
  const update = (data: object) =>
    rig.post({
      action: 'database.modifyDocument',
      collectionName: 'things',
      query: '{"_id":"t01"}',
      data: JSON.stringify(data),
      merge: true,
    })
  expect(await update({ $set: { list } })).toMatchObject({ data: { updated: 1 } })
  expect(await update({ $addToSet: { list: { $each: [...list, { i: -1 }] } } })).toMatchObject({ data: { updated: 1 } })
  expect(await update({ $pullAll: { list: list.slice(1) } })).toMatchObject({ data: { updated: 1 } })
  expect((await rig.db.collection('things').doc('t01').get()).data[0].list).toEqual([{ i: 0 }, { i: -1 }])
})

it('texts do not grow without end', async () => {
  const doubled = { $reduce: { input: { $range: [0, 60] }, initialValue: 'x', in: { $concat: ['$$value', '$$value'] } } }
  expect(
    await rig.post({
      action: 'database.aggregateDocuments',
      collectionName: 'things',
      stages: [{ stageKey: '$project', stageValue: JSON.stringify({ x: doubled }) }],
    }),
  ).toEqual(refused('a string of more than'))
})

describe('long paths', () => {
  const long = many(20_000, () => 'a').join('.')

  it.each<[string, Document]>([
    ['a query', { action: 'database.getDocument', query: { [long]: 1 } }],
    ['a query of elements', { action: 'database.getDocument', query: { a: { $elemMatch: { [long]: 1 } } } }],
    ['an order', { action: 'database.getDocument', query: {}, order: { [long]: 1 } }],
    ['a projection', { action: 'database.getDocument', query: {}, projection: { [long]: 1 } }],
    ['an update', { action: 'database.modifyDocument', query: { _id: 't00' }, data: { $set: { [long]: 1 } }, merge: true }],
    ['a new name', { action: 'database.modifyDocument', query: { _id: 't00' }, data: { $rename: { n: long } }, merge: true }],
  ])('in %s are refused in words', async (_title, { action, ...parts }) => {
    const text = Object.fromEntries(
      Object.entries(parts).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]),
    )
    expect(await rig.post({ action, collectionName: 'things', ...text })).toEqual(refused('a path may have at most 200 parts'))
  })

  it('twenty thousand fields in one update are no more than work', async () => {
    const fields = Object.fromEntries(many(20_000, (i) => [`many.f${i}`, i]))
    expect(
      await rig.post({
        action: 'database.modifyDocument',
        collectionName: 'things',
        query: '{"_id":"t00"}',
        data: JSON.stringify({ $set: fields }),
        merge: true,
      }),
    ).toMatchObject({ data: { updated: 1 } })
    expect(
      await rig.post({
        action: 'database.modifyDocument',
        collectionName: 'things',
        query: '{"_id":"t00"}',
        data: '{"$unset":{"many":""}}',
        merge: true,
      }),
    ).toMatchObject({ data: { updated: 1 } })
  })
})
