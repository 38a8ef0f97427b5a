import { createHash } from 'node:crypto'
import { claimKey, whoseOf } from '#domain/money/claims'
import { withinBackPay } from '#domain/money/entitlements/back-pay'
import type { Due } from '#domain/money/entitlements/dues'
import type { DueMonths } from '#domain/money/entitlements/periods'
import { fen, yuan } from '#domain/money/money'
import { sayPeriod } from '#domain/time/list-periods'
import type { AtWork } from '#kernel/jobs/kind'
import { findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { insertMany, replace } from '#store/db/write'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import type { OnePerson } from '../persons/one-person'
import type { Asked } from './gather'

/** What keeping came to, in dues. `ended`: due before, and by now no more. */
export interface KeptDues {
  added: number
  changed: number
  ended: number
  same: number
}

/**
 * Brings what these households and people are due to what was worked out: a claim is one document, what it came to before is kept in it,
 * and none is ever deleted. Done again it changes nothing.
 */
export async function keepDues(on: AtWork, one: OnePerson, asked: Asked, dues: readonly Due[], months: DueMonths): Promise<KeptDues> {
  const programmes = new Map(on.county.programmes.map((programme) => [programme.id, programme]))
  const there = await keptOf(on, one, asked, months)
  const now = new Map(dues.map((due) => [claimKey(programmes, due), due]))
  const done: KeptDues = { added: 0, changed: 0, ended: 0, same: 0 }
  const fresh: Entitlement[] = []
  const changed: Entitlement[] = []
  for (const [claim, due] of now) {
    const before = there.get(claim)
    const next = documentOf(on, claim, paidBack(on, due, before, months), before)
    if (!before) {
      if (next.dueFen > 0) fresh.push(next)
    } else if (saysTheSame(before, next)) done.same++
    else changed.push(next)
  }
  for (const [claim, before] of there) {
    if (now.has(claim)) continue
    if (before.dueFen === 0) done.same++
    else changed.push({ ...before, ...noMore(on, before), former: formerOf(on, before), computedAt: on.moment.iso })
  }
  await insertMany(on.db, entitlements, fresh)
  await inTurns(changed, 8, (document) => replace(on.db, entitlements, document))
  done.added = fresh.length
  done.ended = changed.filter(({ dueFen }) => dueFen === 0).length
  done.changed = changed.length - done.ended
  return done
}

/** What was kept of these before, by claim: of the households their own, of people theirs, by whichever of their entries. */
async function keptOf(
  { db, county }: AtWork,
  one: OnePerson,
  { homes, people }: Asked,
  { from, to }: DueMonths,
): Promise<Map<string, Entitlement>> {
  const inMonths = { month: { $gte: from, $lte: to } }
  const homeIds = homes.map(({ _id }) => _id)
  const entries = one.withOthers(people.map(({ _id }) => _id))
  const found = await Promise.all([
    findIn(db, entitlements, 'householdId', homeIds, undefined, inMonths),
    findIn(db, entitlements, 'personId', entries, undefined, inMonths),
  ])
  const programmes = new Map(county.programmes.map((programme) => [programme.id, programme]))
  const own = new Set([...homeIds, ...entries])
  return new Map(found.flat().flatMap((due) => (own.has(whoseOf(programmes, due)) ? [[due.claim, due] as const] : [])))
}

/** As far back as its rule pays. */
function paidBack({ county }: AtWork, due: Due, before: Entitlement | undefined, { to }: DueMonths): Due {
  const former = before ? [before.dueFen, ...before.former.map(({ dueFen }) => dueFen)] : []
  const dueFen = withinBackPay(due.dueFen, former, { month: due.month, now: to, backMonths: due.backMonths })
  if (dueFen === due.dueFen) return due
  const name = county.programmes.find(({ id }) => id === due.programme)?.name ?? due.programme
  return {
    ...due,
    dueFen,
    why: `${sayPeriod(due.period)}${name} ${yuan(dueFen)} 元：知道得晚，规定只补最近 ${due.backMonths} 个月，多出的不补。`,
  }
}

/** One claim, one document, whoever works it out and however often. */
const idOf = (claim: string): string => createHash('sha256').update(`entitlement ${claim}`).digest('hex').slice(0, 24)

function documentOf(on: AtWork, claim: string, due: Due, before: Entitlement | undefined): Entitlement {
  const { backMonths: _, villageCode, ...said } = due
  return {
    ...{ _id: idOf(claim), claim, ...said, villageCode, townCode: villageCode.slice(0, 9) },
    former: before && before.dueFen !== due.dueFen ? formerOf(on, before) : (before?.former ?? []),
    computedAt: on.moment.iso,
  }
}

const formerOf = ({ moment }: AtWork, { dueFen, why, former }: Entitlement): Entitlement['former'] => [
  ...former,
  { dueFen, why, until: moment.iso },
]

/** Of something that nothing speaks for any more: a list was taken back, a record is another person's. */
function noMore({ county }: AtWork, { programme, period }: Entitlement): Pick<Entitlement, 'dueFen' | 'why'> {
  const name = county.programmes.find(({ id }) => id === programme)?.name ?? programme
  return { dueFen: fen(0), why: `${sayPeriod(period)}${name} 0 元：原来依据的名册、名单改了，按现在的不该发。` }
}

const saysTheSame = (before: Entitlement, next: Entitlement): boolean => contentOf(before) === contentOf(next)

const contentOf = (due: Entitlement): string => {
  const { personId, householdId, villageCode, forWhom, month, dueFen, why, rule, records } = due
  const { source, from, unverified = false } = rule
  return JSON.stringify([
    personId,
    householdId,
    villageCode,
    forWhom,
    month,
    dueFen,
    why,
    source,
    from,
    unverified,
    records.map(({ kind, id }) => [kind, id]),
  ])
}
