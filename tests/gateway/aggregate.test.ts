import { startRig, type Rig } from './support/gateway'

let rig: Rig
beforeAll(async () => {
  rig = await startRig({
    collections: [{ name: 'payments', indexes: [{ name: 'household', fields: [{ field: 'household', direction: 1 }] }] }],
  })
  await rig.db.createCollection('payments')
  await rig.db.createCollection('households')
  await rig.db.createCollection('empty')
  await rig.db.collection('payments').add([
    { _id: 'p1', household: 'h1', fen: 100, when: new Date('2024-01-31T17:00:00Z'), tags: ['a', 'b'], info: { n: 1 } },
    { _id: 'p2', household: 'h1', fen: 250, when: new Date('2024-02-10T00:00:00Z'), tags: ['b'], info: { n: 2 } },
    { _id: 'p3', household: 'h2', fen: 50, when: new Date('2024-02-11T00:00:00Z'), tags: [], info: { n: 3 } },
    { _id: 'p4', fen: 7, when: null },
  ])
  await rig.db.collection('households').add([
    { _id: 'h1', name: '张三', codes: ['h1', 'h2'] },
    { _id: 'h2', name: '李四', codes: [] },
  ])
})
afterAll(() => rig.close())

const payments = () => rig.db.collection('payments').aggregate()
const raw = async (stages: object[], name = 'payments') =>
  (await rig.db.collection(name).options({ raw: true }).aggregate(stages).end()).data

it('groups, sorts and limits', async () => {
  const $ = rig.db.command.aggregate
  const { data } = await payments()
    .match({ fen: rig.db.command.gte(50) })
    .group({ _id: '$household', total: $.sum('$fen'), n: $.sum(1), last: $.max('$when') })
    .sort({ total: -1 })
    .limit(1)
    .end()
  expect(data).toEqual([{ _id: 'h1', total: 350, n: 2, last: new Date('2024-02-10T00:00:00Z') }])
})

it("formats dates in the county's time", async () => {
  const $ = rig.db.command.aggregate
  const { data } = await payments()
    .match({ _id: 'p1' })
    .project({ _id: 0, day: $.dateToString({ date: '$when', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }) })
    .end()
  expect(data).toEqual([{ day: '2024-02-01' }])
})

it('knows the other stages', async () => {
  const $ = rig.db.command.aggregate
  expect(
    (
      await payments()
        .addFields({ double: $.multiply(['$fen', 2]) })
        .match({ double: 14 })
        .project({ double: 1 })
        .end()
    ).data,
  ).toEqual([{ _id: 'p4', double: 14 }])
  expect((await payments().unwind('$tags').sortByCount('$tags').end()).data).toEqual([
    { _id: 'b', count: 2 },
    { _id: 'a', count: 1 },
  ])
  expect(
    (
      await payments()
        .group({ _id: null, all: $.push('$household'), set: $.addToSet('$household') })
        .end()
    ).data,
  ).toEqual([{ _id: null, all: ['h1', 'h1', 'h2'], set: ['h1', 'h2'] }])
  expect(
    (
      await payments()
        .bucket({ groupBy: '$fen', boundaries: [0, 100, 200], default: 'more', output: { n: $.sum(1) } })
        .end()
    ).data,
  ).toEqual([
    { _id: 0, n: 2 },
    { _id: 100, n: 1 },
    { _id: 'more', n: 1 },
  ])
  expect((await payments().skip(1).limit(2).count('n').end()).data).toEqual([{ n: 2 }])
  expect((await payments().match({ household: 'h1' }).count('n').end()).data).toEqual([{ n: 2 }])
  expect((await payments().match({ household: 'nobody' }).count('n').end()).data).toEqual([])
  expect(
    (
      await payments()
        .replaceRoot({ newRoot: { $ifNull: ['$info', { n: 0 }] } })
        .end()
    ).data,
  ).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 0 }])
  expect(new Set((await payments().sample({ size: 3 }).end()).data.map(({ _id }: { _id: string }) => _id)).size).toBe(3)
  expect((await payments().sort({ when: 1 }).project({ _id: 1 }).end()).data.map(({ _id }: { _id: string }) => _id)).toEqual([
    'p4',
    'p1',
    'p2',
    'p3',
  ])
  expect(
    await raw([{ $facet: { n: [{ $count: 'n' }], most: [{ $sort: { fen: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }] } }]),
  ).toEqual([{ n: [{ n: 4 }], most: [{ _id: 'p2' }] }])
})

it('a document outside all buckets needs a default', async () => {
  await expect(raw([{ $bucket: { groupBy: '$fen', boundaries: [0, 60] } }])).rejects.toThrow('$bucket')
  expect(await raw([{ $match: { fen: { $lt: 60 } } }, { $bucket: { groupBy: '$fen', boundaries: [0, 50, 60] } }])).toEqual([
    { _id: 0, count: 1 },
    { _id: 50, count: 1 },
  ])
})

it('looks up by equality, through lists too', async () => {
  const { data } = await rig.db
    .collection('households')
    .aggregate()
    .lookup({ from: 'payments', localField: '_id', foreignField: 'household', as: 'paid' })
    .end()
  expect(data.map(({ paid }: { paid: { _id: string }[] }) => paid.map(({ _id }) => _id))).toEqual([['p1', 'p2'], ['p3']])
  const listed = await rig.db
    .collection('households')
    .aggregate()
    .lookup({ from: 'payments', localField: 'codes', foreignField: 'household', as: 'paid' })
    .project({ n: { $size: '$paid' } })
    .end()
  expect(listed.data).toEqual([
    { _id: 'h1', n: 3 },
    { _id: 'h2', n: 0 },
  ])
  const none = await payments()
    .match({ _id: 'p4' })
    .lookup({ from: 'households', localField: 'household', foreignField: 'nothing', as: 'all' })
    .end()
  expect(none.data[0].all).toHaveLength(2)
})

it('looks up by pipeline', async () => {
  const $ = rig.db.command.aggregate
  const { data } = await rig.db
    .collection('households')
    .aggregate()
    .lookup({
      from: 'payments',
      let: { id: '$_id' },
      as: 'paid',
      pipeline: $.pipeline()
        .match(rig.db.command.expr($.and([$.eq(['$household', '$$id']), $.gt(['$fen', 60])])))
        .project({ _id: 0, fen: 1 })
        .done(),
    })
    .end()
  expect(data.map(({ paid }: { paid: object[] }) => paid)).toEqual([[{ fen: 100 }, { fen: 250 }], []])
  const both = await raw(
    [
      {
        $lookup: {
          from: 'payments',
          localField: '_id',
          foreignField: 'household',
          let: { least: 200 },
          pipeline: [{ $match: { $expr: { $gte: ['$fen', '$$least'] } } }],
          as: 'paid',
        },
      },
    ],
    'households',
  )
  expect(both.map(({ paid }: { paid: object[] }) => paid.length)).toEqual([1, 0])
})

it('documents made of one do not change together', async () => {
  const data = await raw([
    { $match: { _id: 'p1' } },
    { $unwind: '$tags' },
    { $addFields: { 'info.tag': '$tags' } },
    { $project: { _id: 0, 'info.tag': 1 } },
  ])
  expect(data).toEqual([{ info: { tag: 'a' } }, { info: { tag: 'b' } }])
})

it('differs from mingo where MongoDB does', async () => {
  const project = (expression: object) => raw([{ $match: { _id: 'p1' } }, { $project: { _id: 0, v: expression } }])
  expect(await project({ $substr: ['$household', 1, -1] })).toEqual([{ v: '1' }])
  expect(await project({ $substr: ['张三', 3, 3] })).toEqual([{ v: '三' }])
  expect(await project({ $eq: [{ $literal: { a: 1, b: 2 } }, { $literal: { b: 2, a: 1 } }] })).toEqual([{ v: false }])
  expect(await project({ $lt: [null, 5] })).toEqual([{ v: true }])
  expect(await project({ $gt: ['text', 5] })).toEqual([{ v: true }])
})

it.each<[string, object[]]>([
  ['$geoNear', [{ $geoNear: {} }]],
  ['$out', [{ $out: 'x' }]],
  ['$merge', [{ $merge: { into: 'x' } }]],
  ['$foo', [{ $foo: 1 }]],
  ['$bar', [{ $project: { a: { $bar: '$x' } } }]],
  ['$baz', [{ $group: { _id: null, a: { $baz: 1 } } }]],
  ['$nope', [{ $match: { a: { $nope: 1 } } }]],
  ['$sub', [{ $facet: { x: [{ $sub: 1 }] } }]],
  ['$deep', [{ $lookup: { from: 'empty', as: 'x', pipeline: [{ $match: { $expr: { $deep: 1 } } }] } }]],
  ['$accumulator', [{ $group: { _id: null, a: { $accumulator: {} } } }]],
  ['$limit', [{ $limit: -1 }]],
  ['$bucket', [{ $bucket: { groupBy: '$a', boundaries: [3, 1] } }]],
])('%s is refused by name even where there is nothing to do', async (name, stages) => {
  await expect(raw(stages, 'empty')).rejects.toThrow(name)
  await expect(raw(stages, 'empty')).rejects.toEqual(expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }))
})
