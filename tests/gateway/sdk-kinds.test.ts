import { startRig, type Rig, type Transaction } from './support/gateway'

/** What CloudBase's own tests of its SDK ask of the real server, kind by kind, in words and data of our own. */
let rig: Rig
beforeAll(async () => {
  rig = await startRig()
  await rig.db.createCollection('posts')
  await rig.db.createCollection('places')
})
afterAll(() => rig.close())
beforeEach(async () => void (await posts().where({ _id: /.*/ }).remove()))

const posts = () => rig.db.collection('posts')
const _ = () => rig.db.command
const $ = () => rig.db.command.aggregate
const one = async (id: string) => (await posts().doc(id).get()).data[0]

it('updated is what matched: the same values again, by document, by query, in a transaction', async () => {
  await posts().add([
    { _id: 'a', kind: 'k', list: [1] },
    { _id: 'b', kind: 'k', list: [1] },
  ])
  expect(
    await posts()
      .doc('a')
      .set({ kind: 'k', list: [1] }),
  ).toMatchObject({ updated: 1 })
  expect(await posts().where({ kind: 'k' }).update({ kind: 'k' })).toMatchObject({ updated: 2 })
  expect(
    await posts()
      .where({ kind: 'k' })
      .update({ list: _().addToSet(1) }),
  ).toMatchObject({ updated: 2 })
  expect(
    await posts()
      .where({ kind: 'k' })
      .update({ list: _().pull(9), gone: _().remove() }),
  ).toMatchObject({ updated: 2 })
  await rig.db.runTransaction(async (tx: Transaction) => {
    expect(await tx.collection('posts').doc('a').update({ kind: 'k' })).toMatchObject({ updated: 1 })
    expect(await tx.collection('posts').where({ kind: 'k' }).updateAndReturn({ kind: 'k' })).toMatchObject({
      updated: 1,
      doc: { kind: 'k' },
    })
  })
})

it('regular expressions joined by or, in queries, updates and removals', async () => {
  await posts().add({ _id: 'a', name: 'AbCdEfxx1234结尾', other: 'fff' })
  const either = {
    name: _().or(new rig.db.RegExp({ regexp: '^abcdef.*\\d+结尾$', options: 'i' }), rig.db.RegExp({ regexp: '^fff$', options: 'i' })),
  }
  expect(
    (
      await posts()
        .where({ name: /^abcdef.*\d+结尾$/i, other: /ff/ })
        .get()
    ).data,
  ).toHaveLength(1)
  expect((await posts().where(either).get()).data).toHaveLength(1)
  expect(await posts().where(either).update({ name: 'ABCDEF9结尾' })).toMatchObject({ updated: 1 })
  expect(await posts().where(either).remove()).toMatchObject({ deleted: 1 })
})

it('ranges joined by and and or', async () => {
  await posts().add([
    { a: 1, b: 100 },
    { a: 10, b: 1 },
    { a: 2, b: 50 },
  ])
  const query = _().or({ b: _().and(_().gte(1), _().lte(10)) }, { b: _().and(_().gt(99), _().lte(101)) })
  expect((await posts().where(query).get()).data).toHaveLength(2)
  expect(await posts().where(query).remove()).toMatchObject({ deleted: 2 })
  expect(
    (
      await posts()
        .where({ a: _().gt(1).and(_().lte(5)), b: _().gt(8).and(_().lte(60)) })
        .get()
    ).data,
  ).toHaveLength(1)
})

it('dates of the server, with an offset of a year, in lists and objects, and pushed', async () => {
  const date = new Date()
  await posts().add({
    _id: 'a',
    date,
    now: rig.db.serverDate(),
    later: rig.db.serverDate({ offset: 31_536_000_000 }),
    list: [rig.db.serverDate({ offset: 60_000 })],
    o: { at: rig.db.serverDate() },
    none: [],
    empty: {},
  })
  await posts()
    .where({ date: _().lte(date).and(_().gte(date)) })
    .update({ list: _().push(rig.db.serverDate({ offset: 60_000 })) })
  const found = await one('a')
  expect(found.later.getTime() - found.now.getTime()).toBe(31_536_000_000)
  expect([found.list.length, found.list[1] instanceof Date, found.o.at instanceof Date, found.none, found.empty]).toEqual([
    2,
    true,
    true,
    [],
    {},
  ])
})

it('a name with a dot at its end is stored and can be added to; objects are merged, null by null', async () => {
  await posts().add({ _id: 'a', 'key.': '1' })
  expect(
    await posts()
      .where({ _id: 'a' })
      .update({ data: { a: null, b: null } }),
  ).toMatchObject({ updated: 1 })
  expect(await one('a')).toEqual({ _id: 'a', 'key.': '1', data: { a: null, b: null } })
})

it('lists: elements taken away leave null, pushes with all their options, fractions that are added', async () => {
  await posts().add({ _id: 'a', n: 0.2, list: [1, 2, 3], arr: [{ name: 'A', o: {} }, { name: 'B' }, 3] })
  await posts()
    .doc('a')
    .update({
      arr: { 0: { o: _().remove() }, 1: _().remove() },
      n: _().inc(-0.05),
      list: _().push({ each: [4, 5, 6], sort: -1, slice: 3 }),
    })
  expect(await one('a')).toEqual({ _id: 'a', n: 0.2 - 0.05, list: [6, 5, 4], arr: [{ name: 'A' }, null, 3] })
})

it('conditions on elements, their negation, schemas and expressions', async () => {
  await posts().add([
    { _id: 'a', tags: ['Go'], index: 0 },
    { _id: 'b', tags: ['Go', 'C'], index: 3 },
    { _id: 'c', tags: [{ v: 1 }, { v: 7 }] },
  ])
  const ids = async (query: object) => (await posts().where(query).orderBy('_id', 'asc').get()).data.map(({ _id }: { _id: string }) => _id)
  expect(await ids({ tags: _().elemMatch(_().neq('Go')) })).toEqual(['b', 'c'])
  expect(await ids({ tags: _().elemMatch({ v: _().in([7, 8]) }) })).toEqual(['c'])
  expect(await ids({ index: _().not(_().gt(1)) })).toEqual(['a', 'c'])
  expect(await ids(_().nor([_().jsonSchema({ required: ['index'] })]))).toEqual(['c'])
  expect(await ids(_().expr($().gte(['$index', 3])))).toEqual(['b'])
})

it('the parts of a date, and dates made of parts and of text', async () => {
  const date = new Date(1_557_826_731_686)
  await posts().add({ _id: 'a', date })
  const { data } = await posts()
    .aggregate()
    .project({
      _id: 0,
      week: $().week('$date'),
      isoWeek: $().isoWeek('$date'),
      isoWeekYear: $().isoWeekYear('$date'),
      isoDay: $().isoDayOfWeek('$date'),
      day: $().dayOfWeek('$date'),
      ofYear: $().dayOfYear('$date'),
      ms: $().millisecond('$date'),
      parts: $().dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' }),
      text: $().dateFromString({ dateString: date.toISOString() }),
    })
    .end()
  expect(data).toEqual([
    {
      week: 19,
      isoWeek: 20,
      isoWeekYear: 2019,
      isoDay: 2,
      day: 3,
      ofYear: 134,
      ms: 686,
      parts: new Date('2017-02-08T17:00:00Z'),
      text: date,
    },
  ])
})

it('joins through a pipeline, buckets, roots and lists that are computed', async () => {
  await posts().add([
    { _id: 'a', c: 'Web', x: 1 },
    { _id: 'b', c: 'Web', x: 2 },
    { _id: 'c', c: 'Life', x: 9 },
  ])
  const joined = await posts()
    .aggregate()
    .lookup({ from: 'posts', pipeline: $().pipeline().match({ c: 'Web' }).done(), as: 'docs' })
    .end()
  expect(joined.data.map(({ docs }: { docs: unknown[] }) => docs.length)).toEqual([2, 2, 2])
  expect((await posts().aggregate().bucketAuto({ groupBy: '$x', buckets: 2 }).end()).data).toEqual([
    { _id: { min: 1, max: 9 }, count: 2 },
    { _id: { min: 9, max: 9 }, count: 1 },
  ])
  expect(
    (
      await posts()
        .aggregate()
        .match({ _id: 'a' })
        .replaceRoot({ newRoot: { name: $().concat(['$c', '-', '$_id']), pair: ['$x', '$nothing'] } })
        .end()
    ).data,
  ).toEqual([{ name: 'Web-a', pair: [1, null] }])
  expect(
    (
      await posts()
        .aggregate()
        .match({ c: _().or(_().eq('Web'), _().neq('Web')) })
        .sortByCount('$c')
        .end()
    ).data,
  ).toEqual([
    { _id: 'Web', count: 2 },
    { _id: 'Life', count: 1 },
  ])
})

it('documents with places come out of a transaction as they went in', async () => {
  const place = new rig.db.Geo.Point(90, 23)
  const date = new Date(5)
  await rig.db.runTransaction(async (tx: Transaction) => {
    expect(await tx.collection('places').add({ _id: 'p', date, place })).toMatchObject({ inserted: 1, id: 'p' })
    expect((await tx.collection('places').doc('p').get()).data).toEqual({ _id: 'p', date, place })
    expect(
      await tx
        .collection('places')
        .doc('p')
        .update({ place: new rig.db.Geo.Point(91, 24), n: _().inc(1) }),
    ).toMatchObject({ updated: 1 })
  })
  expect((await rig.db.collection('places').doc('p').get()).data).toEqual([{ _id: 'p', date, place: new rig.db.Geo.Point(91, 24), n: 1 }])
})
