import { fen, sumFen, yuan } from '../../money/money'
import { addMonths, monthOf, sayWhen, type Day, type Month } from '../../time/dates'
import { firstMonthOf, normalisePeriod } from '../../time/periods'
import type { InFile } from './fold'
import { aboutRow, dueKey, holdsFor, nameOf, paymentRecord, plainName, sayDue, type PlanMonth, type PlannedRow } from './plan-month'

/** Rules about whom a plan pays. Each gives its findings, or nothing where it cannot tell. */

/**
 * The same person, programme and period twice: within the month, or again after an earlier plan's was credited. Back pay of another
 * period is no second one, nor is a refused one that is sent again.
 */
export function duplicatePayments(facts: PlanMonth): InFile[] {
  const groups = new Map<string, PlannedRow[]>()
  for (const row of [...facts.earlierPaid, ...facts.rows]) groups.set(dueKey(row), [...(groups.get(dueKey(row)) ?? []), row])
  return [...groups.values()].flatMap((rows): InFile[] => {
    const last = rows.at(-1)!
    if (rows.length < 2) return []
    const once = fen(Math.max(...rows.map(({ dueFen }) => dueFen)))
    const all = sumFen(rows.map(({ dueFen }) => dueFen))
    return [
      {
        ...aboutRow(facts, last),
        cause: `${last.programme}/${normalisePeriod(last.period)}`,
        why: `同一个人，${sayDue(facts, last)}排了 ${rows.length} 次，一共 ${yuan(all)} 元，多出 ${yuan(fen(all - once))} 元。`,
        amountFen: fen(all - once),
        records: rows.map(paymentRecord),
        facts: rows.map(({ _id, dueFen }) => `${_id} ${dueFen}`),
      },
    ]
  })
}

/** Paid what only households of the register get, and in none. Who left the register in the month, or after it, was still due. */
export function notOnRegister(facts: PlanMonth): InFile[] | undefined {
  if (!holdsFor(facts)) return undefined
  return facts.rows
    .filter(({ programme, personId }) => facts.programmes.get(programme)?.paysCategory && isOff(facts, personId))
    .map((row) => ({
      ...aboutRow(facts, row),
      cause: row.programme,
      why: `排了${sayDue(facts, row)} ${yuan(row.dueFen)} 元，${whyOff(facts, row.personId)}。`,
      amountFen: row.dueFen,
      records: [paymentRecord(row), { kind: 'person', id: row.personId }],
      // Each month's money is a matter of its own.
      facts: [`${row._id} ${row.dueFen}`],
    }))
}

/** When they left, where they ever were on it: money after an exit is another matter than a name that nobody knows. */
const whyOff = ({ people }: PlanMonth, personId: string): string => {
  const last = [...(people.get(personId)?.exits ?? [])].sort().at(-1)
  return last === undefined ? '这个人不在名册的任何一户里' : `这个人${sayWhen(last)}已经退出名册`
}

const isOff = ({ people, month }: PlanMonth, personId: string): boolean => {
  const person = people.get(personId)
  return person !== undefined && !person.onRegister && !person.exits.some((on) => monthOf(on) >= month)
}

/** Younger than this somebody else's account may take their money; of whom, only a register tells. */
const childYears = 18

/** The account is neither the person's nor anybody's of their household. Spellings of one name are one. */
export function accountNameMismatches(facts: PlanMonth): InFile[] {
  return facts.rows.flatMap((row): InFile[] => {
    const person = facts.people.get(row.personId)
    const home = facts.homes.get(row.householdId ?? '')
    const written = plainName(row.accountName)
    if (!person || written === '' || (!home && isChild(person.birth, facts.month))) return []
    if ([person.name, ...(home?.names ?? [])].some((name) => plainName(name) === written)) return []
    return [
      {
        ...aboutRow(facts, row),
        why: `${nameOf(facts, row.programme)}要打进的账户，户名既不是本人，也不是名册上他家里的人。`,
        amountFen: row.dueFen,
        records: [paymentRecord(row), { kind: 'person', id: row.personId }],
        // Month after month the same account is the same matter.
        facts: [row.personId, written],
      },
    ]
  })
}

const isChild = (birth: Day, month: Month): boolean => addMonths(monthOf(birth), childYears * 12) > month

/** Money for a time that begins after the month of death. That month, and what reaches over it, were still due. */
export function paidAfterDeath(facts: PlanMonth): InFile[] {
  return facts.rows.flatMap((row): InFile[] => {
    const death = facts.deaths.get(row.personId)
    if (!death || (firstMonthOf(row.period) ?? facts.month) <= monthOf(death.on)) return []
    return [
      {
        ...aboutRow(facts, row),
        cause: row.programme,
        why: `名单上这个人${sayWhen(death.on)}去世，${sayDue(facts, row)} ${yuan(row.dueFen)} 元还排给了他。`,
        amountFen: row.dueFen,
        records: [paymentRecord(row), { kind: 'vital-event', id: death.eventId }],
        facts: [`${row._id} ${row.dueFen}`],
      },
    ]
  })
}
