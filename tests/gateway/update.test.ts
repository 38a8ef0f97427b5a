import { startRig, type Rig } from './support/gateway'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
  await rig.db.createCollection('things')
})
afterAll(() => rig.close())

const things = () => rig.db.collection('things')
const refused = expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' })

/** What a document is after an update, in MongoDB's own words. */
async function after(before: object, update: object, query: object = { _id: 'x' }): Promise<unknown> {
  await things().where({}).remove()
  await things().add({ _id: 'x', ...before })
  await things().options({ raw: true }).where(query).update(update)
  const [{ _id, ...rest }] = (await things().doc('x').get()).data
  return rest
}

describe('doc.set and doc.update', () => {
  beforeEach(async () => void (await things().where({}).remove()))

  it('set replaces or makes the document', async () => {
    expect(
      await things()
        .doc('t')
        .set({ a: 1, b: { c: 2 } }),
    ).toMatchObject({ updated: 0, upsertedId: 't' })
    expect(
      await things()
        .doc('t')
        .set({ when: new Date(0) }),
    ).toMatchObject({ updated: 1, upsertedId: null })
    expect((await things().doc('t').get()).data).toEqual([{ _id: 't', when: new Date(0) }])
  })

  it('update merges deeply, and touches nothing that is not there', async () => {
    await things().add({ _id: 't', s: 'x', obj: { x: { y: 1, z: 2 } }, arr: [1] })
    expect(
      await things()
        .doc('t')
        .update({ s: 'x2', obj: { x: { y: 3 } }, arr: [9] }),
    ).toMatchObject({ updated: 1 })
    expect((await things().doc('t').get()).data).toEqual([{ _id: 't', s: 'x2', obj: { x: { y: 3, z: 2 } }, arr: [9] }])
    expect(await things().doc('nope').update({ a: 1 })).toMatchObject({ updated: 0 })
  })

  it('updated counts what matched, also where nothing changed', async () => {
    await things().add([
      { _id: 't', s: 'x' },
      { _id: 'u', s: 'x' },
    ])
    expect(await things().doc('t').update({ s: 'x' })).toMatchObject({ updated: 1 })
    expect(await things().doc('t').set({ s: 'x' })).toMatchObject({ updated: 1, upsertedId: null })
    expect(await things().where({ s: 'x' }).update({ s: 'x' })).toMatchObject({ updated: 2 })
    expect(await things().where({ s: 'x' }).options({ multiple: false }).update({ s: 'x' })).toMatchObject({ updated: 1 })
    expect(await things().where({ _id: 't' }).updateAndReturn({ s: 'x' })).toMatchObject({ updated: 1, doc: { _id: 't', s: 'x' } })
    expect(await things().where({ s: 'nobody' }).update({ s: 'x' })).toMatchObject({ updated: 0 })
  })

  it("understands the SDK's commands", async () => {
    const _ = rig.db.command
    await things().add({
      _id: 't',
      i: 1,
      f: 1.5,
      n: null,
      obj: { x: 1 },
      big: 5,
      arr: [3],
      tags: ['a', 'b'],
      items: [{ p: 1 }, { p: 2 }],
      s: 'y',
    })
    await things()
      .doc('t')
      .update({
        i: _.inc(5),
        f: _.mul(2),
        n: _.remove(),
        obj: _.set({ z: 1 }),
        big: _.max(6e9),
        lo: _.min(2),
        arr: _.push([1, 2]),
        when: rig.db.serverDate(),
      })
    await things()
      .doc('t')
      .update({
        arr: _.push({ each: [7, 6], position: 0, sort: 1, slice: 4 }),
        tags: _.pull('a'),
        items: _.pull({ p: _.gt(1) }),
        s: _.rename('s2'),
        set: _.addToSet('q'),
        i: _.bit({ and: 4 }),
      })
    await things()
      .doc('t')
      .update({ arr: _.unshift([100]), set: _.addToSet({ $each: ['q', 'r'] }), tags: _.pop() })
    expect((await things().doc('t').get()).data).toEqual([
      {
        _id: 't',
        i: 4,
        f: 3,
        obj: { z: 1 },
        big: 6e9,
        lo: 2,
        arr: [100, 1, 2, 3, 6],
        when: expect.any(Date),
        tags: [],
        items: [{ p: 1 }],
        s2: 'y',
        set: ['q', 'r'],
      },
    ])
  })
})

describe('where.update', () => {
  beforeEach(async () => {
    await things().where({}).remove()
    await things().add([
      { _id: 'a', i: 1 },
      { _id: 'b', i: 2 },
      { _id: 'c', i: 3 },
    ])
  })

  it('changes all that match, or one', async () => {
    expect(
      await things()
        .where({ i: rig.db.command.gt(1) })
        .update({ flag: true }),
    ).toMatchObject({ updated: 2, upsertId: null })
    expect(await things().where({ flag: true }).options({ multiple: false }).update({ one: 1 })).toMatchObject({ updated: 1 })
    expect((await things().where({ one: 1 }).count()).total).toBe(1)
  })

  it('changes nothing if it fails for one of them', async () => {
    await things().doc('b').update({ i: 'text' })
    await expect(
      things()
        .where({})
        .update({ i: rig.db.command.inc(1) }),
    ).rejects.toEqual(refused)
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', i: 1 }])
  })

  it('updateAndReturn gives the document as it is then', async () => {
    expect(
      await things()
        .where({ _id: 'a' })
        .updateAndReturn({ i: rig.db.command.inc(1) }),
    ).toMatchObject({ updated: 1, doc: { _id: 'a', i: 2 } })
    expect(await things().where({ _id: 'nobody' }).updateAndReturn({ i: 1 })).toMatchObject({ updated: 0, doc: null })
  })

  it('makes the document if asked, from the query and the update', async () => {
    const request = {
      action: 'database.modifyDocument',
      collectionName: 'things',
      queryType: 'WHERE',
      merge: true,
      upsert: true,
      multi: false,
      query: '{"kind":"k","n":{"$gt":5}}',
      data: '{"$inc":{"n":1},"$setOnInsert":{"born":true}}',
    }
    const { data } = await rig.post(request)
    const { upsert_id: id } = data as { upsert_id: string }
    expect((await things().doc(id).get()).data).toEqual([{ _id: id, kind: 'k', n: 1, born: true }])
  })

  it('cannot change an _id', async () => {
    await expect(
      things()
        .options({ raw: true })
        .where({ _id: 'a' })
        .update({ $set: { _id: 'z' } }),
    ).rejects.toEqual(refused)
  })
})

describe('operators', () => {
  it.each<[string, object, object, object]>([
    ['$set makes the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set reaches into arrays and fills gaps', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [
      '$unset of an element leaves null',
      { a: [1, 2], b: 1, c: { d: 1 } },
      { $unset: { 'a.0': '', b: '', 'c.d': '', 'no.way': '' } },
      { a: [null, 2], c: {} },
    ],
    ['$inc and $mul of nothing', {}, { $inc: { i: 2 }, $mul: { m: 5 } }, { i: 2, m: 0 }],
    ['$min and $max across types', { a: 'x', b: 5 }, { $min: { a: 9 }, $max: { b: 'y' } }, { a: 9, b: 'y' }],
    ['$push with a negative slice', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [2, 3, 4] }],
    [
      '$push sorted by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 } } } },
      { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    ],
    ['$push before the end', { a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    [
      '$addToSet minds the order of keys',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by fields, from objects only', { a: [{ k: 1, v: 2 }, { k: 2 }, 1] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }, 1] }],
    ['$pullAll', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$pop of nothing', {}, { $pop: { a: 1 } }, {}],
    ['$rename into the depth', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$bit', { a: 12 }, { $bit: { a: { or: 3 } } }, { a: 15 }],
    ['$[] is every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 10 } }, { a: [{ n: 11 }, { n: 12 }] }],
  ])('%s', async (_title, before, update, expected) => {
    expect(await after(before, update)).toEqual(expected)
  })

  it('$ is the element that the query found', async () => {
    expect(
      await after(
        {
          a: [
            { k: 'x', n: 1 },
            { k: 'y', n: 1 },
          ],
        },
        { $inc: { 'a.$.n': 1 } },
        { 'a.k': 'y' },
      ),
    ).toEqual({
      a: [
        { k: 'x', n: 1 },
        { k: 'y', n: 2 },
      ],
    })
  })

  it.each<[string, object, object]>([
    ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }],
    ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }],
    ['$mul of a list', { a: [1] }, { $mul: { a: 2 } }],
    ['$push to text', { a: 'x' }, { $push: { a: 1 } }],
    ['$push to null', { a: null }, { $push: { a: 1 } }],
    ['$addToSet to a number', { a: 1 }, { $addToSet: { a: 1 } }],
    ['$pop of a number', { a: 1 }, { $pop: { a: 1 } }],
    ['$pull from text', { a: 'x' }, { $pull: { a: 'x' } }],
    ['$bit of a fraction', { a: 1.5 }, { $bit: { a: { and: 1 } } }],
    ['a way through a number', { a: 1 }, { $set: { 'a.b': 1 } }],
    ['a way through null', { a: null }, { $set: { 'a.b': 1 } }],
    ['a name in a list', { a: [1] }, { $set: { 'a.b': 1 } }],
    ['the same path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }],
    ['a path and its part', {}, { $set: { a: {}, 'a.b': 1 } }],
    ['$rename onto a changed path', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 2 } }],
    ['an unknown operator', {}, { $foo: { a: 1 } }],
    ['an unknown part of $push', {}, { $push: { a: { $each: [1], $foo: 1 } } }],
    ['no operator at all', {}, { a: 1 }],
    ['$ without a match', { a: [1] }, { $set: { 'a.$': 2 } }],
    ['a $ name inside', {}, { $set: { a: { $b: 1 } } }],
    ['a gap of millions', { a: [] }, { $set: { 'a.99999999': 1 } }],
  ])('%s is an error and changes nothing', async (_title, before, update) => {
    await expect(after(before, update)).rejects.toEqual(refused)
    expect((await things().doc('x').get()).data).toEqual([{ _id: 'x', ...before }])
  })
})
