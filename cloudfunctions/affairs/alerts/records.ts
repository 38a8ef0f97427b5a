import type { AlertRecordLine } from '#contract/supervision/alerts'
import type { AlertRecord } from '#domain/alerts/finding'
import { yuan } from '#domain/money/money'
import { areaName } from '#affairs/grants/present-grant'
import { normalisePeriod } from '#domain/time/periods'
import { categoryNames } from '#domain/register/register'
import { abilityUnder, isUsable, mayRead } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import { signedDuties } from '#store/access/staff'
import { fileSources, imports } from '#store/intake/intake'
import { payments, receipts } from '#store/money/money'
import { households, persons, type Household } from '#store/people/register'
import { pledgeHashes } from '../pledges/pledge'

/** A record as far as it can be told: words, where it stands, and whose it is. */
interface Told {
  words: string
  importId?: string
  sheet?: string
  row?: number
  householdId?: string | null
}

/**
 * The records of an alert as lines: what each is, in which file and row it stands, and, where a grant of the caller's covers the
 * household, the way to it. A record that is there no more says so.
 */
export async function tellRecords(on: On, records: readonly AlertRecord[]): Promise<AlertRecordLine[]> {
  const told = await tellAll(on, records)
  const [files, days, homes] = await Promise.all([
    findIn(
      on.db,
      imports,
      '_id',
      told.flatMap(({ importId }) => importId ?? []),
      ['fileName'],
    ),
    findIn(
      on.db,
      fileSources,
      '_id',
      told.flatMap(({ importId }) => importId ?? []),
      ['day'],
    ),
    reachable(
      on,
      told.flatMap(({ householdId }) => householdId ?? []),
    ),
  ])
  return told.map(({ words, importId, sheet, row, householdId }) => {
    const file = files.find(({ _id }) => _id === importId)
    const day = days.find(({ _id }) => _id === importId)?.day
    const grantId = homes.get(householdId ?? '')
    return {
      words,
      ...(file && { source: { file: file.fileName, ...(sheet && { sheet }), ...(row !== undefined && { row }), ...(day && { day }) } }),
      ...(grantId !== undefined && { household: { id: householdId!, grantId } }),
    }
  })
}

async function tellAll(on: On, records: readonly AlertRecord[]): Promise<Told[]> {
  const { db, county } = on
  const ids = (kind: AlertRecord['kind']) => records.filter((record) => record.kind === kind).map(({ id }) => id)
  const [dues, lines, homes, people] = await Promise.all([
    findIn(db, payments, '_id', ids('payment')),
    findIn(db, receipts, '_id', ids('receipt')),
    findIn(db, households, '_id', ids('household')),
    findIn(db, persons, '_id', ids('person'), ['householdId', 'onRegister']),
  ])
  const programme = (id: string) => county.programmes.find((one) => one.id === id)?.name ?? id
  return records.map(({ kind, id }): Told => {
    const due = kind === 'payment' && dues.find(({ _id }) => _id === id)
    if (due)
      return {
        words: `发放计划：${normalisePeriod(due.period)}${programme(due.programme)} ${yuan(due.dueFen)} 元`,
        importId: due.importId,
        householdId: due.householdId,
        ...(due.row !== undefined && { row: due.row }),
      }
    const line = kind === 'receipt' && lines.find(({ _id }) => _id === id)
    if (line)
      return {
        words: `银行回执：${yuan(line.amountFen)} 元，${line.text || line.code}`,
        importId: line.importId,
        householdId: line.householdId,
        ...(line.row !== undefined && { row: line.row }),
      }
    const home = kind === 'household' && homes.find(({ _id }) => _id === id)
    if (home) return { words: sayHome(on, home), householdId: id }
    const person = kind === 'person' && people.find(({ _id }) => _id === id)
    if (person) return { words: person.onRegister ? '名册上的一个人' : '一个人，现在不在名册上', householdId: person.householdId }
    if (kind === 'import') return { words: '整份文件', importId: id }
    if (kind === 'place') return { words: areaName(county, id) }
    return { words: '这条记录已经不在了：更正过的文件里没有它' }
  })
}

const sayHome = ({ county }: On, { villageCode, category, monthlyFen, onRegister }: Household): string =>
  [
    `名册：${areaName(county, villageCode)}的一户${categoryNames[category]}`,
    ...(monthlyFen === null ? [] : [`每月 ${yuan(monthlyFen)} 元`]),
    ...(onRegister ? [] : ['已经退出']),
  ].join('，')

/** Which of these households the caller may open now, and under which grant. */
async function reachable(on: On, ids: readonly string[]): Promise<Map<string, string>> {
  const { staff, grants = [] } = await on.caller()
  const usable = grants.filter((grant) => isUsable(grant, on.moment))
  if (!staff || usable.length === 0 || ids.length === 0) return new Map()
  const [pledged, homes] = await Promise.all([
    signedDuties(on.db, staff.agencyId, pledgeHashes(on.county)),
    findIn(on.db, households, '_id', [...ids], ['villageCode', 'helpers']),
  ])
  if (!pledged.head || !pledged['data-officer']) return new Map()
  const way = (home: Household) =>
    usable.find((grant) => mayRead({ ability: abilityUnder(grant) }, { ...home, householdId: home._id }) !== undefined)?._id
  return new Map(homes.flatMap((home) => (way(home) === undefined ? [] : [[home._id, way(home)!] as const])))
}
