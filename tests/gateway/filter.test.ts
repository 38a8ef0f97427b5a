import { GatewayError } from '../../cloudfunctions/local/gateway/door/errors'
import { matcher } from '../../cloudfunctions/local/gateway/filter/match'
import { parseFilter } from '../../cloudfunctions/local/gateway/filter/parse'
import { select } from '../../cloudfunctions/local/gateway/query/select'
import type { Document, Value } from '../../cloudfunctions/local/gateway/query/values'
import { newWork } from '../../cloudfunctions/local/gateway/query/work'
import { on, openBench } from './support/table'

const bench = openBench()
afterAll(() => bench.close())

/** Each situation: documents by their id, then queries with the ids MongoDB finds. */
const situations: [title: string, documents: Record<string, Document>, cases: [query: Document, found: string][]][] = [
  [
    'an array matches by its elements and as a whole',
    { scalar: { a: 'x' }, list: { a: ['x', 'y'] }, nested: { a: [['x']] }, none: {} },
    [
      [{ a: 'x' }, 'list scalar'],
      [{ a: ['x', 'y'] }, 'list'],
      [{ a: ['x'] }, 'nested'],
      [{ a: { $ne: 'x' } }, 'nested none'],
      [{ a: { $in: ['y', 'z'] } }, 'list'],
      [{ a: { $nin: ['y', 'z'] } }, 'nested none scalar'],
      [{ a: { $all: ['x', 'y'] } }, 'list'],
      [{ a: { $all: ['x'] } }, 'list scalar'],
      [{ a: { $all: [] } }, ''],
      [{ a: { $size: 2 } }, 'list'],
      [{ 'a.0': 'x' }, 'list'],
      [{ 'a.1': { $exists: true } }, 'list'],
      [{ a: { $gt: 'x' } }, 'list'],
      [{ a: { $not: { $gt: 'x' } } }, 'nested none scalar'],
    ],
  ],
  [
    'null means null or missing',
    { null: { a: null }, none: {}, zero: { a: 0 }, list: { a: [null, 1] }, empty: { a: [] } },
    [
      [{ a: null }, 'list none null'],
      [{ a: { $ne: null } }, 'empty zero'],
      [{ a: { $in: [null, 0] } }, 'list none null zero'],
      [{ a: { $exists: true } }, 'empty list null zero'],
      [{ a: { $exists: false } }, 'none'],
      [{ a: { $gte: null } }, 'list none null'],
      [{ a: { $gt: null } }, ''],
      [{ a: { $lt: 1 } }, 'zero'],
      [{ a: { $type: 'null' } }, 'list null'],
      [{ 'a.b': null }, 'none null zero'],
      [{ 'a.b': { $exists: false } }, 'empty list none null zero'],
    ],
  ],
  [
    'ranges compare like with like',
    {
      number: { a: 5 },
      text: { a: '5' },
      date: { a: new Date(5) },
      before: { a: new Date(-5) },
      yes: { a: true },
      no: { a: false },
      nan: { a: NaN },
      most: { a: Infinity },
      object: { a: { b: 1 } },
    },
    [
      [{ a: { $gt: 4 } }, 'most number'],
      [{ a: { $lt: 6 } }, 'number'],
      [{ a: { $gte: 5, $lte: 5 } }, 'number'],
      [{ a: { $gt: '' } }, 'text'],
      [{ a: { $lt: new Date(5) } }, 'before'],
      [{ a: { $gte: new Date(-5) } }, 'before date'],
      [{ a: { $gt: false } }, 'yes'],
      [{ a: { $lte: false } }, 'no'],
      [{ a: NaN }, 'nan'],
      [{ a: { $gte: NaN } }, 'nan'],
      [{ a: { $mod: [2, 1] } }, 'number'],
      [{ a: { $gt: { b: 0 } } }, 'object'],
    ],
  ],
  [
    'the order of keys is part of an object',
    { ab: { o: { a: 1, b: 2 } }, ba: { o: { b: 2, a: 1 } } },
    [
      [{ o: { a: 1, b: 2 } }, 'ab'],
      [{ o: { $in: [{ b: 2, a: 1 }] } }, 'ba'],
      [{ 'o.a': 1, 'o.b': 2 }, 'ab ba'],
    ],
  ],
  [
    '$elemMatch asks one element for everything',
    {
      both: { r: [{ x: 1, y: 2 }] },
      apart: { r: [{ x: 1 }, { y: 2 }] },
      scalars: { r: [1, 5] },
      bare: { r: 3 },
      deep: { r: [[{ x: 1 }]] },
    },
    [
      [{ r: { $elemMatch: { x: 1, y: 2 } } }, 'both'],
      [{ 'r.x': 1, 'r.y': 2 }, 'apart both'],
      [{ r: { $elemMatch: { $gt: 2, $lt: 6 } } }, 'scalars'],
      [{ r: { $elemMatch: { $gt: 2, $lt: 4 } } }, ''],
      [{ r: { $elemMatch: { x: { $ne: 1 } } } }, 'apart deep'],
      [{ r: { $elemMatch: { '0.x': 1 } } }, 'deep'],
      [{ r: { $not: { $elemMatch: { x: 1 } } } }, 'bare deep scalars'],
    ],
  ],
  [
    'regular expressions',
    {
      ab: { a: 'ab' },
      a: { a: 'a' },
      AB: { a: 'AB' },
      list: { a: ['zz', 'ab'] },
      number: { a: 1 },
      lines: { a: 'x\nab' },
      expression: { a: /^ab/ },
    },
    [
      [{ a: /^ab/ }, 'ab expression list'],
      [{ a: /^ab?/ }, 'a ab list'],
      [{ a: { $regex: '^AB', $options: 'i' } }, 'AB ab list'],
      [{ a: { $regex: '^ab', $options: 'm' } }, 'ab lines list'],
      [{ a: { $not: /a/ } }, 'AB expression number'],
      [{ a: { $in: [/^A/, 1] } }, 'AB number'],
    ],
  ],
  [
    'text that SQLite reads differently',
    { nul: { a: 'a\u0000b' }, half: { a: 'x\ud800' }, plain: { a: 'a' }, huge: { a: 2 ** 60 } },
    [
      [{ a: 'a\u0000b' }, 'nul'],
      [{ a: 'a' }, 'plain'],
      [{ a: { $gt: 'a', $lt: 'b' } }, 'nul'],
      [{ a: { $gt: 'b' } }, 'half'],
      [{ a: 2 ** 60 }, 'huge'],
    ],
  ],
  [
    'logic',
    { one: { a: 1, b: 1 }, two: { a: 1, b: 2 }, three: { a: 3 } },
    [
      [{ $or: [{ a: 3 }, { b: 2 }] }, 'three two'],
      [{ $and: [{ a: 1 }, { $or: [{ b: 1 }, { b: 9 }] }] }, 'one'],
      [{ $nor: [{ a: 3 }, { b: 2 }] }, 'one'],
      [{ a: { $not: { $in: [1] } } }, 'three'],
      [{ _id: { $in: ['one', 'nobody'] }, b: { $exists: true } }, 'one'],
      [{ $jsonSchema: { required: ['b'], properties: { b: { bsonType: 'number', maximum: 1 } } } }, 'one'],
      [{}, 'one three two'],
    ],
  ],
]

const layouts = {
  'no index': [],
  'scalar indexes': ['a', 'b', 'o', 'r', 'a.b', 'o.a', 'r.x'].map((path) => on(path.replace('.', '_'), [path])),
  'indexes by element': ['a', 'r', 'r.x'].map((path) => on(path.replace('.', '_'), [path], { multikey: true })),
}

describe.each(Object.entries(layouts))('with %s', (_, layout) => {
  it.each(situations)('%s', (_title, documents, cases) => {
    const list = Object.entries(documents).map(([_id, fields]): Document => ({ _id, ...fields }))
    bench.holding(list, layout, (collection) => {
      for (const [query, found] of cases) {
        const rows = select(bench.db, collection, {
          filter: parseFilter(query),
          order: [],
          skip: 0,
          limit: Infinity,
          work: newWork(0, 60_000),
        })
        expect([
          query,
          rows
            .map((row) => row.document._id)
            .sort()
            .join(' '),
        ]).toEqual([query, found])
      }
    })
  })
})

it.each<[Value, string]>([
  [{ a: { $near: [1, 2] } }, '$near'],
  [{ a: { $geoWithin: {} } }, '$geoWithin'],
  [{ $text: { $search: 'x' } }, '$text'],
  [{ $where: 'true' }, '$where'],
  [{ a: { $gt: 1, $foo: 2 } }, '$foo'],
  [{ $or: [{ a: { $elemMatch: { b: { $bar: 1 } } } }] }, '$bar'],
  [{ a: { $regex: 'x', $options: 'x' } }, 'option x'],
  [{ $and: [] }, '$and'],
  [{ a: { $in: 1 } }, '$in'],
  [{ a: { $size: -1 } }, '$size'],
  [{ a: { $mod: [0, 1] } }, 'divisor'],
  [{ a: { $not: 1 } }, '$not'],
  [{ a: { $type: 'integer' } }, 'integer'],
  [{ $jsonSchema: { dependencies: {} } }, 'dependencies'],
])('%j is refused, naming %s', (query, name) => {
  const refused = () => matcher(parseFilter(query))
  expect(refused).toThrow(GatewayError)
  expect(refused).toThrow(name)
})
