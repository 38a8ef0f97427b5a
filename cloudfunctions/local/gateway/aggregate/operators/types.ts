import { badRequest } from '../../door/errors'
import { isDocument, type Value } from '../../query/values'
import { isMissing, operator, type Build } from '../scope'
import { parseDate } from './date-text'
import { plainText } from './strings'

type Given = Value | undefined

function typeOf(value: Given): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'number') return !Number.isInteger(value) ? 'double' : Math.abs(value) <= 0x7fffffff ? 'int' : 'long'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return isDocument(value) ? 'object' : 'regex'
}

const cannot = (name: string, value: Given) => badRequest(`${name} cannot convert ${typeOf(value)} ${JSON.stringify(value)}`)

function toNumber(name: string, value: Given, form: RegExp): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string' && form.test(value)) return Number(value)
  throw cannot(name, value)
}

function whole(name: string, value: Given, limit: number): number {
  if (name === '$toInt' && value instanceof Date) throw cannot(name, value)
  const number = Math.trunc(toNumber(name, value, /^[+-]?\d+$/))
  if (!(Math.abs(number) <= limit)) throw badRequest(`${name}: the number is out of range`)
  return number
}

function toDate(value: Given): Date {
  if (value instanceof Date) return value
  if (typeof value === 'string') return parseDate(value, 'UTC')
  if (typeof value !== 'number') throw cannot('$toDate', value)
  const date = new Date(Math.trunc(value))
  if (Number.isNaN(date.getTime())) throw cannot('$toDate', value)
  return date
}

/** Null or missing in, null out. */
const conversion = (name: string, convert: (value: Value) => Value): Build =>
  operator(name, 1, 1, (value) => (isMissing(value) ? null : convert(value)))

export const TYPES: Record<string, Build> = {
  $type: operator('$type', 1, 1, typeOf),
  $isNumber: operator('$isNumber', 1, 1, (value) => typeof value === 'number'),
  $toString: conversion('$toString', (value) => (typeof value === 'boolean' ? String(value) : plainText('$toString', value))),
  $toInt: conversion('$toInt', (value) => whole('$toInt', value, 0x7fffffff)),
  $toLong: conversion('$toLong', (value) => whole('$toLong', value, Number.MAX_SAFE_INTEGER)),
  $toDouble: conversion('$toDouble', (value) => toNumber('$toDouble', value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i)),
  $toBool: conversion('$toBool', (value) => value !== false && value !== 0),
  $toDate: conversion('$toDate', toDate),
}
