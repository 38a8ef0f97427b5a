import type { Day, Month } from './dates'
import { monthOf, monthsUpTo, sayDay, sayMonth } from './dates'
import { yuan } from './money'

/** A payment line as these sentences need it. Amounts in 分. */
export interface LedgerLine {
  /** The month whose plan it stands in. */
  month: Month
  name: string
  dueFen: number
  state: 'credited' | 'failed' | 'waiting'
  creditedOn?: Day | undefined
  /** What the bank says, and where to go. */
  reason?: { text: string; advice: string } | undefined
  /** For a refused one: the later month in whose plan it was sent again. It is not outstanding here any more. */
  retriedIn?: Month | undefined
}

/** One bar of the chart. Amounts in 分. */
export interface MonthSum { month: Month; dueFen: number; creditedFen: number }

/**
 * What the farmer hears first, sentence by sentence: the newest month's count, then what the bank refused, then what is still on its way.
 * `knownOn` is the day the lines were fetched: a page kept from an earlier month cannot say that this month has nothing.
 */
export function headline(lines: readonly LedgerLine[], today: Day, knownOn: Day = today): string[] {
  const thisMonth = monthOf(today)
  const known = lines.filter((line) => line.month <= thisMonth)
  const newest = known.reduce<Month>((month, line) => (line.month > month ? line.month : month), '')
  if (newest === '') return ['近 12 个月没有发放记录。']
  const of = (state: LedgerLine['state']) => known.filter((line) => line.state === state && !line.retriedIn).sort((a, b) => b.month.localeCompare(a.month))
  const quiet = newest < thisMonth && monthOf(knownOn) === thisMonth ? ['本月还没有要发的钱。'] : []
  const count = countOf(known.filter((line) => line.month === newest), newest === thisMonth ? '本月' : sayMonth(newest, today))
  return [...quiet, count, ...refused(of('failed'), newest, today), ...onTheirWay(of('waiting'), newest, today)]
}

/** 本月应到 2 笔，已到 1 笔，共 1,012 元。 The sum is what is due. */
function countOf(lines: readonly LedgerLine[], month: string): string {
  const credited = lines.filter((line) => line.state === 'credited').length
  return `${month}应到 ${lines.length} 笔，已到 ${credited} 笔，共 ${yuan(sum(lines))} 元。`
}

/** 还差 1 笔：残疾人护理补贴 250 元，银行说“户名不符”。请到南田镇便民中心改正。 Each advice once. */
function refused(lines: readonly LedgerLine[], newest: Month, today: Day): string[] {
  if (lines.length === 0) return []
  const items = lines.map((line) => nameAndSum(line, newest, today) + (line.reason ? `，银行说“${line.reason.text}”` : '，银行没有入账'))
  const advice = [...new Set(lines.flatMap((line) => (line.reason ? [closed(line.reason.advice)] : [])))]
  return [`还差 ${lines.length} 笔：${items.join('；')}。${advice.join('')}`]
}

/** 还有 1 笔在路上：高龄津贴 50 元。 */
const onTheirWay = (lines: readonly LedgerLine[], newest: Month, today: Day): string[] =>
  lines.length === 0 ? [] : [`还有 ${lines.length} 笔在路上：${lines.map((line) => nameAndSum(line, newest, today)).join('；')}。`]

const nameAndSum = (line: LedgerLine, newest: Month, today: Day): string =>
  `${line.month === newest ? '' : sayMonth(line.month, today)}${line.name} ${yuan(line.dueFen)} 元`

const closed = (sentence: string): string => (sentence === '' || /[。！？]$/.test(sentence) ? sentence : sentence + '。')

/** One line's state in words: 10月12日到账, 未到 · 户名不符, 在路上. */
export function sayState(line: LedgerLine, today: Day): string {
  if (line.state === 'credited') return line.creditedOn ? `${sayDay(line.creditedOn, today)}到账` : '已到账'
  if (line.state === 'waiting') return '在路上'
  if (line.retriedIn) return `没入账，${sayMonth(line.retriedIn, today)}补发`
  return line.reason ? `未到 · ${line.reason.text}` : '未到 · 银行没有入账'
}

/** Due and credited of the last `count` months up to today's, oldest first; a month without lines is a zero. */
export const byMonth = (lines: readonly LedgerLine[], today: Day, count: number): MonthSum[] =>
  monthsUpTo(monthOf(today), count).map((month) => {
    const ofMonth = lines.filter((line) => line.month === month)
    return { month, dueFen: sum(ofMonth), creditedFen: sum(ofMonth.filter((line) => line.state === 'credited')) }
  })

const sum = (lines: readonly LedgerLine[]): number => lines.reduce((total, line) => total + line.dueFen, 0)
