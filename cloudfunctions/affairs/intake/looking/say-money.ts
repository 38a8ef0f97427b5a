import type { County } from '#domain/county/county'
import { fen, yuan } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import type { RehearsedChange } from '#store/db/rehearsal/rehearsal'
import { find, pages as pagesOf } from '#store/db/read'
import { dividends, payments, receipts, type Dividend, type Payment, type Receipt } from '#store/money/money'
import type { Pages } from './pages'

interface Sums {
  before: number
  after: number
}

const changesOf = <T>(changes: RehearsedChange[], name: string) =>
  changes.filter(({ collection }) => collection === name) as unknown as { before: T | null; after: T | null }[]

const sayMonth = (month: Month): string => `${Number(month.slice(5))}月`
const monthBefore = (month: Month): Month => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return (number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`) as Month
}

/**
 * What is due: a month that was there already against what it was, row by row; a month that is new against the month before, in the
 * same programmes, also for those who are not in it any more.
 */
export async function sayPlan(db: Db, county: County, changes: RehearsedChange[], pages: Pages): Promise<void> {
  const own = changesOf<Payment>(changes, payments.name)
  for (const month of new Set(own.flatMap(({ before, after }) => [before?.month ?? [], after?.month ?? []].flat()))) {
    const rows = own.filter(({ before, after }) => (after ?? before)!.month === month)
    const programmes = [...new Set(rows.map(({ before, after }) => (after ?? before)!.programme))]
    const there = await find(db, payments, { month, programme: { $in: programmes } }, { limit: 1, fields: ['month'] })
    const sums = new Map<string, Sums & { householdId: string | null; personId: string }>()
    const add = ({ householdId, personId, dueFen }: Pick<Payment, 'householdId' | 'personId' | 'dueFen'>, side: keyof Sums) => {
      const key = householdId ?? personId
      const sum = sums.get(key) ?? { householdId, personId, before: 0, after: 0 }
      sums.set(key, sum)
      sum[side] += dueFen
    }
    for (const { before, after } of rows) {
      if (before) add(before, 'before')
      if (after) add(after, 'after')
    }
    const other = there.length > 0 ? undefined : monthBefore(month)
    let known = there.length > 0
    if (other)
      for await (const page of pagesOf(db, payments, { month: other, programme: { $in: programmes } }, { fields: [...ofSums] })) {
        known = true
        for (const row of page) add(row, 'before')
      }
    for (const { householdId, personId, before, after } of sums.values()) {
      const delta = known ? after - before : 0
      if (delta === 0 && known && other === undefined) continue
      const page = pages.of(householdId, personId)!
      page.delta += delta
      page.beforeFen = (page.beforeFen ?? 0) + before
      page.afterFen = (page.afterFen ?? 0) + after
      pages.say(page, sayDue(sayMonth(month), { before, after }, known, other && sayMonth(other)))
    }
    sayWhatElse(rows, county, pages)
  }
}
const ofSums = ['householdId', 'personId', 'dueFen'] as const

function sayDue(month: string, { before, after }: Sums, known: boolean, other: string | undefined): string {
  const than = other ? `比${other}` : ''
  if (!known) return `${month}应发 ${yuan(fen(after))} 元`
  if (after === 0) return other ? `${month}没有，${other}有 ${yuan(fen(before))} 元` : `${month}应发的 ${yuan(fen(before))} 元没有了`
  if (before === 0) return other ? `${month}应发 ${yuan(fen(after))} 元，${other}没有` : `${month}多了应发 ${yuan(fen(after))} 元`
  if (before === after) return `${month}应发 ${yuan(fen(after))} 元，和${other}一样`
  return `${month}应发${than}${after < before ? '少' : '多'} ${yuan(fen(Math.abs(after - before)))} 元`
}

/** The same money on another card, or under another name. */
function sayWhatElse(rows: { before: Payment | null; after: Payment | null }[], county: County, pages: Pages): void {
  for (const { before, after } of rows) {
    if (!before || !after) continue
    const page = () => pages.of(after.householdId, after.personId)
    const name = county.programmes.find(({ id }) => id === after.programme)?.name ?? after.programme
    if (before.cardIndex !== after.cardIndex) pages.say(page(), `${name}换了收款的卡`)
    if (before.accountName !== after.accountName) pages.say(page(), `${name}换了开户名`)
  }
}

/** What the bank did, by month: what came, what did not; or that it says something else now. */
export function sayReceipts(changes: RehearsedChange[], pages: Pages): void {
  const paid = new Map<string, Sums & { householdId: string; month: Month; failed: number }>()
  for (const { before, after } of changesOf<Receipt>(changes, receipts.name)) {
    for (const [line, side] of [
      [before, 'before'],
      [after, 'after'],
    ] as const) {
      if (!line?.householdId) continue
      const key = `${line.householdId}/${line.month}`
      const sum = paid.get(key) ?? { householdId: line.householdId, month: line.month, before: 0, after: 0, failed: 0 }
      paid.set(key, sum)
      if (line.state === 'credited') sum[side] += line.amountFen
      if (line.state === 'returned') sum[side] -= line.amountFen
      if (line.state === 'failed') sum.failed += side === 'after' ? 1 : -1
    }
  }
  for (const { householdId, month, before, after, failed } of paid.values()) {
    if (before === after && failed <= 0) continue
    const page = pages.of(householdId, null)
    const when = sayMonth(month)
    if (before === 0 && after > 0) pages.say(page, `${when}到账 ${yuan(fen(after))} 元`)
    else if (after !== before) pages.say(page, `${when}到账${after < before ? '少' : '多'} ${yuan(fen(Math.abs(after - before)))} 元`)
    if (failed > 0) pages.say(page, `${when}有 ${failed} 笔没有发成`)
  }
}

/** A year's dividends. */
export function sayDividends(changes: RehearsedChange[], pages: Pages): void {
  const sums = new Map<string, Sums & { householdId: string | null; personId: string; year: number }>()
  for (const { before, after } of changesOf<Dividend>(changes, dividends.name))
    for (const [row, side] of [
      [before, 'before'],
      [after, 'after'],
    ] as const) {
      if (!row) continue
      const key = `${row.householdId ?? row.personId}/${row.year}`
      const sum = sums.get(key) ?? { householdId: row.householdId, personId: row.personId, year: row.year, before: 0, after: 0 }
      sums.set(key, sum)
      sum[side] += row.dividendFen
    }
  for (const { householdId, personId, year, before, after } of sums.values()) {
    if (before === after) continue
    const page = pages.of(householdId, personId)!
    if (before > 0) page.delta += after - before
    pages.say(
      page,
      before === 0
        ? `${year}年分红 ${yuan(fen(after))} 元`
        : `${year}年分红${after < before ? '少' : '多'} ${yuan(fen(Math.abs(after - before)))} 元`,
    )
  }
}
