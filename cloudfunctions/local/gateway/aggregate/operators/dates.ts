import { badRequest } from '../../door/errors'
import { isDocument, type Document, type Value } from '../../query/values'
import { integer, isMissing, members, text, type Build, type Env, type Eval, type Scope } from '../scope'
import { day, dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, isoYearStart, month, utc, week, year } from './calendar'
import { fromLocal, parseDate } from './date-text'
import { formatDate } from './format-date'
import { offsetMinutes } from './time-zone'

type Given = Value | undefined

function dateOf(name: string, value: Given): Date {
  if (value instanceof Date) return value
  throw badRequest(`${name} needs a date, not ${JSON.stringify(value)}`)
}

/** A date moved so that its UTC parts are those of the zone's clock. */
const local = (date: Date, timezone: string) => new Date(date.getTime() + offsetMinutes(timezone, date) * 60_000)

const zoneOf = (name: string, expression: Given, scope: Scope): ((env: Env) => string | null) => {
  if (expression === undefined) return () => 'UTC'
  const zone = scope.compile(expression)
  return (env) => {
    const value = zone(env)
    return isMissing(value) ? null : text(name, value)
  }
}

/** `{$year: date}` or `{$year: {date, timezone}}`. */
const part =
  (name: string, compute: (at: Date) => number): Build =>
  (argument, scope) => {
    const given =
      isDocument(argument) && !Object.keys(argument)[0]?.startsWith('$')
        ? members(name, argument, ['date'], ['timezone'])
        : { date: Array.isArray(argument) && argument.length === 1 ? argument[0] : argument, timezone: undefined }
    const [date, zone] = [scope.compile(given.date as Value), zoneOf(name, given.timezone, scope)]
    return (env) => {
      const [value, timezone] = [date(env), zone(env)]
      return isMissing(value) || timezone === null ? null : compute(local(dateOf(name, value), timezone))
    }
  }

const toText: Build = (argument, scope) => {
  const given = members('$dateToString', argument, ['date'], ['format', 'timezone', 'onNull'])
  const compiled = (value: Given, otherwise: Value): Eval => (value === undefined ? () => otherwise : scope.compile(value))
  const [date, zone, instead] = [
    scope.compile(given.date as Value),
    zoneOf('$dateToString', given.timezone, scope),
    compiled(given.onNull, null),
  ]
  const format = given.format === undefined ? undefined : scope.compile(given.format)
  return (env) => {
    const [value, timezone] = [date(env), zone(env)]
    if (isMissing(value)) return instead(env)
    if (timezone === null) return null
    const wanted = format ? format(env) : `%Y-%m-%dT%H:%M:%S.%L${/^(UTC|GMT|Z)$/.test(timezone) ? 'Z' : ''}`
    return isMissing(wanted) ? null : formatDate(dateOf('$dateToString', value), text('$dateToString', wanted), timezone)
  }
}

const toParts: Build = (argument, scope) => {
  const given = members('$dateToParts', argument, ['date'], ['timezone', 'iso8601'])
  const [date, zone, iso] = [
    scope.compile(given.date as Value),
    zoneOf('$dateToParts', given.timezone, scope),
    scope.compile(given.iso8601 ?? false),
  ]
  return (env) => {
    const [value, timezone] = [date(env), zone(env)]
    if (isMissing(value) || timezone === null) return null
    const at = local(dateOf('$dateToParts', value), timezone)
    const days: Document =
      iso(env) === true
        ? { isoWeekYear: isoWeekYear(at), isoWeek: isoWeek(at), isoDayOfWeek: isoDayOfWeek(at) }
        : { year: year(at), month: month(at), day: day(at) }
    return { ...days, hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), millisecond: at.getUTCMilliseconds() }
  }
}

/** Values past their range carry over, as in MongoDB: month 14 is February of the next year. */
const fromParts: Build = (argument, scope) => {
  const iso = isDocument(argument) && Object.hasOwn(argument, 'isoWeekYear')
  const names = [
    ...(iso ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day']),
    'hour',
    'minute',
    'second',
    'millisecond',
  ]
  const given = members('$dateFromParts', argument, [names[0] as string], [...names.slice(1), 'timezone'])
  const parts = names.map((name, i) => scope.compile(given[name] ?? (i < 3 ? 1 : 0)))
  const zone = zoneOf('$dateFromParts', given.timezone, scope)
  return (env) => {
    const [values, timezone] = [parts.map((one) => one(env)), zone(env)]
    if (values.some(isMissing) || timezone === null) return null
    const [a, b, c, ...time] = values.map((value) => integer('$dateFromParts', value)) as [number, number, number, ...number[]]
    if (a < 1 || a > 9999) throw badRequest('$dateFromParts needs a year between 1 and 9999')
    const [hour = 0, minute = 0, second = 0, millisecond = 0] = time
    const days = iso ? isoYearStart(a) + ((b - 1) * 7 + (c - 1)) * 86_400_000 : utc(a, b - 1, c)
    const at = new Date(days + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond)
    if (Number.isNaN(at.getTime())) throw badRequest('$dateFromParts: the date is out of range')
    return fromLocal(at, timezone)
  }
}

const fromText: Build = (argument, scope) => {
  const given = members('$dateFromString', argument, ['dateString'], ['timezone', 'onError', 'onNull'])
  const [date, zone] = [scope.compile(given.dateString as Value), zoneOf('$dateFromString', given.timezone, scope)]
  const [onError, onNull] = [given.onError, given.onNull].map((value) => (value === undefined ? undefined : scope.compile(value)))
  return (env) => {
    const [value, timezone] = [date(env), zone(env)]
    if (isMissing(value)) return onNull ? onNull(env) : null
    if (timezone === null) return null
    try {
      return parseDate(text('$dateFromString', value), timezone)
    } catch (error) {
      if (onError) return onError(env)
      throw error
    }
  }
}

export const DATES: Record<string, Build> = {
  $year: part('$year', year),
  $month: part('$month', month),
  $dayOfMonth: part('$dayOfMonth', day),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $dayOfWeek: part('$dayOfWeek', dayOfWeek),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $week: part('$week', week),
  $isoWeek: part('$isoWeek', isoWeek),
  $isoWeekYear: part('$isoWeekYear', isoWeekYear),
  $hour: part('$hour', (at) => at.getUTCHours()),
  $minute: part('$minute', (at) => at.getUTCMinutes()),
  $second: part('$second', (at) => at.getUTCSeconds()),
  $millisecond: part('$millisecond', (at) => at.getUTCMilliseconds()),
  $dateToString: toText,
  $dateToParts: toParts,
  $dateFromParts: fromParts,
  $dateFromString: fromText,
}
