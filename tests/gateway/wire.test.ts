import { startRig, type Rig } from './support/gateway'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  await rig.db.createCollection('todo')
})
afterEach(() => rig.close())

const todo = () => rig.db.collection('todo')
const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('collections', () => {
  it('exist only once they are made', async () => {
    await expect(rig.db.collection('nope').add({ a: 1 })).rejects.toEqual(code('DATABASE_COLLECTION_NOT_EXIST'))
    await expect(rig.db.collection('nope').get()).rejects.toThrow(
      '[ResourceNotFound] Db or Table not exist: nope. Please check your request, but if the problem cannot be solved, contact us.',
    )
    await expect(rig.db.collection('nope').where({}).count()).rejects.toEqual(code('DATABASE_COLLECTION_NOT_EXIST'))
    await expect(rig.db.collection('nope').aggregate().count('n').end()).rejects.toEqual(code('DATABASE_COLLECTION_NOT_EXIST'))
    await expect(rig.db.createCollection('todo')).rejects.toEqual(code('DATABASE_COLLECTION_ALREADY_EXIST'))
    await expect(rig.db.createCollection('bad name"; DROP TABLE x')).rejects.toEqual(code('INVALID_PARAM'))
  })

  it('that differ in case are two', async () => {
    await rig.db.createCollection('Todo')
    await rig.db.collection('Todo').add({ _id: 'upper' })
    expect((await todo().get()).data).toEqual([])
  })
})

describe('documents', () => {
  it('keep every type', async () => {
    const document = {
      _id: 't1',
      s: '中文',
      i: 1,
      f: 1.5,
      big: 5_000_000_000,
      b: true,
      n: null,
      d: new Date(1_700_000_000_000),
      old: new Date(-1),
      arr: [1, 'a', { k: 1 }, []],
      obj: { x: { y: 2 } },
      empty: {},
    }
    await todo().add({ ...document, u: undefined })
    expect((await todo().doc('t1').get()).data).toEqual([document])
  })

  it('keep regular expressions, places and ObjectIds as the SDK gives them', async () => {
    await todo().add({
      _id: 't',
      re: /ab/i,
      place: new rig.db.Geo.Point(113, 23),
      oid: rig.db.ObjectId({ id: '5e6f7a8b9c0d1e2f3a4b5c6d' }),
    })
    const [found] = (await todo().doc('t').get()).data
    expect(found.oid).toBe('5e6f7a8b9c0d1e2f3a4b5c6d')
    expect(found.place).toEqual(new rig.db.Geo.Point(113, 23))
    expect(found.re.pattern).toBe('ab')
    expect(
      (
        await todo()
          .where({ oid: rig.db.ObjectId({ id: '5e6f7a8b9c0d1e2f3a4b5c6d' }) })
          .count()
      ).total,
    ).toBe(1)
  })

  it('get an id of 32 hex digits, or keep their own, a number too', async () => {
    const { id } = await todo().add({ a: 1 })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    await todo().add([{ _id: 7 }, { _id: '7' }])
    expect((await todo().doc(7).get()).data).toEqual([{ _id: 7 }])
    expect((await todo().doc('7').get()).data).toEqual([{ _id: '7' }])
    await expect(todo().add({ _id: { a: 1 } })).rejects.toEqual(code('DATABASE_REQUEST_FAILED'))
  })

  it("take the server's time", async () => {
    const before = Date.now()
    await todo().add({ _id: 't', now: rig.db.serverDate(), later: rig.db.serverDate({ offset: 3_600_000 }) })
    const [found] = (await todo().doc('t').get()).data
    expect(found.now.getTime()).toBeGreaterThanOrEqual(before)
    expect(found.later.getTime() - found.now.getTime()).toBe(3_600_000)
  })

  it('with $ names or __proto__ are refused', async () => {
    await expect(todo().add({ $key: 1 })).rejects.toEqual(code('DATABASE_REQUEST_FAILED'))
    await expect(todo().add({ a: [{ b: { $c: 1 } }] })).rejects.toEqual(code('DATABASE_REQUEST_FAILED'))
    const reply = await rig.post({ action: 'database.insertDocument', collectionName: 'todo', data: ['{"__proto__":{"a":1}}'] })
    expect(reply.code).toBe('DATABASE_REQUEST_FAILED')
    expect((await todo().count()).total).toBe(0)
  })

  it('added together are all there or none', async () => {
    const { ids } = await todo().add([{ _id: 'a' }, {}, { _id: 'c' }])
    expect(ids).toEqual(['a', expect.stringMatching(/^[0-9a-f]{32}$/), 'c'])
    await expect(todo().add([{ _id: 'new' }, { _id: 'a' }])).rejects.toEqual(code('DATABASE_DUPLICATE_WRITE'))
    await expect(todo().add([{ _id: 'x' }, { _id: 'x' }])).rejects.toThrow(
      'E11000 duplicate key error collection index: _id_ dup key: { : "x" }',
    )
    expect((await todo().count()).total).toBe(3)
  })
})

describe('reading', () => {
  beforeEach(async () => {
    await todo().add(
      Array.from({ length: 1200 }, (_, i) => ({
        _id: `n${String(i).padStart(4, '0')}`,
        i,
        s: i % 3 === 0 ? 'x' : 'y',
        tags: ['all', `t${i % 5}`],
        o: { a: i, b: 'b' },
      })),
    )
  })
  const _ = () => rig.db.command

  it('brings 100 documents by default and never more than 1000', async () => {
    expect((await todo().get()).data).toHaveLength(100)
    expect((await todo().limit(5000).get()).data).toHaveLength(1000)
    const reply = await rig.post({ action: 'database.getDocument', collectionName: 'todo', queryType: 'WHERE', limit: 5000 })
    expect((reply.data as { list: string[] }).list).toHaveLength(1000)
    expect((await rig.post({ action: 'database.getDocument', collectionName: 'todo', limit: -1 })).code).toBe('INVALID_PARAM')
  })

  it('of a document that is not there brings nothing', async () => {
    expect((await todo().doc('nope').get()).data).toEqual([])
  })

  it('orders, skips, limits and picks fields', async () => {
    const { data } = await todo().where({ s: 'x' }).orderBy('i', 'desc').skip(1).limit(2).field({ i: true, 'o.b': 1, _id: 0 }).get()
    expect(data).toEqual([
      { i: 1194, o: { b: 'b' } },
      { i: 1191, o: { b: 'b' } },
    ])
    expect((await todo().limit(1).field({ tags: 0, o: 0 }).get()).data).toEqual([{ _id: 'n0000', i: 0, s: 'x' }])
  })

  it('projects parts of arrays', async () => {
    const { data } = await todo()
      .limit(1)
      .field({ tags: _().project.slice(-1), i: 1 })
      .get()
    expect(data).toEqual([{ _id: 'n0000', i: 0, tags: ['t0'] }])
    const matched = await todo()
      .limit(1)
      .field({ tags: _().project.elemMatch({ $eq: 't0' }) })
      .get()
    expect(matched.data).toEqual([{ _id: 'n0000', tags: ['t0'] }])
  })

  it("understands the SDK's commands", async () => {
    const total = async (query: object) => (await todo().where(query).count()).total
    expect(await total({ i: _().gt(3).and(_().lte(10)) })).toBe(7)
    expect(await total({ i: _().lt(3).or(_().gt(1197)) })).toBe(5)
    expect(await total(_().or([{ i: 0 }, { s: 'x', i: _().in([3, 4]) }]))).toBe(2)
    expect(await total({ tags: _().all(['all', 't1']) })).toBe(240)
    expect(await total({ i: _().nor([_().gte(1), _().eq(0)]) })).toBe(0)
    expect(await total({ _id: /^n00[01]/ })).toBe(20)
    expect(await total({ _id: rig.db.RegExp({ regexp: '^N0000', options: 'i' }) })).toBe(1)
    expect(await total({ nope: _().exists(false) })).toBe(1200)
    expect(await total({ o: { a: 5, b: 'b' } })).toBe(1)
    expect(await total({ tags: _().size(2), i: _().lt(2) })).toBe(2)
    expect(await total(_().expr(_().aggregate.gt(['$i', '$o.a'])))).toBe(0)
    expect(await total(_().jsonSchema({ required: ['s'] }))).toBe(1200)
  })

  it('takes raw MongoDB queries', async () => {
    const raw = todo().options({ raw: true })
    expect((await raw.where({ $or: [{ i: { $gte: 1198 } }, { tags: { $elemMatch: { $eq: 'nope' } } }] }).count()).total).toBe(2)
    expect((await raw.where({ i: { $mod: [600, 1] } }).count()).total).toBe(2)
    const { data } = await raw.where({ i: { $not: { $gt: 0 } } }).get()
    expect(data.map(({ i }: { i: number }) => i)).toEqual([0])
  })

  it('refuses what it does not know, by name', async () => {
    await expect(
      todo()
        .where({ o: _().geoNear({ geometry: new rig.db.Geo.Point(1, 2) }) })
        .get(),
    ).rejects.toThrow('$nearSphere')
    await expect(
      todo()
        .options({ raw: true })
        .where({ i: { $foo: 1 } })
        .get(),
    ).rejects.toThrow('$foo')
    await expect(
      todo()
        .options({ raw: true })
        .where({ $expr: { $foo: ['$i', 1] } })
        .get(),
    ).rejects.toThrow('$foo')
    await expect(
      todo()
        .options({ raw: true })
        .where({ $expr: { $function: { body: 'return true', args: [], lang: 'js' } } })
        .get(),
    ).rejects.toThrow('$function')
  })
})

describe('removing', () => {
  it('takes one document or all that match', async () => {
    await todo().add([
      { _id: 'a', i: 1 },
      { _id: 'b', i: 1 },
      { _id: 'c', i: 2 },
    ])
    expect(await todo().doc('a').remove()).toMatchObject({ deleted: 1 })
    expect(await todo().doc('a').remove()).toMatchObject({ deleted: 0 })
    expect(
      await todo()
        .where({ i: rig.db.command.gt(0) })
        .remove(),
    ).toMatchObject({ deleted: 2 })
  })
})
