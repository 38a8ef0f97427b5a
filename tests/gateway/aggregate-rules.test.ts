import { compileExpression } from '../../cloudfunctions/local/gateway/aggregate/expression'
import { compileStages } from '../../cloudfunctions/local/gateway/aggregate/pipeline'
import type { Document, Value } from '../../cloudfunctions/local/gateway/query/values'
import { newWork } from '../../cloudfunctions/local/gateway/query/work'

/** What MongoDB's manual or its own tests say of each stage and operator. */
const work = () => newWork(Date.UTC(2026, 10, 29), 5000)
const run = (documents: Document[], ...stages: Document[]): Document[] => {
  const specs = stages.map((stage) => ({ name: Object.keys(stage)[0] as string, argument: Object.values(stage)[0] as Value }))
  const before = JSON.stringify(documents)
  const result = [...compileStages(specs, { work: work(), find: () => [] })(documents, undefined)]
  // No stage may change what it was given: others may hold it.
  expect(JSON.stringify(documents)).toBe(before)
  return result
}
const value = (expression: Value, root: Document = {}) => compileExpression(expression, work())({ root, bindings: undefined })
const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('stages', () => {
  it.each<[string, Document[], Document[], Document[]]>([
    [
      '$addFields goes into every element of an array',
      [{ _id: 1, a: [{ x: 1 }, 5, { x: 2 }] }],
      [{ $addFields: { 'a.y': '$_id' } }],
      [{ _id: 1, a: [{ x: 1, y: 1 }, { y: 1 }, { x: 2, y: 1 }] }],
    ],
    [
      '$addFields reaches through nested arrays',
      [{ a: [[{ x: 1 }], []] }],
      [{ $addFields: { 'a.y': 2 } }],
      [{ a: [[{ x: 1, y: 2 }], []] }],
    ],
    [
      '$addFields merges an object of fields, keeps the place of what was there, and gives scalars up',
      [{ a: 1, o: { x: 1 }, s: 5 }],
      [{ $addFields: { o: { y: 2 }, a: 9, 's.t': 1 } }],
      [{ a: 9, o: { x: 1, y: 2 }, s: { t: 1 } }],
    ],
    ['$addFields of what is missing takes the field away', [{ a: 1, b: 2 }], [{ $addFields: { a: '$nothing', b: '$$REMOVE' } }], [{}]],
    ['$addFields computes from the document as it came', [{ a: 1, b: 2 }], [{ $set: { a: '$b', b: '$a' } }], [{ a: 2, b: 1 }]],
    [
      '$project keeps fields in arrays and drops scalars there',
      [{ _id: 1, a: [{ x: 1, y: 2 }, 3, [{ x: 4, y: 5 }]], b: 1 }],
      [{ $project: { 'a.x': 1 } }],
      [{ _id: 1, a: [{ x: 1 }, [{ x: 4 }]] }],
    ],
    [
      '$project computes in every element',
      [{ _id: 1, n: 7, a: [{ x: 1, z: 1 }, 3] }],
      [{ $project: { 'a.x': 1, 'a.n': '$n', _id: 0 } }],
      [{ a: [{ x: 1, n: 7 }, { n: 7 }] }],
    ],
    [
      '$project without a field leaves everything else',
      [{ _id: 1, a: [{ x: 1, y: 2 }, 3], b: 1 }],
      [{ $project: { 'a.x': 0, _id: 0 } }],
      [{ a: [{ y: 2 }, 3], b: 1 }],
    ],
    [
      '$project of a sum over nothing is 0, of the greatest of nothing null',
      [{ _id: 1 }],
      [{ $project: { sum: { $sum: '$nothing' }, max: { $max: '$nothing' }, avg: { $avg: ['$a', '$b'] } } }],
      [{ _id: 1, sum: 0, max: null, avg: null }],
    ],
    [
      '$project leaves out what is missing, but not in a list',
      [{ _id: 1 }],
      [{ $project: { a: '$nothing', list: ['$nothing', 1] } }],
      [{ _id: 1, list: [null, 1] }],
    ],
    ['$unset', [{ a: 1, b: { c: 1, d: 2 } }], [{ $unset: ['a', 'b.c'] }], [{ b: { d: 2 } }]],
    [
      '$unwind takes an empty text for one element, as any scalar',
      [{ _id: 1, a: '' }, { _id: 2, a: 0 }, { _id: 3, a: {} }, { _id: 4, a: null }, { _id: 5 }, { _id: 6, a: [] }],
      [{ $unwind: '$a' }],
      [
        { _id: 1, a: '' },
        { _id: 2, a: 0 },
        { _id: 3, a: {} },
      ],
    ],
    [
      '$unwind keeps what is asked for, with its index',
      [
        { _id: 1, a: [] },
        { _id: 2, a: ['x', 'y'] },
        { _id: 3, a: null },
        { _id: 4, a: 's' },
      ],
      [{ $unwind: { path: '$a', includeArrayIndex: 'at.i', preserveNullAndEmptyArrays: true } }],
      [
        { _id: 1, at: { i: null } },
        { _id: 2, a: 'x', at: { i: 0 } },
        { _id: 2, a: 'y', at: { i: 1 } },
        { _id: 3, a: null, at: { i: null } },
        { _id: 4, a: 's', at: { i: null } },
      ],
    ],
    ['$unwind within an object', [{ o: { a: [1, 2], b: 3 } }], [{ $unwind: '$o.a' }], [{ o: { a: 1, b: 3 } }, { o: { a: 2, b: 3 } }]],
    ['$count of nothing is no document', [{ a: 1 }], [{ $match: { a: 2 } }, { $count: 'n' }], []],
    ['$count in $facet of nothing likewise', [], [{ $facet: { n: [{ $count: 'n' }] } }], [{ n: [] }]],
    [
      '$group takes missing for null, and an object with its keys in another order for another',
      [{ k: { a: 1, b: 2 } }, { k: { b: 2, a: 1 } }, { k: { a: 1, b: 2 } }, {}, { k: null }],
      [{ $group: { _id: '$k', n: { $sum: 1 } } }],
      [
        { _id: { a: 1, b: 2 }, n: 2 },
        { _id: { b: 2, a: 1 }, n: 1 },
        { _id: null, n: 2 },
      ],
    ],
    [
      '$group tells values of different types apart',
      [{ k: 1 }, { k: '1' }, { k: true }, { k: new Date(1) }, { k: [1] }, { k: 1 }],
      [{ $group: { _id: '$k', n: { $sum: 1 } } }],
      [
        { _id: 1, n: 2 },
        { _id: '1', n: 1 },
        { _id: true, n: 1 },
        { _id: new Date(1), n: 1 },
        { _id: [1], n: 1 },
      ],
    ],
    [
      '$addToSet minds the order of keys and leaves out what is missing',
      [{ v: { a: 1, b: 2 } }, { v: { b: 2, a: 1 } }, { v: { a: 1, b: 2 } }, {}, { v: null }],
      [{ $group: { _id: null, set: { $addToSet: '$v' }, list: { $push: '$v' } } }],
      [{ _id: null, set: [{ a: 1, b: 2 }, { b: 2, a: 1 }, null], list: [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1, b: 2 }, null] }],
    ],
    [
      '$max and $min compare arrays as a whole and all types',
      [{ v: [1, 9] }, { v: [2] }, { v: 5 }, { v: null }, {}],
      [{ $group: { _id: null, max: { $max: '$v' }, min: { $min: '$v' } } }],
      [{ _id: null, max: [2], min: 5 }],
    ],
    [
      'sums pass over what is no number',
      [{ v: 1 }, { v: '2' }, { v: [3] }, { v: null }, { v: 4 }],
      [{ $group: { _id: null, sum: { $sum: '$v' }, avg: { $avg: '$v' }, n: { $count: {} } } }],
      [{ _id: null, sum: 5, avg: 2.5, n: 5 }],
    ],
    [
      '$stdDevSamp of one is null, $stdDevPop 0',
      [{ v: 5 }],
      [{ $group: { _id: null, samp: { $stdDevSamp: '$v' }, pop: { $stdDevPop: '$v' } } }],
      [{ _id: null, samp: null, pop: 0 }],
    ],
    [
      '$stdDevPop of nothing is null',
      [{ v: 'x' }],
      [{ $group: { _id: null, samp: { $stdDevSamp: '$v' }, pop: { $stdDevPop: '$v' } } }],
      [{ _id: null, samp: null, pop: null }],
    ],
    [
      '$first and $last of what is missing are null',
      [{ a: 1 }, {}],
      [{ $group: { _id: null, first: { $first: '$a' }, last: { $last: '$a' } } }],
      [{ _id: null, first: 1, last: null }],
    ],
    [
      '$mergeObjects in a group',
      [{ o: { a: 1 } }, {}, { o: { a: 2, b: 3 } }],
      [{ $group: { _id: null, o: { $mergeObjects: '$o' } } }],
      [{ _id: null, o: { a: 2, b: 3 } }],
    ],
    [
      '$sortByCount',
      [{ t: 'a' }, { t: 'b' }, { t: 'b' }],
      [{ $sortByCount: '$t' }],
      [
        { _id: 'b', count: 2 },
        { _id: 'a', count: 1 },
      ],
    ],
    [
      '$bucketAuto parts evenly and never equal values',
      [5, 1, 3, 3, 3, 9].map((v) => ({ v })),
      [{ $bucketAuto: { groupBy: '$v', buckets: 3 } }],
      [
        { _id: { min: 1, max: 5 }, count: 4 },
        { _id: { min: 5, max: 9 }, count: 2 },
      ],
    ],
    ['$replaceWith', [{ o: { a: 1 }, b: 2 }], [{ $replaceWith: { $mergeObjects: ['$o', { b: '$b' }] } }], [{ a: 1, b: 2 }]],
    [
      '$limit, $skip and $sort of arrays by their least',
      [{ a: [3, 9] }, { a: 4 }, { a: [] }, {}],
      [{ $sort: { a: 1 } }, { $skip: 1 }, { $limit: 2 }],
      [{}, { a: [3, 9] }],
    ],
    [
      '$lookup puts what it finds where `as` says',
      [{ _id: 1, o: { x: 1 } }],
      [{ $lookup: { from: 'x', localField: 'n', foreignField: 'n', as: 'o.found.all' } }],
      [{ _id: 1, o: { x: 1, found: { all: [] } } }],
    ],
  ])('%s', (_title, documents, stages, expected) => {
    const result = run(documents, ...stages)
    expect(result).toEqual(expected)
    // toEqual does not mind the order of keys, MongoDB does.
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected))
  })

  it.each<[string, Document]>(
    [
      ['both kinds', { $project: { a: 1, b: 0 } }],
      ['Path collision', { $project: { a: 1, 'a.b': 1 } }],
      ['Path collision', { $addFields: { 'a.b': 1, a: 2 } }],
      ['newRoot', { $replaceRoot: { newRoot: '$a' } }],
      ['$graphLookup', { $graphLookup: {} }],
      ['$redact', { $redact: '$$KEEP' }],
      ['$setWindowFields', { $setWindowFields: {} }],
      ['$densify', { $densify: {} }],
      ['$fill', { $fill: {} }],
      ['$documents', { $documents: [] }],
      ['$top', { $group: { _id: null, a: { $top: {} } } }],
      ['$percentile', { $group: { _id: null, a: { $percentile: {} } } }],
      ['accumulator', { $group: { _id: null, a: 1 } }],
      ['_id', { $group: { a: { $sum: 1 } } }],
      ['granularity', { $bucketAuto: { groupBy: '$a', buckets: 2, granularity: 'R5' } }],
      ['name', { $unwind: { path: '$a', includeArrayIndex: 5 } }],
      ['prefixed', { $unwind: 'a' }],
      ['undefined variable: x', { $project: { a: '$$x' } }],
      ['toString', { toString: 1 }],
      ['constructor', { constructor: {} }],
    ].map(([name, stage]) => [name === 'both kinds' ? 'exclusion and inclusion' : name, stage] as [string, Document]),
  )('%s: %j is refused', (name, stage) => {
    expect(() => run([{ a: 1 }], stage)).toThrow(name)
  })
})

describe('expressions', () => {
  const root: Document = {
    a: [{ b: 1 }, { b: 2 }, 5, [{ b: 3 }]],
    s: '张三abc',
    n: null,
    o: { x: { y: 1 } },
    list: [3, 1, 2],
    d: day('2026-01-01'),
  }

  it.each<[Value, Value | undefined]>([
    // Paths: through arrays, never by number, and only what the document itself has.
    ['$a.b', [1, 2]],
    ['$a.0', []],
    ['$o.x.y', 1],
    ['$s.length', undefined],
    ['$d.getTime', undefined],
    ['$list.length', []],
    ['$constructor', undefined],
    ['$o.toString', undefined],
    ['$$ROOT.o.x', { y: 1 }],
    ['$$NOW', new Date(Date.UTC(2026, 10, 29))],
    [{ $literal: '$a' }, '$a'],
    [{ x: '$nothing', y: 1 }, { y: 1 }],
    // Nothing in, null out.
    [{ $add: [1, null] }, null],
    [{ $subtract: ['$nothing', 1] }, null],
    [{ $concat: ['a', '$nothing'] }, null],
    [{ $size: { $ifNull: ['$nothing', []] } }, 0],
    [{ $arrayElemAt: ['$list', 9] }, undefined],
    [{ $arrayElemAt: ['$list', -1] }, 2],
    // Numbers.
    [{ $add: [day('2026-01-01'), 86_400_000] }, day('2026-01-02')],
    [{ $subtract: [day('2026-01-02'), day('2026-01-01')] }, 86_400_000],
    [{ $mod: [-7, 3] }, -1],
    [{ $round: [2.5] }, 2],
    [{ $round: [3.5] }, 4],
    [{ $round: [-2.5] }, -2],
    [{ $round: [1.005, 2] }, 1],
    [{ $round: [1234, -2] }, 1200],
    [{ $trunc: [-7.89, 1] }, -7.8],
    [{ $pow: [2, 10] }, 1024],
    [{ $log: [8, 2] }, 3],
    [{ $abs: [-3] }, 3],
    // Logic: an empty text is true.
    [{ $and: [] }, true],
    [{ $or: [] }, false],
    [{ $and: ['', '$o'] }, true],
    [{ $not: [0] }, true],
    [{ $cond: ['', 'yes', 'no'] }, 'yes'],
    [{ $cond: { if: null, then: 1, else: 2 } }, 2],
    [
      {
        $switch: {
          branches: [
            { case: false, then: 1 },
            { case: 1, then: 2 },
          ],
          default: 3,
        },
      },
      2,
    ],
    [{ $ifNull: ['$nothing', null, 'x'] }, 'x'],
    [{ $cmp: ['a', 5] }, 1],
    [{ $lt: ['$nothing', null] }, true],
    [{ $let: { vars: { x: 2, y: '$list' }, in: { $multiply: ['$$x', { $size: '$$y' }] } } }, 6],
    // Arrays.
    [{ $slice: ['$list', -2] }, [1, 2]],
    [{ $slice: ['$list', 1, 1] }, [1]],
    [{ $range: [0, 10, 4] }, [0, 4, 8]],
    [{ $range: [3, 0, -1] }, [3, 2, 1]],
    [{ $indexOfArray: ['$list', 2] }, 2],
    [{ $in: [1, '$list'] }, true],
    [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [{ $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', 2] } } }, [6, 2, 4]],
    [{ $filter: { input: '$list', cond: { $gt: ['$$this', 1] } } }, [3, 2]],
    [{ $zip: { inputs: [[1, 2], ['a']] } }, [[1, 'a']]],
    [
      { $zip: { inputs: [[1, 2], ['a']], useLongestLength: true, defaults: [0, 'z'] } },
      [
        [1, 'a'],
        [2, 'z'],
      ],
    ],
    [
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    [{ $objectToArray: '$o' }, [{ k: 'x', v: { y: 1 } }]],
    [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]],
    [{ $reverseArray: '$list' }, [2, 1, 3]],
    [{ $max: '$list' }, 3],
    [{ $max: ['$list', 9] }, [3, 1, 2]],
    [{ $sum: ['$list', 4] }, 4],
    // Sets: the order of keys counts.
    [
      {
        $setEquals: [
          [1, 2, 1],
          [2, 1],
        ],
      },
      true,
    ],
    [{ $setEquals: [[{ a: 1, b: 2 }], [{ b: 2, a: 1 }]] }, false],
    [
      {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
      [1, 2, 3],
    ],
    [
      {
        $setIntersection: [
          [1, 2, 2],
          [2, 3],
        ],
      },
      [2],
    ],
    [{ $setDifference: [[1, 2], [2]] }, [1]],
    [{ $setIsSubset: [[1], [1, 2]] }, true],
    [{ $allElementsTrue: [['', 1]] }, true],
    [{ $anyElementTrue: [[0, null]] }, false],
    // Texts: bytes and code points.
    [{ $indexOfCP: ['$s', 'abc'] }, 2],
    [{ $indexOfBytes: ['$s', 'abc'] }, 6],
    [{ $indexOfCP: ['😀b', 'b'] }, 1],
    [{ $indexOfCP: ['aXbX', 'X', 2] }, 3],
    [{ $indexOfCP: ['abc', 'c', 0, 2] }, -1],
    [{ $indexOfCP: ['abc', ''] }, 0],
    [{ $indexOfCP: [null, 'a'] }, null],
    [{ $strLenCP: '$s' }, 5],
    [{ $strLenBytes: '$s' }, 9],
    [{ $substrCP: ['$s', 1, 2] }, '三a'],
    [{ $toUpper: 'aé' }, 'Aé'],
    [{ $toLower: null }, ''],
    [{ $split: ['a-b-', '-'] }, ['a', 'b', '']],
    [{ $strcasecmp: ['ab', 'AB'] }, 0],
    [{ $trim: { input: ' a ' } }, 'a'],
    [{ $ltrim: { input: 'xxa', chars: 'x' } }, 'a'],
    [{ $replaceAll: { input: 'a.a', find: '.', replacement: { $literal: '$&' } } }, 'a$&a'],
    [{ $regexMatch: { input: 'Abc', regex: '^a', options: 'i' } }, true],
    // Types.
    [{ $type: '$nothing' }, 'missing'],
    [{ $type: '$d' }, 'date'],
    [{ $toInt: '12' }, 12],
    [{ $toInt: -1.9 }, -1],
    [{ $toDouble: '1e3' }, 1000],
    [{ $toString: '$d' }, '2026-01-01T00:00:00.000Z'],
    [{ $toBool: '' }, true],
    [{ $toDate: '2026-01-01' }, day('2026-01-01')],
    [{ $mergeObjects: ['$o', null, { z: 1 }] }, { x: { y: 1 }, z: 1 }],
  ])('%j is %j', (expression, expected) => {
    const result = value(expression, root)
    expect(result).toEqual(expected)
    expect(Object.is(result, -0)).toBe(false)
  })

  it.each<[Value]>([
    [{ $size: '$n' }],
    [{ $size: [[1], [2]] }],
    [{ $add: ['a', 1] }],
    [{ $divide: [1, 0] }],
    [{ $concat: ['a', 1] }],
    [{ $in: [1, 5] }],
    [{ $arrayElemAt: ['x', 0] }],
    [{ $range: [0, 1, 0] }],
    [{ $range: [0, 50_000_000] }],
    [{ $substrBytes: ['张', 1, 1] }],
    [{ $split: ['a', ''] }],
    [{ $toInt: 'x' }],
    [{ $toInt: 3e9 }],
    [{ $year: 'x' }],
    [{ $dateToString: { date: '$d', format: '%Q' } }],
    [{ $dateToString: { date: '$d', timezone: 'Mars/Here' } }],
    [{ $dateFromString: { dateString: '2026-02-30' } }],
    [{ $strLenCP: null }],
    [{ $mergeObjects: [1] }],
    [{ $map: { input: 'x', in: 1 } }],
    [{ $add: 1, $subtract: 1 }],
    [{ $map: { input: [], as: 'Big', in: 1 } }],
    [{ $filter: { input: [], cond: 1, more: 1 } }],
    [{ constructor: 1, $add: 1 }],
    [{ $constructor: 1 }],
    [{ $arrayToObject: [[['__proto__', 1]]] }],
    [{ $round: [1, 0.5] }],
    [{ $sampleRate: 1 }],
    [{ $function: {} }],
    [{ $dateTrunc: {} }],
    [{ $meta: 'textScore' }],
  ])('%j is refused', (expression) => {
    expect(() => value(expression, root)).toThrow()
  })
})

describe('weeks', () => {
  // From the manual, GNU date (%U %V %G %u %j) and the calendar.
  it.each([
    ['2016-01-01', 0, 53, 2015, 5, 6, 1],
    ['2016-01-03', 1, 53, 2015, 7, 1, 3],
    ['2016-01-04', 1, 1, 2016, 1, 2, 4],
    ['2017-01-01', 1, 52, 2016, 7, 1, 1],
    ['2018-12-31', 52, 1, 2019, 1, 2, 365],
    ['2020-12-31', 52, 53, 2020, 4, 5, 366],
    ['2021-01-03', 1, 53, 2020, 7, 1, 3],
    ['2022-01-01', 0, 52, 2021, 6, 7, 1],
    ['2024-02-29', 8, 9, 2024, 4, 5, 60],
    ['2024-12-30', 52, 1, 2025, 1, 2, 365],
    ['2026-11-29', 48, 48, 2026, 7, 1, 333],
    ['2027-01-03', 1, 53, 2026, 7, 1, 3],
  ])('%s', (date, week, isoWeek, isoWeekYear, isoDay, weekday, dayOfYear) => {
    const at = day(date)
    expect(['$week', '$isoWeek', '$isoWeekYear', '$isoDayOfWeek', '$dayOfWeek', '$dayOfYear'].map((name) => value({ [name]: at }))).toEqual(
      [week, isoWeek, isoWeekYear, isoDay, weekday, dayOfYear],
    )
    const two = (number: number) => String(number).padStart(2, '0')
    expect(value({ $dateToString: { date: at, format: '%U %V %G %u %w %j' } })).toBe(
      `${two(week)} ${two(isoWeek)} ${isoWeekYear} ${isoDay} ${weekday} ${String(dayOfYear).padStart(3, '0')}`,
    )
    expect(value({ $dateFromParts: { isoWeekYear, isoWeek, isoDayOfWeek: isoDay } })).toEqual(at)
  })

  it('and hours are those of the zone', () => {
    const at = new Date('2026-12-31T16:30:05.007Z')
    expect(value({ $year: { date: at, timezone: 'Asia/Shanghai' } })).toBe(2027)
    expect(value({ $hour: { date: at, timezone: '-0330' } })).toBe(13)
    expect(value({ $dateToParts: { date: at, timezone: '+08:00' } })).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      hour: 0,
      minute: 30,
      second: 5,
      millisecond: 7,
    })
    expect(value({ $dateToString: { date: at, format: '%d/%m/%Y %H:%M:%S.%L %z %Z %%', timezone: 'Asia/Shanghai' } })).toBe(
      '01/01/2027 00:30:05.007 +0800 +480 %',
    )
    expect(value({ $dateToString: { date: at } })).toBe('2026-12-31T16:30:05.007Z')
    expect(value({ $dateFromString: { dateString: '2027-01-01 00:30', timezone: 'Asia/Shanghai' } })).toEqual(
      new Date('2026-12-31T16:30:00Z'),
    )
    expect(value({ $dateFromString: { dateString: 'soon', onError: 'no date' } })).toBe('no date')
    expect(value({ $dateFromParts: { year: 2026, month: 14, day: 0, timezone: 'Asia/Shanghai' } })).toEqual(
      new Date('2027-01-30T16:00:00Z'),
    )
    expect(value({ $dateToString: { date: new Date('2024-07-01T00:00:00Z'), format: '%H %z', timezone: 'America/New_York' } })).toBe(
      '20 -0400',
    )
  })
})
