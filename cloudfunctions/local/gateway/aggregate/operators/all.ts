import type { Build } from '../scope'
import { ARITHMETIC } from './arithmetic'
import { ARRAYS } from './arrays'
import { DATES } from './dates'
import { LOGIC } from './logic'
import { SETS } from './sets'
import { STATISTICS } from './statistics'
import { STRINGS } from './strings'
import { TYPES } from './types'

/** Every expression operator: all that CloudBase's SDK knows, and a few more. */
export const OPERATORS: Record<string, Build> = {
  ...ARITHMETIC,
  ...ARRAYS,
  ...DATES,
  ...LOGIC,
  ...SETS,
  ...STATISTICS,
  ...STRINGS,
  ...TYPES,
}
