import type { NotPlanned, OwnMoney, OwnMoneyLine } from '#contract/household/own-money'
import { normOn } from '#domain/county/parameters'
import { claimKey } from '#domain/money/claims'
import { expectedBy, sayable, yearSum } from '#domain/money/said'
import { monthNamed, monthOf, type Month } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { countyTime } from '#kernel/call/clock'
import { open } from '#kernel/seal/seal'
import { find, findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import type { Payment } from '#store/money/money'
import { requests, type FarmerRequest } from '#store/work/requests'
import type { LoadedFile } from './lists'
import { moneyOf, newestWords } from './parts/money'
import { programmeOf } from './parts/programme-of'

/** The first month of 我的钱: January of last year. */
export const ownSince = (today: OwnMoney['today']): Month => monthNamed(Number(today.slice(0, 4)) - 1, 1)

/** What stands beside a household's money: names of files, requests that words became, what rules say is due. */
interface Beside {
  files: Map<string, string>
  asked: Map<string, FarmerRequest>
  due: Map<string, Entitlement>
}

async function loadBeside({ db, county, moment }: On, { household, plan, words }: LoadedFile): Promise<Beside> {
  const of = { householdId: household._id, month: { $gte: ownSince(moment.today) } }
  const asked = [...newestWords(words).values()].flatMap(({ requestId }) => requestId ?? [])
  const [files, found, due] = await Promise.all([
    findIn(
      db,
      imports,
      '_id',
      plan.map(({ importId }) => importId),
      ['fileName'],
    ),
    findIn(db, requests, '_id', asked),
    find(db, entitlements, of),
  ])
  const programmes = new Map(county.programmes.map((one) => [one.id, one]))
  return {
    files: new Map(files.map(({ _id, fileName }) => [_id, fileName])),
    asked: new Map(found.map((one) => [one._id, one])),
    due: new Map(due.map((one) => [claimKey(programmes, one), one])),
  }
}

/** Each line since January of last year with what can be said of it, what became of what was said, and where its amount comes from. */
export async function ownMoneyOf(on: On, file: LoadedFile, own: boolean): Promise<Pick<OwnMoney, 'lines' | 'notPlanned' | 'years'>> {
  const { county, moment } = on
  const beside = await loadBeside(on, file)
  const programmes = new Map(county.programmes.map((one) => [one.id, one]))
  const rows = new Map(file.plan.map((row) => [row._id, row]))
  const words = newestWords(file.words)
  const arriveOn = normOn(county, 'money-arrive-day', moment.today)
  const lines = moneyOf(on, file, own).map((line): OwnMoneyLine => {
    const row = rows.get(line.id)!
    const by = expectedBy(line.month, arriveOn)
    const request = beside.asked.get(words.get(line.id)?.requestId ?? '')
    const due = beside.due.get(claimKey(programmes, row))
    return {
      ...line,
      canSay: sayable(line, by, moment.today),
      ...(line.state === 'waiting' && { expectedBy: by }),
      ...(request && { asked: sayAsked(on, request) }),
      ...sourceOf(row, beside.files),
      ...(due && { rule: ruleOf(due) }),
    }
  })
  const planned = new Set(file.plan.map((row) => claimKey(programmes, row)))
  const thisYear = Number(moment.today.slice(0, 4))
  return {
    lines,
    notPlanned: [...beside.due]
      .filter(([claim, { dueFen, month }]) => dueFen > 0 && month <= monthOf(moment.today) && !planned.has(claim))
      .map(([, due]) => notPlannedOf(on, due)),
    years: [thisYear, thisYear - 1].map((year) => {
      const { programmes: sums, ...whole } = yearSum(lines, year)
      return { ...whole, programmes: sums.map((sum) => ({ ...sum, ...namedAs(on, sum.programme) })) }
    }),
  }
}

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

const notPlannedOf = (on: On, due: Entitlement): NotPlanned => ({
  id: due._id,
  ...namedAs(on, due.programme),
  ...(due.forWhom && { forWhom: due.forWhom }),
  ...{ month: due.month, period: due.period, dueFen: due.dueFen },
  rule: ruleOf(due),
})
