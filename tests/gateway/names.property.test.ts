import fc from 'fast-check'
import type { Document, Value } from '../../cloudfunctions/local/gateway/query/values'
import { startRig, type Rig } from './support/gateway'

/**
 * Names that every JavaScript object inherits are names like any other. Each request is made twice, once with
 * such names and once with harmless ones, on documents that differ in nothing else: the answers must not either.
 */
const INHERITED = [
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'length',
  'then',
  'toJSON',
  '__defineGetter__',
  '__lookupSetter__',
  'name',
  'get',
  'map',
  'toLocaleString',
]
/** `$toString` is an operator of the database's own. */
const operator = (name: string): string => `$${name === 'toString' ? 'valueOf' : name}`
const HARMLESS = INHERITED.map((_, i) => `harmless${i}`)

let rig: Rig
beforeAll(async () => {
  rig = await startRig({
    collections: ['inherited', 'harmless'].map((name) => ({
      name,
      indexes: [{ name: 'n', fields: [{ field: (name === 'inherited' ? INHERITED : HARMLESS)[0] as string, direction: 1 }] }],
    })),
  })
  await rig.db.createCollection('inherited')
  await rig.db.createCollection('harmless')
})
afterAll(() => rig.close())

type Names = [a: string, b: string, c: string]
type Request = (...names: Names) => Document

const get = (query: Value, more: Document = {}): Document => ({ action: 'database.getDocument', query, ...more })
const update = (data: Value, query: Value = { _id: 1 }, more: Document = {}): Document => ({
  action: 'database.modifyDocument',
  merge: true,
  multi: true,
  query,
  data,
  ...more,
})
const aggregate = (...stages: Document[]): Document => ({
  action: 'database.aggregateDocuments',
  stages: stages.map((stage) => ({ stageKey: Object.keys(stage)[0] as string, stageValue: JSON.stringify(Object.values(stage)[0]) })),
})

const REQUESTS: Request[] = [
  // Queries.
  (a, b, c) => get({ [`${a}.${b}.${c}`]: 1 }),
  (a) => get({ [a]: { $exists: true } }),
  (a, b) => get({ [`list.${a}`]: 1, [b]: { $exists: false } }),
  (a) => get({ list: { $elemMatch: { [a]: 1 } } }),
  (a, b) => get({ [a]: { [b]: 1 } }),
  (a) => get({ [`s.${a}`]: { $exists: true } }),
  (a) => get({ x: { [`$${a}`]: 1 } }),
  (a) => get({ [`$${a}`]: 1 }),
  (a) => get({ $jsonSchema: { [a]: 1 } }),
  (a) => get({ $jsonSchema: { required: [a], properties: { [a]: { bsonType: 'object' } } } }),
  (a) => get({ x: { $type: a } }),
  (a, b) => get({ $expr: { $eq: [`$${a}.${b}`, 1] } }),
  (a) => get({ $expr: { [operator(a)]: 1 } }),
  (a) => get({ $nor: [{ [a]: { $ne: null } }] }),
  // Projections and orders.
  (a, b, c) => get({}, { projection: { [`${a}.${b}.${c}`]: true } }),
  (a, b) => get({}, { projection: { [`${a}.${b}`]: 0 } }),
  (a, b, c) => get({}, { projection: { [a]: { [b]: 1 }, [c]: 1 } }),
  (a) => get({}, { projection: { [a]: { $slice: 1 } } }),
  (a, b) => get({}, { projection: { [a]: { $elemMatch: { [b]: 1 } } } }),
  (a) => get({}, { projection: { list: { [`$${a}`]: 1 } } }),
  (a, b) => get({}, { projection: { [`${a}.${b}`]: { $slice: 1 } } }),
  (a, b) => get({}, { order: { [`${a}.${b}`]: -1 } }),
  // Updates.
  (a, b, c) => update({ $set: { [`${a}.${b}.${c}`]: 2 } }),
  (a, b, c) => update({ $set: { [`new.${a}.${b}.${c}`]: 2 } }),
  (a, b) => update({ $unset: { [`${a}.${b}`]: '' } }),
  (a, b, c) => update({ $inc: { [`${a}.${b}.${c}`]: 1 } }),
  (a) => update({ $push: { [a]: 1 } }),
  (a) => update({ $addToSet: { [`new.${a}`]: 1 } }),
  (a, b) => update({ $rename: { x: `${a}.${b}.deep` } }),
  (a, b) => update({ $rename: { [a]: `moved.${b}` } }),
  (a) => update({ $min: { [a]: 1 }, $max: { [`z.${a}`]: 1 } }),
  (a, b, c) => update({ $mul: { [`${a}.${b}.${c}`]: 2 } }),
  (a) => update({ $bit: { x: { [a]: 1 } } }),
  (a) => update({ $pull: { list: { [a]: 1 } } }),
  (a) => update({ $push: { list: { $each: [], $sort: { [a]: 1 } } } }),
  (a) => update({ [a]: { x: 1 } }),
  (a) => update({ [`$${a}`]: { x: 1 } }),
  (a, b) => update({ $set: { [`list.$.${b}`]: 5 } }, { [`list.${a}`]: 1 }),
  (a, b) => update({ $setOnInsert: { [`${a}.${b}`]: 1 } }, { _id: 99, [`${b}.deep.${a}`]: 7 }, { upsert: true }),
  (a, b) => ({ action: 'database.modifyDocument', merge: false, upsert: true, query: { _id: 1 }, data: { [a]: { [b]: 1 } } }),
  (a, b) => ({ action: 'database.modifyAndReturnDoc', query: { [`${a}.${b}`]: { $exists: true } }, data: { $set: { [`${a}.${b}`]: 3 } } }),
  (a) => ({ action: 'database.insertDocument', data: [{ _id: 98, [a]: { [a]: 1 } }] }),
  // Aggregation.
  (a, b, c) => aggregate({ $group: { _id: `$${a}.${b}.${c}`, [a]: { $sum: 1 }, [b]: { $push: `$${c}` } } }, { $sort: { _id: 1 } }),
  (a, b) => aggregate({ $group: { _id: { [a]: `$${b}` }, [b]: { $addToSet: { [a]: '$x' } } } }),
  (a) => aggregate({ $group: { _id: null, x: { [`$${a}`]: 1 } } }),
  (a, b, c) => aggregate({ $project: { [`${a}.${b}.${c}`]: 1 } }),
  (a, b, c) => aggregate({ $project: { [`${a}.${b}`]: `$${c}.x`, [c]: { $ifNull: [`$${a}.${b}`, 'none'] } } }),
  (a) => aggregate({ $project: { [a]: 0 } }),
  (a, b, c) => aggregate({ $addFields: { [`${a}.${b}.${c}`]: 5, [`list.${a}`]: '$_id' } }),
  (a, b) => aggregate({ $unwind: { path: '$list', includeArrayIndex: `${a}.${b}` } }),
  (a) => aggregate({ $unwind: `$${a}` }),
  (a, b, c) =>
    aggregate({ $lookup: { from: 'COLLECTION', localField: `${a}.${b}.${c}`, foreignField: `${a}.${b}.${c}`, as: `${b}.${c}` } }),
  (a, b) =>
    aggregate({
      $lookup: {
        from: 'COLLECTION',
        let: { [`v_${a}`]: `$${a}` },
        pipeline: [{ $match: { $expr: { $eq: [`$${a}`, `$$v_${a}`] } } }, { $count: 'n' }],
        as: b,
      },
    }),
  (a) => aggregate({ $count: a }),
  (a, b) => aggregate({ $facet: { [a]: [{ $count: b }] } }),
  (a) => aggregate({ $unset: a }),
  (a) => aggregate({ $bucket: { groupBy: '$x', boundaries: [0, 100], default: 'more', output: { [a]: { $sum: 1 } } } }),
  (a, b) => aggregate({ $replaceRoot: { newRoot: { [a]: `$${b}`, one: 1 } } }),
  (a) => aggregate({ $project: { v: { $arrayToObject: [[[a, 1]]] }, k: { $objectToArray: `$${a}` } } }),
  (a) => aggregate({ $project: { v: { $let: { vars: { v: `$${a}` }, in: `$$v.${a}` } } } }),
  (a) => aggregate({ $project: { v: `$$${a}` } }),
  (a) => aggregate({ [`$${a}`]: 1 }),
  (a) => aggregate({ [a]: 1 }),
  (a, b) => aggregate({ $sortByCount: `$${a}.${b}` }),
  (a) => aggregate({ $project: { v: { [operator(a)]: '$x' } } }),
  (a) => aggregate({ $project: { v: `$s.${a}`, d: `$d.${a}`, l: `$list.${a}` } }),
  (a, b) => aggregate({ $project: { v: { $mergeObjects: [`$${a}`, { [b]: 1 }] } } }),
  (a) => aggregate({ $project: { v: { $map: { input: '$list', in: `$$this.${a}` } } } }),
  (a) => aggregate({ $project: { v: { $dateToParts: { date: '$d', [a]: 1 } } } }),
]

const isName = (part: string) => HARMLESS.indexOf(part)
const inherited = (text: string) =>
  text
    .split(/(harmless\d+)/)
    .map((part) => INHERITED[isName(part)] ?? part)
    .join('')

/** The harmless names replaced in every key and text. */
function renamed(value: unknown): unknown {
  if (typeof value === 'string') return inherited(value)
  if (Array.isArray(value)) return value.map(renamed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [inherited(key), renamed(item)]))
}

const asWire = (request: Document, collectionName: string) => ({
  ...Object.fromEntries(
    Object.entries(request).map(([key, value]) => [
      key,
      key === 'data' && Array.isArray(value)
        ? value.map((one) => JSON.stringify(one))
        : ['query', 'data', 'order', 'projection'].includes(key)
          ? JSON.stringify(value)
          : value,
    ]),
  ),
  collectionName,
})

/** What a request answers, and what stands in the collection afterwards. */
async function outcome(collection: string, [a, b, c]: Names, request: Request): Promise<Record<string, unknown>> {
  const documents = [
    { _id: 1, [a]: { [b]: { [c]: 1 } }, list: [{ [a]: 1, [b]: 2 }, { [a]: 2 }], s: 'text', x: 4, d: { $date: 0 } },
    { _id: 2, [b]: [{ [b]: 1 }, { [c]: 1 }], x: 5, s: null, d: null },
    { _id: 3, [c]: { x: 'deep' } },
  ]
  await rig.post({ action: 'database.removeDocument', collectionName: collection, query: '{}', multi: true })
  expect(
    await rig.post({ action: 'database.insertDocument', collectionName: collection, data: documents.map((one) => JSON.stringify(one)) }),
  ).toHaveProperty('data')
  const text = JSON.stringify(asWire(request(a, b, c), collection)).replaceAll('COLLECTION', collection)
  const { requestId: _, message: _message, ...reply } = await rig.post(text)
  const { data } = await rig.post({ action: 'database.getDocument', collectionName: collection, query: '{}', order: '{"_id":1}' })
  return { ...reply, afterwards: data }
}

const globals = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype, Date.prototype, Object, Function].map((one) =>
    Object.getOwnPropertyNames(one).sort().join(),
  )

it('names that objects inherit are names like any other, in every place that takes one', async () => {
  const before = globals()
  const index = fc.integer({ min: 0, max: INHERITED.length - 1 })
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(index, { minLength: 3, maxLength: 3 }), fc.constantFrom(...REQUESTS), async (chosen, request) => {
      const ours = await outcome('inherited', chosen.map((i) => INHERITED[i]) as Names, request)
      const theirs = await outcome('harmless', chosen.map((i) => HARMLESS[i]) as Names, request)
      expect(ours.code).not.toBe('SYS_ERR')
      expect(ours).toEqual(renamed(theirs))
    }),
    { numRuns: Number(process.env.GATEWAY_RUNS ?? 60), examples: REQUESTS.map((request) => [[0, 1, 2], request]) },
  )
  expect(globals()).toEqual(before)
})

it('__proto__ comes into no document and changes nothing', async () => {
  const before = globals()
  for (const request of REQUESTS) {
    for (const names of [
      ['__proto__', 'x', 'y'],
      ['constructor', '__proto__', 'y'],
      ['a', 'b', '__proto__'],
    ] as Names[]) {
      const text = JSON.stringify(asWire(request(...names), 'harmless')).replaceAll('COLLECTION', 'harmless')
      await rig.post({ action: 'database.removeDocument', collectionName: 'harmless', query: '{}', multi: true })
      const reply = await rig.post(text)
      // Where the name is only looked for in what is there, nothing is found.
      expect(['DATABASE_REQUEST_FAILED', 'INVALID_PARAM', undefined]).toContain(reply.code)
      expect(({} as Record<string, unknown>).x ?? ({} as Record<string, unknown>).y).toBeUndefined()
    }
  }
  expect(globals()).toEqual(before)
  // A field of that name came into no document.
  const { data } = await rig.post({ action: 'database.getDocument', collectionName: 'harmless', query: '{}' })
  expect(JSON.stringify(data)).not.toContain('__proto__')
})

it('the example that poisoned the process', async () => {
  await rig.db.collection('harmless').field({ 'constructor.prototype.poisoned': true }).get()
  expect(({} as Record<string, unknown>).poisoned).toBeUndefined()
})
