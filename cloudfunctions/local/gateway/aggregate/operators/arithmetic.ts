import { badRequest } from '../../door/errors'
import type { Value } from '../../query/values'
import { isMissing, operator, type Build } from '../scope'

type Given = Value | undefined

function number(name: string, value: Given): number {
  if (typeof value !== 'number') throw badRequest(`${name} only supports numeric types, not ${JSON.stringify(value)}`)
  return value
}

/** Null or missing in, null out. */
const ofOne = (name: string, compute: (value: number) => number): Build =>
  operator(name, 1, 1, (value) => (isMissing(value) ? null : compute(number(name, value))))

const ofTwo = (name: string, compute: (a: number, b: number) => number): Build =>
  operator(name, 2, 2, (a, b) => (isMissing(a) || isMissing(b) ? null : compute(number(name, a), number(name, b))))

function only(name: string, holds: boolean, what: string): void {
  if (!holds) throw badRequest(`${name} ${what}`)
}

/** Numbers add up; one of them may be a date, to which the others are milliseconds. */
function add(...values: Given[]): Value {
  if (values.some(isMissing)) return null
  const dates = values.filter((value) => value instanceof Date)
  if (dates.length > 1) throw badRequest('only one date allowed in an $add expression')
  const sum = values.reduce<number>((total, value) => total + (value instanceof Date ? value.getTime() : number('$add', value)), 0)
  return dates.length > 0 ? new Date(sum) : sum
}

function subtract(a: Given, b: Given): Value {
  if (isMissing(a) || isMissing(b)) return null
  if (a instanceof Date) return b instanceof Date ? a.getTime() - b.getTime() : new Date(a.getTime() - number('$subtract', b))
  return number('$subtract', a) - number('$subtract', b)
}

/** `$round` goes to the even neighbour when both are as near. */
function halfToEven(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

const toPlace = (name: string, whole: (value: number) => number): Build =>
  operator(name, 1, 2, (value, place) => {
    if (isMissing(value) || place === null) return null
    const digits = place === undefined ? 0 : number(name, place)
    only(name, Number.isInteger(digits) && digits >= -20 && digits <= 100, 'needs a place between -20 and 100')
    const given = number(name, value)
    if (!Number.isFinite(given)) return given
    // Through the decimal form, since 1.005 × 100 is not 100.5 in binary.
    const shifted = Number(`${given}e${digits}`)
    return Number.isNaN(shifted) ? whole(given) : Number(`${whole(shifted)}e${-digits}`)
  })

export const ARITHMETIC: Record<string, Build> = {
  $add: operator('$add', 0, Infinity, add),
  $subtract: operator('$subtract', 2, 2, subtract),
  $multiply: operator('$multiply', 0, Infinity, (...values) =>
    values.some(isMissing) ? null : values.reduce<number>((product, value) => product * number('$multiply', value), 1),
  ),
  $divide: ofTwo('$divide', (a, b) => {
    only('$divide', b !== 0, "can't divide by zero")
    return a / b
  }),
  $mod: ofTwo('$mod', (a, b) => {
    only('$mod', b !== 0, "can't $mod by zero")
    return a % b
  }),
  $abs: ofOne('$abs', Math.abs),
  $ceil: ofOne('$ceil', Math.ceil),
  $floor: ofOne('$floor', Math.floor),
  $round: toPlace('$round', halfToEven),
  $trunc: toPlace('$trunc', Math.trunc),
  $sqrt: ofOne('$sqrt', (value) => {
    only('$sqrt', !(value < 0), 'needs a number that is not negative')
    return Math.sqrt(value)
  }),
  $exp: ofOne('$exp', Math.exp),
  $ln: ofOne('$ln', (value) => {
    only('$ln', !(value <= 0), 'needs a positive number')
    return Math.log(value)
  }),
  $log10: ofOne('$log10', (value) => {
    only('$log10', !(value <= 0), 'needs a positive number')
    return Math.log10(value)
  }),
  $log: ofTwo('$log', (value, base) => {
    only('$log', !(value <= 0) && !(base <= 0) && base !== 1, 'needs positive numbers and a base other than 1')
    return Math.log(value) / Math.log(base)
  }),
  $pow: ofTwo('$pow', (base, exponent) => {
    only('$pow', base !== 0 || !(exponent < 0), 'cannot take a base of 0 and a negative exponent')
    return base ** exponent
  }),
}
