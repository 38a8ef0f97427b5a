import type { Day } from '../time/dates'
import type { OutstandingReason, SurplusReason } from './claims'
import { fen, sumFen, type Fen } from './money'
import type { ClaimFacts, MoneyPart, MoneyRecord, Reconciled } from './reconcile-facts'
import { isDispute } from './said'
import { sentFor, wrongFor, type Sent } from './reconcile-rows'

/**
 * One due, from everything that is known of it. Amounts are whole 分. Always: due = credited + all outstanding, and paid − recovered =
 * credited + all surplus, in whatever order its records come. Money that was refused and sent again counts once, where it was sent again;
 * what came fills the due first, and what is on its way the rest of it, so nothing is outstanding twice.
 */
export function reconcile(facts: ClaimFacts): Reconciled {
  const sent = sentFor(facts)
  const dueFen = dueOf(facts, sent)
  const { creditedFen, creditedOn, surplus } = settleCame(sent, dueFen)
  const outstanding = settleMissing(sent, facts, { dueFen, creditedFen })
  const fundedOn = earliest(facts.lines.filter(({ batch }) => batch.state !== 'cancelled').map(({ batch }) => batch.fundedOn))
  return {
    ...{ dueFen, creditedFen, outstanding, surplus, fundedOn, creditedOn },
    paidFen: sumFen(sent.map(({ paidFen }) => paidFen)),
    recoveredFen: sumFen(sent.map(({ recoveredFen }) => recoveredFen)),
    disputed: isDisputed(facts),
    lyingSince: outstanding.length === 0 ? null : (fundedOn ?? earliest(facts.rows.map(({ on }) => on))),
  }
}

/**
 * By rules, or else what a plan orders for those who are to get it: rows of one person for one due are one, sent again or by mistake; those
 * of several people of a household are several, unless one's came back and stands in a later plan under another's name: its head changed.
 */
function dueOf({ entitlement, rows, people, needsRegister }: ClaimFacts, sent: readonly Sent[]): Fen {
  if (entitlement) return entitlement.dueFen
  const most = new Map<string, number>()
  for (const row of rows)
    if (!row.gone && wrongFor(people.get(row.personId), row, needsRegister) === undefined)
      most.set(row.personId, Math.max(most.get(row.personId) ?? 0, row.dueFen))
  const counted = [...most].filter(([personId]) => !isSentToAnother(personId, sent))
  return fen(counted.reduce((sum, [, one]) => sum + one, 0))
}

function isSentToAnother(personId: string, sent: readonly Sent[]): boolean {
  const own = sent.filter((one) => one.personId === personId)
  const last =
    own
      .map(({ month }) => month)
      .sort()
      .at(-1) ?? ''
  return (
    own.every(({ waits }) => waits === 'refused' || waits === 'returned') &&
    sent.some((one) => one.personId !== personId && one.month > last)
  )
}

/** What came fills the due, whom it was meant for first; what is over says why it is. */
function settleCame(sent: readonly Sent[], dueFen: Fen) {
  const came = sent.filter(({ paidFen }) => paidFen > 0)
  // Taken back though it was no more than was due: it was somebody else's account.
  const isElsewhere = ({ recalled }: Sent) => recalled && sumFen(came.map(({ paidFen }) => paidFen)) <= dueFen
  const surplus: MoneyPart<SurplusReason>[] = []
  let left: number = dueFen
  let creditedOn: Day | null = null
  for (const one of [...came].sort((a, b) => Number(isBad(a)) - Number(isBad(b)) || (a.order < b.order ? -1 : 1))) {
    const net = one.paidFen - one.recoveredFen
    const taken = isElsewhere(one) ? 0 : Math.min(net, left)
    const reason: SurplusReason =
      one.wrong ?? (isElsewhere(one) ? 'wrong-account' : dueFen === 0 ? 'not-entitled' : taken === 0 ? 'twice' : 'too-much')
    if (net > taken) addPart(surplus, { reason, fen: fen(net - taken), since: one.creditedOn, records: one.records })
    if (taken > 0) creditedOn = latest([creditedOn, one.creditedOn])
    left -= taken
  }
  return { creditedFen: fen(dueFen - left), creditedOn, surplus: inOrder(surplus) }
}

const isBad = ({ wrong, recalled }: Sent): boolean => wrong !== undefined || recalled

/** Which of what is on its way the rest of the due counts as first. */
const waiting: readonly OutstandingReason[] = [
  ...(['at-bank', 'unanswered', 'unclear', 'drafted', 'planned', 'mending', 'refused', 'returned', 'held', 'left-out'] as const),
]

function settleMissing(
  sent: readonly Sent[],
  { entitlement, rows }: ClaimFacts,
  { dueFen, creditedFen }: { dueFen: Fen; creditedFen: Fen },
): MoneyPart<OutstandingReason>[] {
  const outstanding: MoneyPart<OutstandingReason>[] = []
  let left = dueFen - creditedFen
  for (const reason of waiting) {
    for (const { askedFen, since, records } of sent.filter(({ waits }) => waits === reason)) {
      const taken = Math.min(left, Math.max(0, askedFen))
      if (taken > 0) addPart(outstanding, { reason, fen: fen(taken), since, records })
      left -= taken
    }
  }
  if (left > 0) {
    const came = sent.filter(({ paidFen }) => paidFen > 0)
    const since = creditedFen > 0 ? latest(came.map(({ creditedOn }) => creditedOn)) : entitlement ? firstDay(entitlement.month) : null
    const records: MoneyRecord[] = [
      ...(entitlement ? [{ kind: 'entitlement' as const, id: entitlement._id }] : []),
      ...(creditedFen > 0 ? came : sent).flatMap((one) => one.records),
      ...(sent.length === 0 ? rows.map(({ _id }) => ({ kind: 'payment' as const, id: _id })) : []),
    ]
    addPart(outstanding, { reason: creditedFen > 0 ? 'short' : 'not-ordered', fen: fen(left), since, records })
  }
  return inOrder(outstanding)
}

/** The newest word on a row holds. */
function isDisputed({ confirmations, rows, lines }: ClaimFacts): boolean {
  const ids = new Set([...rows.map(({ _id }) => _id), ...lines.flatMap(({ paymentId }) => paymentId ?? [])])
  return [...ids].some((id) => {
    const newest = confirmations
      .filter(({ paymentId }) => paymentId === id)
      .sort((a, b) => a.n - b.n || a._id.localeCompare(b._id))
      .at(-1)
    return newest !== undefined && isDispute(newest.said) && !newest.answered
  })
}

/** Money of one reason is one part, as old as the oldest of it. */
function addPart<Reason extends string>(parts: MoneyPart<Reason>[], part: MoneyPart<Reason>): void {
  const there = parts.find(({ reason }) => reason === part.reason)
  if (!there) return void parts.push({ ...part, records: unique(part.records) })
  there.fen = sumFen([there.fen, part.fen])
  there.since = earliest([there.since, part.since])
  there.records = unique([...there.records, ...part.records])
}

const inOrder = <Reason extends string>(parts: MoneyPart<Reason>[]): MoneyPart<Reason>[] =>
  parts.sort((a, b) => a.reason.localeCompare(b.reason))

const unique = (records: readonly MoneyRecord[]): MoneyRecord[] =>
  [...new Map(records.map((one) => [`${one.kind}/${one.id}`, one])).values()].sort((a, b) =>
    `${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1,
  )

const firstDay = (month: string): Day => `${month}-01` as Day
const known = (days: readonly (Day | null)[]): Day[] => days.flatMap((one) => one ?? []).sort()
const earliest = (days: readonly (Day | null)[]): Day | null => known(days)[0] ?? null
const latest = (days: readonly (Day | null)[]): Day | null => known(days).at(-1) ?? null
