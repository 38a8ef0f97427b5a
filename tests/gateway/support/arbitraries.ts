import fc from 'fast-check'
import type { Document, Value } from '../../../cloudfunctions/local/gateway/query/values'

/** Few names and few values, so that filters and documents meet often. */
const name = fc.constantFrom('a', 'b', 'c', 'list')

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Value>(0, 1, 2, -1, 1.5, 10) },
  { weight: 4, arbitrary: fc.constantFrom<Value>('', 'a', 'ab', 'b', '中', '1', 'Z') },
  { weight: 2, arbitrary: fc.constant<Value>(null) },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constantFrom(-5, 0, 1_700_000_000_000).map((ms) => new Date(ms)) },
  { weight: 1, arbitrary: fc.constantFrom<Value>('a\u0000b', 'x\ud800', '\u{1F600}', '\uE000', 2 ** 60, NaN, Infinity, -Infinity) },
)

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 2, noNullPrototype: true }) },
  ),
})).value

const fields = (content: fc.Arbitrary<Value>) => fc.dictionary(name, content, { maxKeys: 4, noNullPrototype: true })

export const documents = fc
  .array(fields(value), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((fieldsOf, i): Document => ({ _id: i % 3 === 0 ? i : `d${i}`, ...fieldsOf })))

/** Documents whose fields are scalars only: here SQL has to be exact. */
export const flatDocuments = fc
  .array(fields(scalar), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((fieldsOf, i): Document => ({ _id: `d${i}`, ...fieldsOf })))

const path = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 4, arbitrary: fc.tuple(name, name).map((parts) => parts.join('.')) },
  { weight: 1, arbitrary: fc.constantFrom('list.0', 'a.1.b', 'a.b.c', '_id', 'list.list') },
)

const regexp = fc.constantFrom(/^a/, /^ab?/, /b$/, /^中/, /A/i, /^a|z/, /./)

const range = fc.constantFrom('$gt', '$gte', '$lt', '$lte')

const condition: fc.Arbitrary<Value> = fc.letrec<{ condition: Value; operators: Document }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    { weight: 3, arbitrary: value },
    { weight: 1, arbitrary: regexp },
    { weight: 6, arbitrary: tie('operators') },
  ),
  operators: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(fc.constantFrom('$eq', '$ne'), value).map(([operator, operand]) => ({ [operator]: operand })),
    fc.tuple(range, value).map(([operator, operand]) => ({ [operator]: operand })),
    fc.tuple(range, scalar, range, scalar).map(([one, from, other, to]) => ({ [one]: from, [other]: to })),
    fc
      .tuple(
        fc.constantFrom('$in', '$nin'),
        fc.array(fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: regexp }), { maxLength: 3 }),
      )
      .map(([operator, operand]) => ({ [operator]: operand })),
    fc.boolean().map((wanted) => ({ $exists: wanted })),
    fc.nat({ max: 3 }).map((size) => ({ $size: size })),
    fc.array(value, { maxLength: 2 }).map((all) => ({ $all: all })),
    fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(0, 1)).map((mod) => ({ $mod: mod })),
    fc.constantFrom('string', 'number', 'array', 'date', 'null', 'object', 'bool').map((type) => ({ $type: type })),
    regexp.map((pattern) => ({ $regex: pattern.source, $options: pattern.flags })),
    fc.oneof(regexp, tie('operators')).map((operand) => ({ $not: operand })),
    tie('operators').map((operand) => ({ $elemMatch: operand })),
    fc.tuple(name, tie('condition')).map(([field, operand]) => ({ $elemMatch: { [field]: operand } })),
  ),
})).condition

const fieldQuery = fc.tuple(path, condition).map(([field, asked]): Document => ({ [field]: asked }))

export const queries: fc.Arbitrary<Document> = fc.letrec<{ query: Document }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small' },
    { weight: 6, arbitrary: fieldQuery },
    { weight: 2, arbitrary: fc.tuple(fieldQuery, fieldQuery).map(([one, other]) => ({ ...one, ...other })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('query'), { minLength: 1, maxLength: 3 }))
        .map(([operator, parts]) => ({ [operator]: parts })),
    },
  ),
})).query

export const orders: fc.Arbitrary<Record<string, 1 | -1>> = fc.dictionary(path, fc.constantFrom(1, -1), {
  maxKeys: 2,
  noNullPrototype: true,
})
