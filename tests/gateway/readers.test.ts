import { rmSync } from 'node:fs'
import { startGatewayThread } from '../../cloudfunctions/local/gateway/thread/process'
import type { Gateway } from '../../cloudfunctions/local/gateway/door/options'
import { bundleGateway } from './support/bundle'
import { connect, SECRET, start, temporaryFolder, type Db } from './support/gateway'
import { on } from './support/table'

/** The gateway as it runs for people: in a thread, with threads beside that read what takes long. */
const bundle = bundleGateway('thread/process')
const dataDir = temporaryFolder()
const collections = [
  {
    name: 'many',
    indexes: [on('group', ['group']), on('n', ['n']), on('tags', ['tags'], { multikey: true }), on('key', ['key'], { unique: true })],
  },
  { name: 'hidden', undated: true, indexes: [on('n', ['n'])] },
]
const MANY = 6000
let gateway: Gateway
let db: Db

beforeAll(async () => {
  gateway = await startGatewayThread({ dataDir, ...SECRET, collections, limitMs: 2500 }, bundle.file)
  db = connect(gateway.url).database()
  await db.createCollection('many')
  await db.createCollection('hidden')
  for (let from = 0; from < MANY; from += 1000) {
    await many().add(
      Array.from({ length: 1000 }, (_, i) => ({
        _id: `d${from + i}`,
        n: from + i,
        group: `g${(from + i) % 600}`,
        kind: (from + i) % 2,
        key: `k${from + i}`,
        tags: [`t${(from + i) % 50}`],
        text: `line ${from + i} aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!`,
      })),
    )
  }
  for (let from = 0; from < 3000; from += 1000)
    await db.collection('hidden').add(Array.from({ length: 1000 }, (_, i) => ({ n: from + i, text: `line ${from + i}` })))
})
afterAll(async () => {
  await gateway.close()
  bundle.remove()
  rmSync(dataDir, { recursive: true, force: true })
})

const many = () => db.collection('many')
const raw = (name = 'many') => db.collection(name).options({ raw: true })
const ids = ({ data }: { data: { _id: string }[] }) => data.map(({ _id }) => _id)

describe('reading beside writing', () => {
  it('answers as it would be answered in one thread', async () => {
    const _ = db.command
    expect(
      ids(
        await many()
          .where({ text: /^line 59.7 / })
          .orderBy('n', 'desc')
          .limit(3)
          .get(),
      ),
    ).toEqual(['d5997', 'd5987', 'd5977'])
    expect(
      ids(
        await many()
          .where({ text: /line 41[0-9]{2} a+!$/ })
          .orderBy('text', 'asc')
          .skip(98)
          .limit(5)
          .get(),
      ),
    ).toEqual(['d4198', 'd4199'])
    expect(
      (
        await many()
          .where({ kind: 1, text: _.exists(true) })
          .count()
      ).total,
    ).toBe(MANY / 2)
    expect(
      (
        await many()
          .where(_.expr(_.aggregate.eq([_.aggregate.mod(['$n', 1000]), 7])))
          .count()
      ).total,
    ).toBe(6)
    expect(
      (
        await many()
          .aggregate()
          .match({ kind: 0 })
          .group({ _id: '$group', n: _.aggregate.sum(1) })
          .sort({ _id: 1 })
          .limit(1)
          .end()
      ).data,
    ).toEqual([{ _id: 'g0', n: 10 }])
    expect((await db.collection('hidden').where({ text: /7$/ }).count()).total).toBe(300)
    // Along an index it needs no thread, and says the same.
    expect(ids(await many().where({ group: 'g5', kind: 1 }).orderBy('n', 'asc').limit(2).get())).toEqual(['d5', 'd605'])
    expect(ids(await many().where({ tags: 't3', kind: 1 }).orderBy('n', 'desc').limit(1).get())).toEqual(['d5953'])
    expect(
      ids(
        await many()
          .where({ n: _.gte(5998) })
          .orderBy('n', 'asc')
          .get(),
      ),
    ).toEqual(['d5998', 'd5999'])
  })

  it('sees every write that was acknowledged, at once', async () => {
    for (let i = 0; i < 20; i++) {
      await many()
        .doc('d10')
        .update({ text: `round ${i}`, kind: [i] })
      expect(
        (
          await many()
            .where({ text: `round ${i}` })
            .get()
        ).data,
      ).toMatchObject([{ _id: 'd10', kind: [i] }])
      expect((await many().where({ text: 'round', kind: i }).count()).total).toBe(0)
    }
    await many()
      .doc('d10')
      .update({ n: [10, 11] })
    // A list where the index had only numbers: the reading thread must have learnt it too.
    expect(ids(await many().where({ n: 11, text: /round/ }).get())).toEqual(['d10'])
    expect(
      (
        await many()
          .where({ n: 11, kind: db.command.exists(true) })
          .count()
      ).total,
    ).toBe(2)
  })

  it('keeps the refusals and their words', async () => {
    await expect(
      raw()
        .where({ text: { $foo: 1 } })
        .get(),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('$foo') })
    await expect(
      raw()
        .where({ $expr: { $foo: 1 } })
        .get(),
    ).rejects.toThrow('$foo')
    await expect(
      raw()
        .where({ $expr: { $divide: ['$n', 0] } })
        .get(),
    ).rejects.toThrow('divide by zero')
    await expect(
      raw()
        .aggregate([{ $lookup: { from: 'nowhere', localField: 'n', foreignField: 'n', as: 'x' } }])
        .end(),
    ).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    await expect(
      many()
        .where({ text: /(a+)\1/ })
        .get(),
    ).rejects.toThrow('back references')
  })
})

describe('writing what has to be looked for', () => {
  it('changes and removes all that match, or one, and makes what is not there', async () => {
    expect(
      await many()
        .where({ text: /^line 58[0-9]{2} / })
        .update({ mark: 1 }),
    ).toMatchObject({ updated: 100 })
    expect(
      await many()
        .where({ text: /^line 58[0-9]{2} / })
        .options({ multiple: false })
        .update({ mark: 2 }),
    ).toMatchObject({ updated: 1 })
    expect((await many().where({ mark: 2 }).count()).total).toBe(1)
    expect(
      await many()
        .where({ text: /^line 57[0-9]{2} / })
        .updateAndReturn({ mark: 3 }),
    ).toMatchObject({ updated: 1, doc: { mark: 3 } })
    expect(
      await many()
        .where({ text: /^line 58[0-9]{2} / })
        .remove(),
    ).toMatchObject({ deleted: 100 })
    expect((await many().count()).total).toBe(MANY - 100)
    expect(await many().where({ text: 'nobody' }).update({ mark: 1 })).toMatchObject({ updated: 0 })
  })

  it('leaves alone what no longer matches when it is its turn', async () => {
    const rounds = Array.from({ length: 10 }, () =>
      many()
        .where({ text: /^line 56/, taken: db.command.exists(false) })
        .options({ multiple: false })
        .update({ taken: true }),
    )
    const done = await Promise.all(rounds)
    expect(done.map(({ updated }) => updated)).toEqual(Array(10).fill(1))
    expect((await many().where({ taken: true }).count()).total).toBe(10)
  })
})

describe('one request that takes long', () => {
  const hours = () =>
    raw()
      .aggregate([
        { $project: { x: { $reduce: { input: { $range: [0, 100_000] }, initialValue: 0, in: { $add: ['$$value', '$$this'] } } } } },
      ])
      .end()

  it('is given up after its time, in words, and holds nobody else', async () => {
    let over = false
    const long = Promise.allSettled([hours(), hours()]).then((results) => {
      over = true
      return results
    })
    for (let i = 0; i < 3; i++) {
      await many()
        .doc(`d${i + 20}`)
        .update({ seen: i })
      expect(
        (
          await many()
            .doc(`d${i + 20}`)
            .get()
        ).data,
      ).toMatchObject([{ seen: i }])
      expect((await many().where({ group: 'g7' }).get()).data).toHaveLength(10)
    }
    expect(over).toBe(false)
    for (const result of await long)
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'SERVER_TIMEOUT', message: expect.stringContaining('2.5 s') } })
    expect(
      (
        await many()
          .where({ text: /line 1$/ })
          .count()
      ).total,
    ).toBe(0)
  })

  it('loses only its thread when it wants too much memory', async () => {
    const hungry = raw()
      .aggregate([{ $group: { _id: null, all: { $push: { $range: [0, 100_000] } } } }])
      .end()
    await expect(hungry).rejects.toMatchObject({ code: expect.stringMatching(/^(DATABASE_REQUEST_FAILED|SERVER_TIMEOUT)$/) })
    expect(
      (
        await many()
          .where({ text: /^line 1 / })
          .count()
      ).total,
    ).toBe(1)
  })

  it('by a regular expression of catastrophic form is no longer than any other', async () => {
    expect(
      (
        await many()
          .where({ text: /^line 3[0-9]* (a+)+$/ })
          .count()
      ).total,
    ).toBe(0)
    expect(
      (
        await many()
          .where({ text: /^line 3999 (a|aa|a?)+!$/ })
          .count()
      ).total,
    ).toBe(1)
  })

  it('is refused at once where its size tells', async () => {
    await expect(
      raw()
        .aggregate([{ $project: { x: { $range: [0, 50_000_000] } } }])
        .end(),
    ).rejects.toThrow('at most 100000')
    await expect(
      raw()
        .where({ text: /((a{1,100}){1,100}){1,100}/ })
        .get(),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})

it('without threads beside, the same limit ends it', async () => {
  const alone = await start({ dataDir: temporaryFolder(), ...SECRET, limitMs: 200 })
  const own = connect(alone.url).database()
  await own.createCollection('x')
  await own.collection('x').add({ n: 1 })
  const loop = (depth: number): object =>
    depth === 0 ? { $add: ['$n', 1] } : { $map: { input: { $range: [0, 1000] }, in: loop(depth - 1) } }
  await expect(
    own
      .collection('x')
      .options({ raw: true })
      .aggregate([{ $project: { x: { $size: loop(3) } } }])
      .end(),
  ).rejects.toMatchObject({ code: 'SERVER_TIMEOUT' })
})
