import type { Document, Value } from '../query/values'

export type RangeOperator = 'gt' | 'gte' | 'lt' | 'lte'

/** A checked query: nothing unknown is left in it. Both the matcher and the SQL compiler read this. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; of: Filter[] }
  | { kind: 'expr'; expression: Value }
  | { kind: 'schema'; schema: Document }
  | { kind: 'field'; path: string; condition: Condition }

/** What is asked of one field. `$ne`, `$nin` and `$exists: false` are `not` of their positive form. */
export type Condition =
  | { op: 'eq'; value: Value }
  | { op: RangeOperator; value: Value }
  | { op: 'in'; values: Value[] }
  | { op: 'regex'; pattern: RegExp }
  | { op: 'exists' }
  | { op: 'size'; size: number }
  | { op: 'mod'; divisor: number; remainder: number }
  | { op: 'type'; types: string[] }
  | { op: 'all' | 'not' | 'elemMatchValue'; of: Condition[] }
  | { op: 'elemMatchObject'; filter: Filter }

export const EVERYTHING: Filter = { kind: 'and', of: [] }
