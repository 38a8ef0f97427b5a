import { makeRegExp } from '../../door/ejson'
import { badRequest } from '../../door/errors'
import { linearTest } from '../../filter/regex'
import type { Value } from '../../query/values'
import { integer, isMissing, members, operator, text, type Build, type Eval } from '../scope'

type Given = Value | undefined

/** As long as a whole document may be on CloudBase. */
const MAX_TEXT = 16 * 1024 * 1024

/** Numbers and dates stand for their text, null for none; anything else is refused. */
export function plainText(name: string, value: Given): string {
  if (isMissing(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw badRequest(`${name} cannot take ${JSON.stringify(value)} for a string`)
}

/** MongoDB changes the case of A–Z only. */
const upper = (value: string) => value.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
const lower = (value: string) => value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

const notNegative = (name: string, value: Given) => {
  const number = integer(name, value)
  if (number < 0) throw badRequest(`${name} needs a number that is not negative`)
  return number
}

/** A negative length means the rest of the string; both numbers count UTF-8 bytes. */
function substrBytes(value: Given, start: Given, length: Given): string {
  const [from, count] = [integer('$substrBytes', start), integer('$substrBytes', length)]
  if (from < 0) return ''
  const bytes = Buffer.from(plainText('$substrBytes', value))
  const splits = (at: number) => at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (splits(from) || (count >= 0 && splits(from + count)))
    throw badRequest('$substrBytes: Invalid range, the string would be cut within a UTF-8 character')
  return bytes.subarray(from, count < 0 ? undefined : from + count).toString()
}

function substrCP(value: Given, start: Given, length: Given): string {
  const from = notNegative('$substrCP', start)
  return [...plainText('$substrCP', value)].slice(from, from + notNegative('$substrCP', length)).join('')
}

function concat(...values: Given[]): Value {
  if (values.some(isMissing)) return null
  const parts = values.map((value) => text('$concat', value))
  if (parts.reduce((sum, part) => sum + part.length, 0) > MAX_TEXT)
    throw badRequest(`$concat would make a string of more than ${MAX_TEXT} characters`)
  return parts.join('')
}

function split(value: Given, by: Given): Value {
  if (isMissing(value) || isMissing(by)) return null
  const delimiter = text('$split', by)
  if (delimiter === '') throw badRequest('$split requires a non-empty separator')
  return text('$split', value).split(delimiter)
}

/** Where a string begins in another, counted in code points or bytes from its beginning; -1 if it does not. */
const indexOf = (name: string, units: (value: string) => ArrayLike<unknown>): Build =>
  operator(name, 2, 4, (value, wanted, start, end) => {
    if (isMissing(value)) return null
    const [all, part] = [units(text(name, value)), units(text(name, wanted))]
    const from = start === undefined ? 0 : notNegative(name, start)
    const to = Math.min(end === undefined ? all.length : notNegative(name, end), all.length)
    for (let at = from; at + part.length <= to; at++) {
      let same = 0
      while (same < part.length && all[at + same] === part[same]) same++
      if (same === part.length) return at
    }
    return -1
  })

/** MongoDB's white space: U+0000 and the spaces of Unicode. */
const BLANK = new Set([
  '\0',
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  ...Array.from({ length: 11 }, (_, i) => String.fromCharCode(0x2000 + i)),
])

const trim =
  (name: string, start: boolean, end: boolean): Build =>
  (argument, scope) => {
    const { input, chars } = members(name, argument, ['input'], ['chars'])
    const [value, unwanted] = [scope.compile(input as Value), chars === undefined ? undefined : scope.compile(chars)]
    return (env) => {
      const [given, signs] = [value(env), unwanted?.(env)]
      if (isMissing(given) || signs === null) return null
      const blank = signs === undefined ? BLANK : new Set(text(name, signs))
      const letters = [...text(name, given)]
      let [from, to] = [0, letters.length]
      while (start && from < to && blank.has(letters[from] as string)) from++
      while (end && to > from && blank.has(letters[to - 1] as string)) to--
      return letters.slice(from, to).join('')
    }
  }

const replace =
  (name: string, change: (value: string, find: string, replacement: string) => string): Build =>
  (argument, scope) => {
    const given = members(name, argument, ['input', 'find', 'replacement'])
    const parts = [given.input, given.find, given.replacement].map((part) => scope.compile(part as Value))
    return (env) => {
      const values = parts.map((part) => part(env))
      if (values.some(isMissing)) return null
      const [value, find, replacement] = values.map((one) => text(name, one)) as [string, string, string]
      return change(value, find, replacement)
    }
  }

const regexMatch: Build = (argument, scope) => {
  const given = members('$regexMatch', argument, ['input', 'regex'], ['options'])
  const [input, regex] = [scope.compile(given.input as Value), scope.compile(given.regex as Value)] as [Eval, Eval]
  const options = given.options === undefined ? '' : text('$regexMatch', given.options)
  return (env) => {
    const [value, pattern] = [input(env), regex(env)]
    if (isMissing(value) || isMissing(pattern)) return false
    const expression =
      pattern instanceof RegExp ? makeRegExp(pattern.source, options || pattern.flags) : makeRegExp(text('$regexMatch', pattern), options)
    return linearTest(expression)(text('$regexMatch', value))
  }
}

export const STRINGS: Record<string, Build> = {
  $concat: operator('$concat', 0, Infinity, concat),
  $split: operator('$split', 2, 2, split),
  $substr: operator('$substr', 3, 3, substrBytes),
  $substrBytes: operator('$substrBytes', 3, 3, substrBytes),
  $substrCP: operator('$substrCP', 3, 3, substrCP),
  $toLower: operator('$toLower', 1, 1, (value) => lower(plainText('$toLower', value))),
  $toUpper: operator('$toUpper', 1, 1, (value) => upper(plainText('$toUpper', value))),
  $strcasecmp: operator('$strcasecmp', 2, 2, (a, b) =>
    Buffer.from(upper(plainText('$strcasecmp', a))).compare(Buffer.from(upper(plainText('$strcasecmp', b)))),
  ),
  $strLenBytes: operator('$strLenBytes', 1, 1, (value) => Buffer.byteLength(text('$strLenBytes', value))),
  $strLenCP: operator('$strLenCP', 1, 1, (value) => [...text('$strLenCP', value)].length),
  $indexOfBytes: indexOf('$indexOfBytes', (value) => Buffer.from(value)),
  $indexOfCP: indexOf('$indexOfCP', (value) => [...value]),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replace('$replaceOne', (value, find, replacement) => value.replace(find, () => replacement)),
  $replaceAll: replace('$replaceAll', (value, find, replacement) => {
    if (value.length + (value.split(find).length + 1) * replacement.length > MAX_TEXT)
      throw badRequest(`$replaceAll would make a string of more than ${MAX_TEXT} characters`)
    return value.replaceAll(find, () => replacement)
  }),
  $regexMatch: regexMatch,
}
