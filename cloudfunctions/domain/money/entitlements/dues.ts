import type { Programme } from '../../county/county'
import type { CategoryRule } from '../../county/categories'
import { dueRuleOn, type DueRule } from '../../county/due-rules'
import { fen, sumFen, yuan, type Fen } from '../money'
import { whoseOf } from '../claims'
import { monthOf, type Day, type Month } from '../../time/dates'
import { monthsOf, sayPeriod, type Period } from '../../time/list-periods'
import { monthAmount, sayEnded, sayMonths, sumOf, type MonthAmount } from './amounts'
import type { AmountFact, AwardFact, DueFacts, DueHome, DuePerson, DueRecord } from './facts'
import { monthIs, type MonthIs } from './month'
import { payMonthOfList, periodsDue, type DueMonths, type DuePeriod } from './periods'
import { Happenings, turnsOfHome, turnsOfPerson, type Standing, type Turn } from './standing'

/** One due as it is worked out, in 分; 0 where it was due before and is no more. */
export interface Due {
  programme: string
  personId: string
  householdId: string | null
  villageCode: string
  forWhom: string | null
  period: Period
  month: Month
  dueFen: Fen
  why: string
  rule: { source: string; from: Day | null; unverified?: boolean }
  backMonths: number
  records: DueRecord[]
}

/** A county pack, as far as it says who is due what. */
export interface DuePack {
  programmes: readonly Programme[]
  categories: readonly CategoryRule[]
}

/**
 * What these households and people are due in some months: by what the register's events, lists and the pack's rules say, in whatever order
 * they are given. A programme without a rule, or one that only its plan can tell, gives nothing.
 */
export function duesOf(facts: DueFacts, pack: DuePack, months: DueMonths): Due[] {
  const happened = new Happenings(facts.events)
  const ages = [...new Set(pack.programmes.flatMap(agesAsked))]
  const rules = new Map(pack.programmes.map((one) => [one.id, one]))
  const computed = pack.programmes
    .map((programme) => ({ programme, periods: periodsDue(programme, months).filter(({ rule }) => isComputed(rule)) }))
    .filter(({ periods }) => periods.length > 0)
  const dues: Due[] = []
  for (const home of facts.homes) {
    const turns = turnsOfHome(home, happened, facts.vital)
    for (const { programme, periods } of computed)
      if (programme.paidTo === 'head')
        dues.push(...periods.flatMap((one) => duesOfPeriod({ pack, programme, amounts: home.amounts }, one, turns, ofHome(home))))
    dues.push(...ofLists(rules, home.awards, months, ofHome(home)))
  }
  for (const person of facts.people) {
    const turns = turnsOfPerson(person, happened, ages)
    for (const { programme, periods } of computed)
      if (programme.paidTo === 'person')
        dues.push(...periods.flatMap((one) => duesOfPeriod({ pack, programme, amounts: [] }, one, turns, ofPerson(person))))
    const own = person.awards.filter(({ programme }) => whoseOf(rules, { ...person, programme }) === person.personId)
    dues.push(...ofLists(rules, own, months, ofPerson(person)))
  }
  return dues
}

const isComputed = ({ amount: { by } }: DueRule): boolean => by === 'register' || by === 'rates'

const agesAsked = ({ due = [] }: Programme): number[] =>
  due.flatMap(({ to: { age } }) => [age?.from ?? [], age?.until === undefined ? [] : age.until + 1].flat())

/** Whose a due is, and, of what a list awards, until when they can draw it. */
interface Whose {
  of: (standing?: Standing) => Pick<Due, 'personId' | 'householdId' | 'villageCode' | 'forWhom'>
  diedOn?: { on: string; id: string }
}

const ofHome = ({ householdId, headId, villageCode }: DueHome): Whose => ({
  of: (then) => ({ personId: then?.headId ?? headId, householdId, villageCode: then?.villageCode ?? villageCode, forWhom: null }),
})

const ofPerson = ({ personId, householdId, forWhom, vital }: DuePerson): Whose => {
  const died = vital.find(({ kind }) => kind === 'died')
  return {
    of: (then) => ({ personId, householdId, villageCode: then?.villageCode ?? '', forWhom }),
    ...(died && { diedOn: { on: died.on, id: died.id } }),
  }
}

interface Asked {
  pack: DuePack
  programme: Programme
  amounts: readonly AmountFact[]
}

/** A period by its months: nothing where it was never due, or cannot be told. */
function duesOfPeriod({ pack, programme, amounts }: Asked, { period, months, month, rule }: DuePeriod, turns: Turn[], whose: Whose): Due[] {
  const due: (MonthAmount & { standing: Standing })[] = []
  let ended: MonthIs['ended']
  for (const one of months) {
    const own = dueRuleOn(programme.due, one)
    const is: MonthIs = own && isComputed(own) ? monthIs(turns, own, one) : {}
    ended = is.standing ? undefined : (is.ended ?? ended)
    if (!own || !is.standing) continue
    const amount = monthAmount({ county: pack, rule: own, amounts }, one, is.standing)
    if (!amount) return []
    due.push({ ...amount, standing: is.standing })
  }
  const last = due.at(-1)
  if (!last && !ended) return []
  const isPerPeriod = rule.amount.by === 'rates' && rule.amount.per === 'period'
  const counted = isPerPeriod ? due.slice(-1) : due
  const dueFen = sumOf(counted)
  const words = [sayMonths(counted, isPerPeriod ? 1 : months.length), ended && sayEnded(ended)].filter(Boolean).join('，')
  return [
    {
      ...{ programme: programme.id, period, month, dueFen, ...whose.of(last?.standing), backMonths: rule.backMonths },
      why: `${sayPeriod(period)}${programme.name} ${yuan(dueFen)} 元：${words}。`,
      rule: ruleOf(rule),
      records: uniqueRecords(counted.flatMap(({ records }) => records)),
    },
  ]
}

const ruleOf = ({ source, from, unverified }: DueRule): Due['rule'] => ({
  ...{ source, from: `${from}-01` as Day },
  ...(unverified && { unverified }),
})

/** What departments' lists award, together where it is one due. Who died before a period began is due nothing of it. */
function ofLists(programmes: ReadonlyMap<string, Programme>, awards: readonly AwardFact[], { from, to }: DueMonths, whose: Whose): Due[] {
  const groups = new Map<string, AwardFact[]>()
  for (const award of [...awards].sort((a, b) => a.id.localeCompare(b.id))) {
    const key = `${award.programme}/${award.period}`
    groups.set(key, [...(groups.get(key) ?? []), award])
  }
  return [...groups.values()].flatMap((group): Due[] => {
    const { programme: id, period } = group[0]!
    const programme = programmes.get(id)
    const rule = dueRuleOn(programme?.due, monthsOf(period).from)
    if (!programme || rule?.amount.by !== 'list') return []
    const month = payMonthOfList(rule, programme.interval, period)
    if (month < from || month > to) return []
    const isOver = whose.diedOn !== undefined && monthOf(whose.diedOn.on as Day) < monthsOf(period).from
    const dueFen = isOver ? fen(0) : sumFen(group.map(({ amountFen }) => amountFen))
    const words = isOver
      ? sayEnded({ how: 'died', on: whose.diedOn!.on as Day })
      : group.map(({ called, amountFen }) => `${called}名单上有，${yuan(amountFen)} 元`).join('；')
    return [
      {
        ...{ programme: id, period, month, dueFen, ...whose.of(), backMonths: rule.backMonths },
        why: `${sayPeriod(period)}${programme.name} ${yuan(dueFen)} 元：${words}。`,
        rule: ruleOf(rule),
        records: uniqueRecords([
          ...group.map((one): DueRecord => ({ kind: 'awards', id: one.id })),
          ...(isOver ? [{ kind: 'vital_events' as const, id: whose.diedOn!.id }] : []),
        ]),
      },
    ]
  })
}

const uniqueRecords = (records: DueRecord[]): DueRecord[] =>
  [...new Map(records.map((one) => [`${one.kind}/${one.id}`, one])).values()].sort((a, b) =>
    `${a.kind}/${a.id}`.localeCompare(`${b.kind}/${b.id}`),
  )
