import { fen, yuan, type Fen } from '#domain/money/money'
import { readAmount } from '#domain/money/amounts'
import { compactOf, digitsOf, garbled, isBlank, textOf } from '#domain/files/cells'
import type { Day, Month } from '#domain/time/dates'
import { idOf } from '#domain/people/id-cell'
import { birthOf, idNumberFault, sexOf } from '#domain/people/id-number'
import { maskPhone } from '#domain/people/masks'
import { normaliseName } from '#domain/people/names'
import { joinPhones, readPhones } from '#domain/people/phones'
import type { Gazetteer } from '#domain/place/places'
import type { DataRow } from './data-rows'
import { plainHeading } from './headings'

/** The identity number in a column; the row is rejected when there is no sound one. */
export function readId<K extends string>(row: DataRow<K>, key: K): string {
  const { text, precisionLost, beside } = idOf(row.cell(key))
  const fault = precisionLost ? undefined : idNumberFault(text)
  if (text.includes(garbled)) row.reject(key, 'id_garbled')
  else if (precisionLost) row.reject(key, 'id_precision_lost')
  else if (fault === 'length') row.reject(key, `id_length_${text.length}`)
  else if (fault) row.reject(key, idFaults[fault])
  else if (beside !== undefined) row.warn('id_with_words', beside)
  return text
}
const idFaults = {
  missing: 'id_missing',
  characters: 'id_characters',
  'birth-date': 'id_birth_date',
  'check-digit': 'id_check_digit',
} as const

/** What programs leave of a rare character that they cannot write. */
const lost = new RegExp(`[?？□■〓${garbled}]`)

export function readName<K extends string>(row: DataRow<K>, key: K): string {
  const name = normaliseName(textOf(row.cell(key)))
  if (name === '') row.reject(key, 'name_missing')
  else if (lost.test(name)) row.reject(key, 'name_garbled')
  else if (/[*(（]|^[\d·]+$/.test(name)) row.warn('name_unlike', name)
  return name
}

/** Sex and birth as written, against what the identity number says: a difference is somebody's slip to look at. */
export function compareWithId<K extends string>(row: DataRow<K>, id: string, genderKey: K, birthKey?: K): void {
  const gender = compactOf(row.cell(genderKey)).replace(/性$/, '')
  if (/^[男女]$/.test(gender) && gender !== sexOf(id)) row.warn('gender_differs_from_id', `表上${gender}，证上${sexOf(id)}`)
  if (!birthKey) return
  const birth = row.date(birthKey)
  if ('on' in birth && !birthOf(id).startsWith(birth.on)) row.warn('birth_differs_from_id', `表上 ${birth.on}，证上 ${birthOf(id)}`)
}

/**
 * An amount in 分; rejects the row when it is no number, and when there is none unless `blankIs` says what that means. A negative one and
 * one with parts of a 分 are remarked on; `negative` is the fault where it may not be.
 */
export function readFen<K extends string, B extends Fen | null = never>(
  row: DataRow<K>,
  key: K,
  { blankIs, negative }: { blankIs?: B; negative?: 'amount_negative' | 'receipt_negative' } = {},
): Fen | B {
  if (isSplit(row, key)) row.reject(key, 'amount_split')
  const read = readAmount(row.cell(key), row.unit(key), row.table.limitFen)
  if ('fen' in read) {
    const heading = plainHeading(row.table.headings.get(key))
    if (read.finer) row.warn('amount_below_fen', `“${heading}”写的是“${textOf(row.cell(key))}”，按 ${yuan(read.fen)} 元`)
    if (read.fen < 0 && negative) row.reject(key, negative)
    else if (read.fen < 0) row.warn('amount_negative', `“${heading}”写的是“${textOf(row.cell(key))}”`)
    return read.fen
  }
  if (read.fault === 'missing' && blankIs !== undefined) return blankIs
  row.reject(key, amountFaults[read.fault])
  return fen(0)
}

/** 1,201.50 without quotes where fields end at commas: its parts stand in two fields, and all that follows stands one too far. */
function isSplit<K extends string>({ table, cells }: DataRow<K>, key: K): boolean {
  const column = table.at.get(key) ?? cells.length
  const [first, second] = [cells[column], cells[column + 1]]
  if (typeof first !== 'string' || typeof second !== 'string' || !/^[¥￥]?\d{1,3}$/.test(compactOf(first))) return false
  const width = Math.max(-1, ...table.columns.map(({ text }, i) => (text === '' ? -1 : i))) + 1
  if (width === 0 || cells.length <= width) return false
  return (
    /^\d{3}\.\d+元?$/.test(compactOf(second)) || (/^\d{3}$/.test(compactOf(second)) && cells.slice(width).some((cell) => !isBlank(cell)))
  )
}

const amountFaults = { missing: 'amount_missing', 'not-a-number': 'amount_not_a_number', 'too-large': 'amount_too_large' } as const

/**
 * A date that a row can do without: what is wrong with it becomes a warning, a future one is kept as written. `until` is the
 * day the file speaks of.
 */
export function readSomeDate<K extends string>(row: DataRow<K>, key: K, label: string, until: Day): Day | Month | null {
  const read = row.date(key)
  const raw = `${label}写的是“${textOf(row.cell(key))}”`
  if ('fault' in read) {
    row.warn(`date_${read.fault}`, read.fault === 'missing' ? label : raw)
    return null
  }
  if (read.on > until) row.warn('date_in_future', raw)
  return read.on
}

/** How many: 12, 12次, 50户. Nothing where it is blank; what is no number is remarked on. */
export function readCount<K extends string>(row: DataRow<K>, key: K): number | null {
  if (!row.has(key) || isBlank(row.cell(key))) return null
  const written = textOf(row.cell(key))
  const digits = /^约?(\d{1,7}|\d{1,3}(?:,\d{3})+)(?:\.0+)?(?:次|人次|户|人|户次|个)?$/.exec(compactOf(row.cell(key)))?.[1]
  if (digits === undefined) row.warn('number_unreadable', `“${row.table.headings.get(key) ?? key}”写的是“${written}”`)
  return digits === undefined ? null : Number(digits.replace(/,/g, ''))
}

/** A date that need not be there: nothing where it is blank, and otherwise as `readSomeDate`. */
export const readDateIfAny = <K extends string>(row: DataRow<K>, key: K, label: string, until: Day): Day | Month | null =>
  row.has(key) && !isBlank(row.cell(key)) ? readSomeDate(row, key, label, until) : null

/** A date that the row is about: without a sound one, the row is rejected (and it does not matter what stands for it). */
export function readKeyDate<K extends string>(row: DataRow<K>, key: K, until: Day): Day | Month {
  const read = row.date(key)
  if ('fault' in read) row.reject(key, `date_${read.fault}`)
  else if (read.on > until) row.reject(key, 'date_in_future')
  return 'on' in read ? read.on : until
}

/** A card or account number. Spaces in it are for reading only. */
export function readCard<K extends string>(row: DataRow<K>, key: K): string {
  const { text, precisionLost } = digitsOf(row.cell(key), 15)
  if (text === '') row.reject(key, 'card_missing')
  else if (precisionLost) row.reject(key, 'card_precision_lost')
  else if (!/^\d{8,30}$/.test(text)) row.reject(key, 'card_unreadable')
  return text
}

/**
 * The telephone numbers of a cell as one text (`joinPhones`), or nothing. What is no number is remarked on, digits masked: it
 * is nearly one.
 */
export function readPhone<K extends string>(row: DataRow<K>, key: K): string | null {
  const text = textOf(row.cell(key))
  const { numbers, doubtful } = readPhones(text)
  for (const digits of doubtful) row.warn('phone_length', `${maskPhone(digits)}，有 ${digits.length} 位`)
  if (numbers.length > 0) return joinPhones(numbers)
  if (doubtful.length === 0 && !/^(无|没有|暂无|[-—/\\]*)$/.test(compactOf(text))) row.warn('phone_unreadable', text)
  return null
}

/** Rows that can do without their place: an unknown one is only remarked on. */
export function lookAtPlace<K extends string>(row: DataRow<K>, places: Gazetteer, townKey: K, villageKey: K): string | undefined {
  const [writtenTown, writtenVillage] = [row.text(townKey), row.text(villageKey)]
  const town = places.town(writtenTown)
  if (writtenTown !== '' && !town) row.warn('place_unknown', writtenTown)
  else if (town && writtenVillage !== '' && !places.village(town, writtenVillage))
    row.warn('place_unknown', `${writtenTown}${writtenVillage}`)
  return town && (places.village(town, writtenVillage)?.code ?? town.code)
}
