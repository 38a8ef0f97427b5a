import type { Day, Month } from '../time/dates'
import { monthOf, monthsUpTo, sayDay, sayMonth } from '../time/dates'
import { yuan, fen, sumFen, type Fen } from './money'

/** A payment line as these sentences need it. Amounts in 分. */
export interface LedgerLine {
  /** The month whose plan it stands in. */
  month: Month
  name: string
  dueFen: Fen
  /** What came, where the plan was corrected afterwards and it is not what is due. */
  paidFen?: Fen | undefined
  /** `checking`: the bank's answer is in no list, and a person looks at it. */
  state: 'credited' | 'failed' | 'waiting' | 'checking'
  creditedOn?: Day | undefined
  /** What the bank says, and where to go. */
  reason?: { text: string; advice: string } | undefined
  /** For a refused one: the later month in whose plan it was sent again. It is not outstanding here any more. */
  retriedIn?: Month | undefined
}

/**
 * One bar of the chart. Amounts in 分; what was refused and sent again later stands in the later month. `refusedFen` is due and
 * was refused by the bank.
 */
export interface MonthSum {
  month: Month
  dueFen: Fen
  creditedFen: Fen
  refusedFen: Fen
}

/** How the money stands: `all` that is due has come, the bank refused some (`short`), some is on its way, or there is nothing to tell. */
type Standing = 'all' | 'short' | 'waiting' | 'nothing'

/**
 * What the farmer hears first, in this order. Each sum is of what it says and of nothing else: 到账 + 还差 + 在路上 of a month are
 * what is due in it.
 */
export interface Headline {
  standing: Standing
  /** What has come of the newest month's, in 分. */
  cameFen: Fen
  /** 到账 762 元, or that nothing has come. */
  came: string
  /** 还差 250 元：残疾人护理补贴，银行说“户名不符”。 One sentence a month. */
  missing: string[]
  /** Where to go about what is missing; each instruction once. */
  advice: string[]
  /** 还有 50 元在路上：高龄津贴。 */
  underway: string[]
  /** 本月该领 1,012 元，2 笔。 */
  due: string[]
}

/**
 * `knownOn` is the day the lines were fetched: a page kept from an earlier month cannot say that this month has nothing.
 */
export function headline(lines: readonly LedgerLine[], today: Day, knownOn: Day = today): Headline {
  const thisMonth = monthOf(today)
  // What was sent again within its own month is the same money.
  const known = lines.filter((line) => line.month <= thisMonth && line.retriedIn !== line.month)
  const newest = known
    .map(({ month }) => month)
    .sort()
    .at(-1)
  if (newest === undefined)
    return { standing: 'nothing', cameFen: fen(0), came: '近 12 个月没有发放记录', missing: [], advice: [], underway: [], due: [] }
  const open = known.filter((line) => !line.retriedIn || line.retriedIn > newest)
  const [waiting, checking] = [ofState(open, 'waiting'), ofState(open, 'checking')]
  const refused = open.filter((line) => lackOf(line) > 0)
  const ofNewest = known.filter((line) => line.month === newest)
  const credited = ofState(ofNewest, 'credited')
  const before = newest === thisMonth ? '' : sayMonth(newest, today)
  const quiet = newest < thisMonth && monthOf(knownOn) === thisMonth ? ['本月还没有要发的钱。'] : []
  return {
    standing: refused.length > 0 ? 'short' : waiting.length + checking.length > 0 ? 'waiting' : 'all',
    cameFen: sum(credited, paidOf),
    came: credited.length > 0 ? `${before}到账 ${yuan(sum(credited, paidOf))} 元` : `${before || '本月'}的钱还没有到账`,
    missing: monthsOf(refused).map((month) => {
      const some = refused.filter((line) => line.month === month)
      return `${month === newest ? before : sayMonth(month, today)}还差 ${yuan(sum(some, lackOf))} 元：${some.map((line) => nameOf(line, some, lackOf) + whyNot(line, today)).join('；')}。`
    }),
    advice: [...new Set(refused.flatMap((line) => (line.reason?.advice ? [closed(line.reason.advice)] : [])))],
    underway: [
      ...monthsOf(waiting).map((month) => {
        const some = waiting.filter((line) => line.month === month)
        return `${month === newest ? before : sayMonth(month, today)}还有 ${yuan(sum(some))} 元在路上：${some.map((line) => nameOf(line, some)).join('、')}。`
      }),
      ...(checking.length > 0
        ? [`还有 ${yuan(sum(checking))} 元银行的答复看不明白，正在核对：${checking.map((line) => nameOf(line, checking)).join('、')}。`]
        : []),
    ],
    due: [
      `${before || '本月'}该领 ${yuan(sum(ofNewest))} 元，${ofNewest.length} 笔${credited.length === ofNewest.length && credited.every((line) => lackOf(line) === 0) ? '，都到账了' : ''}。`,
      ...quiet,
    ],
  }
}

/** The same, sentence by sentence, for the voice. */
export const spoken = ({ came, missing, advice, underway, due }: Headline): string[] => [
  `${came}。`,
  ...missing,
  ...advice,
  ...underway,
  ...due,
]

const ofState = (lines: readonly LedgerLine[], state: LedgerLine['state']) => lines.filter((line) => line.state === state)

/** The months of these lines, newest first. */
const monthsOf = (lines: readonly LedgerLine[]): Month[] => [...new Set(lines.map(({ month }) => month))].sort((a, b) => b.localeCompare(a))

/** One alone needs no amount of its own: the sentence has just said it. */
const nameOf = (line: LedgerLine, among: readonly LedgerLine[], of: AmountOf = dueOf): string =>
  among.length === 1 ? line.name : `${line.name} ${yuan(of(line))} 元`

const whyNot = ({ state, paidFen, dueFen, reason, retriedIn }: LedgerLine, today: Day): string =>
  state === 'credited'
    ? `，该领 ${yuan(dueFen)} 元，到账 ${yuan(paidFen!)} 元`
    : (reason ? `，银行说“${reason.text}”` : '，银行没有入账') + (retriedIn ? `，${sayMonth(retriedIn, today)}补发` : '')

const closed = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : sentence + '。')

/** One line's state in words: 10月12日到账, 未到 · 户名不符, 在路上. */
export function sayState(line: LedgerLine, today: Day): string {
  if (line.state === 'credited' && line.paidFen !== undefined)
    return `${line.creditedOn ? sayDay(line.creditedOn, today) : '已'}到账 ${yuan(line.paidFen)} 元`
  if (line.state === 'credited') return line.creditedOn ? `${sayDay(line.creditedOn, today)}到账` : '已到账'
  if (line.state === 'waiting') return '在路上'
  if (line.state === 'checking') return '待核对'
  if (line.retriedIn) return `没入账，${sayMonth(line.retriedIn, today)}补发`
  return line.reason ? `未到 · ${line.reason.text}` : '未到 · 银行没有入账'
}

/** Due, credited and refused of the last `count` months up to today's, oldest first; a month without lines is a zero. */
export const byMonth = (lines: readonly LedgerLine[], today: Day, count: number): MonthSum[] =>
  monthsUpTo(monthOf(today), count).map((month) => {
    const ofMonth = lines.filter((line) => line.month === month && !line.retriedIn)
    return {
      month,
      dueFen: sum(ofMonth),
      creditedFen: sum(ofState(ofMonth, 'credited'), paidOf),
      refusedFen: sum(ofState(ofMonth, 'failed')),
    }
  })

type AmountOf = (line: LedgerLine) => Fen
const dueOf: AmountOf = ({ dueFen }) => dueFen
const paidOf: AmountOf = ({ dueFen, paidFen }) => paidFen ?? dueFen
/** What of a line has not come for good: all of a refused one, the rest of one that was paid before its plan was raised. */
const lackOf: AmountOf = (line) =>
  line.state === 'failed' ? line.dueFen : fen(line.state === 'credited' ? Math.max(0, line.dueFen - paidOf(line)) : 0)

const sum = (lines: readonly LedgerLine[], of: AmountOf = dueOf): Fen => sumFen(lines.map(of))
