import type { NotPlanned, OwnMoney, OwnMoneyLine } from '#contract/household/own-money'
import { normOn } from '#domain/county/parameters'
import { claimKey, outstandingNames, type OutstandingReason } from '#domain/money/claims'
import { expectedBy, sayable, yearSum } from '#domain/money/said'
import { monthNamed, monthOf, type Month } from '#domain/time/dates'
import { sayPeriod } from '#domain/time/list-periods'
import type { On } from '#kernel/call/on'
import { countyTime } from '#kernel/call/clock'
import { open } from '#kernel/seal/seal'
import type { Claim } from '#store/money/claims'
import type { Entitlement } from '#store/money/entitlements'
import type { Payment } from '#store/money/money'
import type { FarmerRequest } from '#store/work/requests'
import { besideMoney } from './beside-money'
import type { LoadedFile } from './lists'
import { moneyOf, newestWords } from './parts/money'
import { programmeOf } from './parts/programme-of'

/** The first month of 我的钱: January of last year. */
export const ownSince = (today: OwnMoney['today']): Month => monthNamed(Number(today.slice(0, 4)) - 1, 1)

/**
 * Each line since January of last year with what it waits for, what can be said of it, what became of what was said, and where its amount
 * comes from; then what is due and in no plan. A year adds up all of these.
 */
export async function ownMoneyOf(on: On, file: LoadedFile, own: boolean): Promise<Pick<OwnMoney, 'lines' | 'notPlanned' | 'years'>> {
  const { county, moment } = on
  const beside = await besideMoney(on, file, ownSince(moment.today))
  const programmes = new Map(county.programmes.map((one) => [one.id, one]))
  const claimOf = new Map(file.plan.map((row) => [row._id, claimKey(programmes, row)]))
  const rows = new Map(file.plan.map((row) => [row._id, row]))
  const words = newestWords(file.words)
  const arriveOn = normOn(county, 'money-arrive-day', moment.today)
  // Of several rows of one due the newest says what is short of it.
  const shortSaid = new Set<string>()
  const lines = moneyOf(on, file, own).map((line): OwnMoneyLine => {
    const [row, claim] = [rows.get(line.id)!, claimOf.get(line.id)!]
    const by = expectedBy(line.month, arriveOn)
    const request = beside.asked.get(words.get(line.id)?.requestId ?? '')
    const rule = beside.rules.get(claim)
    const missing = beside.claims.get(claim)?.outstanding ?? []
    const short = shortSaid.has(claim) ? undefined : missing.find(({ reason }) => reason === 'short')
    shortSaid.add(claim)
    const waits = line.state === 'credited' ? undefined : missing.find(({ reason }) => toSay.includes(reason))
    return {
      ...line,
      canSay: sayable(line, by, moment.today),
      ...(line.state === 'waiting' && { expectedBy: by }),
      ...(waits && { waits: outstandingNames[waits.reason] }),
      ...(short && rule && line.paidFen === undefined && { shortFen: short.fen }),
      ...(request && { asked: sayAsked(on, request) }),
      ...sourceOf(row, beside.files),
      ...(rule && { rule: ruleOf(rule) }),
    }
  })
  const notPlanned = [...beside.claims.values()]
    .filter(({ month }) => month <= monthOf(moment.today))
    .flatMap((claim) => notPlannedOf(on, claim, beside.rules.get(claim.claim)))
  const missing = [...notPlanned, ...lines.flatMap((line) => (line.shortFen ? [{ ...line, dueFen: line.shortFen }] : []))]
  const all = [...lines, ...missing.map(({ programme, month, dueFen }) => ({ programme, month, dueFen, state: 'waiting' as const }))]
  const thisYear = Number(moment.today.slice(0, 4))
  return {
    ...{ lines, notPlanned },
    years: [thisYear, thisYear - 1].map((year) => {
      const { programmes: sums, ...whole } = yearSum(all, year)
      return { ...whole, programmes: sums.map((sum) => ({ ...sum, ...namedAs(on, sum.programme) })) }
    }),
  }
}

/** What the bank's answer, or its silence, does not say already. */
const toSay: readonly OutstandingReason[] = ['planned', 'drafted', 'held', 'left-out', 'at-bank', 'unanswered', 'mending']

const namedAs = ({ county }: On, programme: string) => {
  const known = programmeOf(county, programme)
  return { name: known?.name ?? programme, ...(known?.icon && { icon: known.icon }) }
}

/** To whom a word went, by when it is answered, and the answer. */
const sayAsked = ({ keys }: On, { to, dueOn, answerSealed, answeredAt }: FarmerRequest): NonNullable<OwnMoneyLine['asked']> => ({
  to,
  ...(dueOn && { dueOn }),
  ...(answerSealed && { answer: open(keys, answerSealed) }),
  ...(answeredAt && { answeredOn: countyTime(answeredAt).day }),
})

function sourceOf({ importId, sheet, row }: Payment, files: Map<string, string>): Pick<OwnMoneyLine, 'source'> {
  const file = files.get(importId)
  return file === undefined ? {} : { source: { file, ...(sheet && { sheet }), ...(row !== undefined && { row }) } }
}

const ruleOf = ({ why, rule }: Entitlement): NonNullable<OwnMoneyLine['rule']> => ({
  why,
  source: rule.source,
  ...(rule.from && { from: rule.from }),
  unverified: rule.unverified ?? false,
})

/** What of a due is in no plan, if anything; in the words of its rule, where one says it. */
function notPlannedOf(on: On, claim: Claim, rule: Entitlement | undefined): NotPlanned[] {
  const part = claim.outstanding.find(({ reason }) => reason === 'not-ordered')
  if (!part || !rule) return []
  const { programme, month } = claim
  return [
    {
      ...{ id: claim._id, programme, month, period: sayPeriod(rule.period), dueFen: part.fen },
      ...namedAs(on, programme),
      ...(rule.forWhom && { forWhom: rule.forWhom }),
      rule: ruleOf(rule),
    },
  ]
}
