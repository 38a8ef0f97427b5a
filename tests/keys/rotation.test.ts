import fc from 'fast-check'
import { readRootKeys } from '#kernel/seal/keys'
import { blindIndex, open, seal } from '#kernel/seal/seal'
import { collections } from '#store/all'
import type { Stored } from '#store/db/collection'
import { findById, findEach, find } from '#store/db/read'
import { insert, remove, update } from '#store/db/write'
import { receipts } from '#store/money/money'
import { codes, households, persons } from '#store/people/register'
import { rotations } from '#store/record/rotations'
import { signCode } from '#kernel/access/code-signer'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { asFarmer } from '../harness/people'
import { numberOf } from '../intake/made'
import { oneTown } from '../intake/one-town'
import { pictureOf } from '../intake/picture'
import { takenFiles } from '../intake/truth'
import { keyedTexts, resealAll, resealOnce, versionsIn } from './resealing'

const fuller = {
  '殡仪馆_火化名单_2026年10月.csv': `火化日期,死亡日期,死者姓名,死者身份证号,死亡原因\n2026-10-09,2026-10-07,户八,${numberOf(8)},疾病`,
  '医保局_大额自付人员名单_2026年1-9月.csv': `病种,公民身份号码,患者姓名,就诊医院,医疗费用总额,医保基金支付,个人负担金额\n恶性肿瘤,${numberOf(9)},户九,温州医院,125000,100000,25000`,
}

let cloud: Cloud
let before: Awaited<ReturnType<typeof pictureOf>>
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importBytes(...oneTown(path))
  // What only some lists say: of what somebody died, where they were treated for what.
  for (const [name, lines] of Object.entries(fuller))
    expect(await cloud.importBytes(name, Buffer.from(lines))).toMatchObject({ accepted: 1 })
  before = await pictureOf(cloud)
}, 60_000)
afterAll(() => cloud.close())

/** What the first twenty households read on scanning their card. */
async function screens(): Promise<unknown[]> {
  const homes = await find(cloud.db, households, {}, { order: [['_id', 'asc']], limit: 20 })
  return Promise.all(
    homes.map(async (home) => {
      const [code] = await find(cloud.db, codes, { personId: home.headId })
      return cloud.call('household', 'lookup', { token: signCode(cloud.keys, code!._id, '1') }, await asFarmer(cloud, home))
    }),
  )
}

test('every field that depends on a key is declared, and every declared one is in use', async () => {
  const declared = collections.flatMap(({ name, keyed }) => Object.keys(keyed).map((field) => `${name}.${field}`))
  const found = new Set<string>()
  for (const of of collections)
    for (const document of await findEach<Stored>(cloud.db, of, {}))
      for (const { path } of keyedTexts(document)) found.add(`${of.name}.${path}`)
  expect([...found].filter((field) => !declared.includes(field))).toEqual([])
  const filled = new Set([...found].map((field) => field.split('.')[0]))
  expect(declared.filter((field) => filled.has(field.split('.')[0]) && !found.has(field))).toEqual([])
})

test('with one key there is nothing to do', async () => {
  expect(await resealOnce(cloud)).toEqual({ version: '1', done: true, resealed: 0, remaining: 0 })
})

test('an announced key is waited for', async () => {
  const announced = readRootKeys(
    `${process.env.ROOT_KEYS},2@${Math.ceil(Date.now() / 1000) + 60}:${Buffer.alloc(32, 1).toString('base64')}`,
  )
  expect(await resealOnce(cloud, 500, { keys: announced })).toMatchObject({
    version: '2',
    done: false,
    resealed: 0,
    waiting: expect.any(String) as string,
  })
  expect(await versionsIn(cloud.db)).toEqual({ 1: expect.any(Number) as number })
})

test('without the old key, or with a wrong one: an error that names the version, and nothing is changed', async () => {
  const key = (n: number) => Buffer.alloc(32, n).toString('base64')
  const counts = await versionsIn(cloud.db)
  await expect(resealOnce(cloud, 500, { keys: readRootKeys(`2:${key(2)}`) })).rejects.toThrow('没有第 1 版')
  await expect(resealOnce(cloud, 500, { keys: readRootKeys(`1:${key(1)},2:${key(2)}`) })).rejects.toThrow('第 1 版根密钥封存的内容打不开')
  expect(await versionsIn(cloud.db)).toEqual(counts)
  expect(await pictureOf(cloud)).toEqual(before)
  await remove(cloud.db, rotations, {})
})

test('killed anywhere and run again, it ends with everything under the newest key, and nobody sees a difference', async () => {
  const seen = await screens()
  // A cadre's phone, opened.
  expect(/"phone":"160\d{8}"/.test(JSON.stringify(seen))).toBe(true)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ limit: fc.integer({ min: 1, max: 150 }), writes: fc.integer({ min: 0, max: 70 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      async (kills) => {
        cloud.addRootKey()
        for (const { limit, writes } of kills)
          await resealOnce(cloud, limit, { db: failingAfter(cloud.db, writes) }).catch((error: Error) =>
            expect(error.message).toBe('cut off'),
          )
        expect(await pictureOf(cloud)).toEqual(before)
        expect((await resealAll(cloud)).remaining).toBe(0)
        expect(await versionsIn(cloud.db)).toEqual({ [cloud.keys.newest]: expect.any(Number) as number })
        expect(await pictureOf(cloud)).toEqual(before)
        expect(await resealOnce(cloud)).toMatchObject({ done: true, resealed: 0, remaining: 0 })
      },
    ),
    { numRuns: 4, endOnFailure: true },
  )
  expect(await screens()).toEqual(seen)
}, 240_000)

test('what somebody writes meanwhile is not overwritten, and what they write under the old key is found by the last sweep', async () => {
  const old = cloud.keys
  cloud.addRootKey()
  const [person] = await find(cloud.db, persons, {}, { order: [['_id', 'asc']], limit: 1 })
  const idNumber = open(cloud.keys, person!.idSealed)
  const theirs = {
    idSealed: seal(cloud.keys, idNumber),
    idIndex: blindIndex(cloud.keys, 'id-number', idNumber),
    name: '改过的名字',
    digest: 'theirs',
  }
  let written = false
  const meddled = new Proxy(cloud.db, {
    get: (db, name) =>
      name !== 'collection'
        ? Reflect.get(db, name)
        : (of: string) => {
            const sdk = db.collection(of)
            return new Proxy(sdk, {
              get: (from, call) =>
                call !== 'options'
                  ? Reflect.get(from, call)
                  : (options: { raw: true; multiple?: boolean }) => {
                      const raw = from.options(options)
                      return new Proxy(raw, {
                        get: (query, step) =>
                          step !== 'where'
                            ? Reflect.get(query, step)
                            : (filter: { _id?: unknown }) => {
                                const chosen = query.where(filter)
                                if (filter._id !== person!._id || written) return chosen
                                return {
                                  ...chosen,
                                  update: async (change: object) => {
                                    written = true
                                    await update(cloud.db, persons, { _id: person!._id }, { $set: theirs })
                                    return query.where(filter).update(change)
                                  },
                                }
                              },
                      })
                    },
            })
          },
  })
  await resealOnce(cloud, 20, { db: meddled })
  expect(written).toBe(true)
  expect(await findById(cloud.db, persons, person!._id)).toMatchObject(theirs)
  await update(cloud.db, persons, { _id: person!._id }, { $set: { name: person!.name, digest: person!.digest } })

  // Written behind the cursor under the old key: the last sweep finds it.
  await update(
    cloud.db,
    persons,
    { _id: person!._id },
    { $set: { idSealed: seal(old, idNumber), idIndex: blindIndex(old, 'id-number', idNumber) } },
  )
  expect((await resealAll(cloud)).remaining).toBe(0)
  expect(await versionsIn(cloud.db)).toEqual({ [cloud.keys.newest]: expect.any(Number) as number })
  expect(await pictureOf(cloud)).toEqual(before)
}, 60_000)

test('a receipt of before there were two keys keeps its index, is counted, and holds nothing up; so does a damaged field', async () => {
  const [receipt] = await find(cloud.db, receipts, {}, { limit: 1 })
  const { cardSealed: _, ...early } = receipt!
  await insert(cloud.db, receipts, { ...early, _id: 'early' })
  const [person] = await find(cloud.db, persons, {}, { limit: 1 })
  const damaged = `${person!.idSealed.slice(0, 30)}AAAA${person!.idSealed.slice(34)}`
  await update(cloud.db, persons, { _id: person!._id }, { $set: { idSealed: damaged } })
  cloud.addRootKey()
  expect((await resealAll(cloud)).remaining).toBe(2)
  expect(await findById(cloud.db, receipts, 'early')).toMatchObject({ cardIndex: early.cardIndex })
  expect(await findById(cloud.db, persons, person!._id)).toMatchObject({ idSealed: damaged, idIndex: person!.idIndex })
}, 60_000)
