import type { AlertRecord } from '#domain/alerts/finding'
import { yuan } from '#domain/money/money'
import { vitalNames } from '#domain/people/vital'
import { categoryName } from '#domain/county/categories'
import { caseKindNames, caseStateNames } from '#domain/work/cases'
import { membershipStateNames } from '#domain/work/memberships'
import { schemeStateNames } from '#domain/work/schemes'
import { batchStateNames } from '#domain/work/batches'
import { lineStateNames } from '#domain/work/batch-lines'
import { roleNames } from '#domain/access/staff'
import { requestKindNames } from '#domain/work/requests'
import { planStateNames } from '#domain/work/plans'
import { sayWhen } from '#domain/time/dates'
import { sayPeriod } from '#domain/time/list-periods'
import { normalisePeriod } from '#domain/time/periods'
import { areaName } from '#affairs/grants/present-grant'
import { saySource } from '#affairs/stated/words'
import type { On } from '#kernel/call/on'
import type { Collection, Stored } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { batches, batchLines } from '#store/money/batches'
import { awards } from '#store/money/awards'
import { dividends, payments, receipts } from '#store/money/money'
import { medicalBills } from '#store/people/medical'
import { households, persons } from '#store/people/register'
import { statements } from '#store/people/statements'
import { vitalEvents } from '#store/people/vital'
import { requests } from '#store/work/requests'
import { plans } from '#store/work/plans'
import { visits } from '#store/work/visits'
import { pairings, workers } from '#store/people/helpers'
import { cases } from '#store/work/cases'
import { projects } from '#store/work/projects'
import { memberships, schemes } from '#store/work/schemes'

/** A record as far as it can be told: words, where it stands, and whose it is. */
export interface Told {
  words: string
  importId?: string
  sheet?: string
  row?: number
  householdId?: string | null
}

/** What records of some kind say, in the order of the ids; nothing of those that are there no more. */
type Tell = (on: On, ids: string[]) => Promise<Map<string, Told>>

const telling =
  <T extends Stored>(of: Collection<T>, say: (on: On, document: T) => Told): Tell =>
  async (on, ids) =>
    new Map((await findIn(on.db, of, '_id', ids)).map((document) => [document._id, say(on, document)]))

const itself =
  (say: (on: On, id: string) => Told): Tell =>
  (on, ids) =>
    Promise.resolve(new Map(ids.map((id) => [id, say(on, id)])))

/** Nobody's name, no number of a person, and no illness: what an agency may read without a grant. */
const tellers: Record<AlertRecord['kind'], Tell> = {
  payment: telling(payments, ({ county }, { period, programme, dueFen, importId, householdId, row }) => ({
    words: `发放计划：${normalisePeriod(period)}${county.programmes.find(({ id }) => id === programme)?.name ?? programme} ${yuan(dueFen)} 元`,
    ...{ importId, householdId, ...(row !== undefined && { row }) },
  })),
  award: telling(awards, (_, { period, called, amountFen, importId, sheet, row, householdId }) => ({
    words: `名单：${sayPeriod(period)}${called} ${yuan(amountFen)} 元`,
    ...{ importId, sheet, row, householdId },
  })),
  receipt: telling(receipts, (_, { amountFen, text, code, importId, householdId, row }) => ({
    words: `银行回执：${yuan(amountFen)} 元，${text || code}`,
    ...{ importId, householdId, ...(row !== undefined && { row }) },
  })),
  household: telling(households, ({ county }, { _id, villageCode, category, monthlyFen, onRegister }) => ({
    words: [
      `名册：${areaName(county, villageCode)}的一户${categoryName(county, category)}`,
      ...(monthlyFen === null ? [] : [`每月 ${yuan(monthlyFen)} 元`]),
      ...(onRegister ? [] : ['已经退出']),
    ].join('，'),
    householdId: _id,
  })),
  person: telling(persons, (_, { onRegister, householdId }) => ({
    words: onRegister ? '名册上的一个人' : '一个人，现在不在名册上',
    householdId,
  })),
  'vital-event': telling(vitalEvents, (_, { kind, on, importId, sheet, row, householdId }) => ({
    words: `死亡和迁移名单：${sayWhen(on)}${vitalNames[kind]}`,
    ...{ importId, sheet, row, householdId },
  })),
  'medical-bill': telling(medicalBills, (_, { from, to, selfPaidFen, importId, sheet, row, householdId }) => ({
    words: `看病自付名单：${from === to ? sayWhen(from) : `${sayWhen(from)}到${sayWhen(to)}`}自付 ${yuan(selfPaidFen)} 元`,
    ...{ importId, sheet, row, householdId },
  })),
  statement: telling(statements, ({ county }, { kind, agency, importId, sheet, row }) => ({
    words: `${saySource(county, { agency, kind })}写的这个人`,
    ...{ importId, sheet, row },
  })),
  project: telling(projects, (_, { name, number, at, money, progress, importId }) => {
    const place = at[0] ?? money[0]?.at ?? progress[0]?.at
    return { words: `项目台账：${number} ${name}`.trim(), importId, ...(place && { sheet: place.sheet, row: place.row }) }
  }),
  case: telling(cases, (_, { kind, state, raisedOn, householdId }) => ({
    words: `办件：${sayWhen(raisedOn)}开的“${caseKindNames[kind]}”，现在是“${caseStateNames[state]}”`,
    householdId,
  })),
  scheme: telling(schemes, (_, { name, state }) => ({ words: `抱团项目：${name}，现在是“${schemeStateNames[state]}”` })),
  membership: telling(memberships, (_, { state, inFen, returnedFen, householdId }) => ({
    words: `入股登记：本金 ${yuan(inFen)} 元，退了 ${yuan(returnedFen)} 元，现在是“${membershipStateNames[state]}”`,
    householdId,
  })),
  dividend: telling(dividends, (_, { scheme, year, principalFen, dividendFen, importId, row, householdId }) => ({
    words: `分红表：${year}年${scheme}，本金 ${yuan(principalFen)} 元，分红 ${yuan(dividendFen)} 元`,
    ...{ importId, householdId, ...(row !== undefined && { row }) },
  })),
  batch: telling(batches, (_, { name, state }) => ({ words: `批次：${name}，${batchStateNames[state]}` })),
  'batch-line': telling(batchLines, ({ county }, { n, programme, period, amountFen, state, householdId }) => ({
    words: `批次的第 ${n} 笔：${normalisePeriod(period)}${county.programmes.find(({ id }) => id === programme)?.name ?? programme} ${yuan(amountFen)} 元，${lineStateNames[state]}`,
    householdId,
  })),
  request: telling(requests, (_, { kind, dueOn, householdId }) => ({
    words: `农户提的“${requestKindNames[kind]}”${dueOn ? `，应当在${sayWhen(dueOn)}以前答复` : ''}`,
    householdId,
  })),
  visit: telling(visits, (_, { on, agency, role, unchanged, householdId }) => ({
    words: `走访：${sayWhen(on)}，${agency}${roleNames[role]}${unchanged ? '，写的是“无变化”' : ''}`,
    householdId,
  })),
  pairing: telling(pairings, (_, { unit, lastVisit, importId, householdId }) => ({
    words: `结对：${unit}的帮扶干部${lastVisit ? `，表上写最近走访${sayWhen(lastVisit)}` : ''}`,
    ...{ importId, householdId },
  })),
  plan: telling(plans, ({ county }, { villageCode, state, householdId }) => ({
    words: `${areaName(county, villageCode)}一户的帮扶计划，${planStateNames[state]}`,
    householdId,
  })),
  // Whose work it is, as every household of theirs reads it.
  worker: telling(workers, (_, { role, name, unit }) => ({ words: `${roleNames[role]}：${unit} ${name}` })),
  import: itself((_, id) => ({ words: '整份文件', importId: id })),
  place: itself(({ county }, id) => ({ words: areaName(county, id) })),
}

/** Each of these records as far as it can be told, in their order; one that is there no more says so. */
export async function tellAll(on: On, records: readonly AlertRecord[]): Promise<Told[]> {
  const kinds = [...new Set(records.map(({ kind }) => kind))]
  const told = new Map(
    await Promise.all(
      kinds.map(async (kind) => {
        const ids = records.filter((record) => record.kind === kind).map(({ id }) => id)
        return [kind, await tellers[kind](on, ids)] as const
      }),
    ),
  )
  return records.map(({ kind, id }) => told.get(kind)!.get(id) ?? { words: '这条记录已经不在了：更正过的文件里没有它' })
}
