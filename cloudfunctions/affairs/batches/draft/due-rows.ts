import { claimKey } from '#domain/money/claims'
import { fen, sumFen } from '#domain/money/money'
import { addMonths } from '#domain/time/dates'
import type { AtWork } from '#kernel/jobs/kind'
import { seal } from '#kernel/seal/seal'
import { find, findIn } from '#store/db/read'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import { payments, type Payment } from '#store/money/money'
import type { OnePerson } from '../../persons/one-person'
import { sayPeriod } from '#domain/time/list-periods'
import { ofProgrammes, programmesOf } from './programmes-of'
import type { DraftAt, Drafting, DraftPage, DraftRow } from './draft-row'

/** So many months back what is still to be paid is looked for. */
const monthsBack = 24

/** What rules say is due to be paid by this month, as far as no plan has ordered it: back pay of earlier months with its own period. */
export async function dueRows({ on, batch, one, size }: Drafting, { after }: DraftAt): Promise<DraftPage> {
  const own = {
    ...ofProgrammes(batch),
    month: { $gte: addMonths(batch.month, -monthsBack), $lte: batch.month },
    dueFen: { $gt: 0 },
    _id: { $gt: after },
  }
  const found = await find(on.db, entitlements, own, { order: [['_id', 'asc']], limit: size })
  const ordered = await orderedFor(on, one, found)
  const accounts = await lastAccounts(on, found)
  const rows = found.flatMap((due): DraftRow[] => {
    const left = fen(due.dueFen - sumFen((ordered.get(due.claim) ?? []).map(({ dueFen }) => dueFen)))
    if (left <= 0) return []
    const last = accounts.get(due._id)
    return [
      {
        ...{ key: `claim/${due.claim}`, paymentId: null, claim: due.claim, personId: due.personId, householdId: due.householdId },
        ...{ forWhom: due.forWhom, programme: due.programme, period: sayPeriod(due.period), amountFen: left, reissueOf: null },
        ...{ accountName: last?.accountName ?? '', cardSealed: last?.cardSealed ?? seal(on.keys, ''), cardIndex: last?.cardIndex ?? '' },
      },
    ]
  })
  return { rows, next: found.length === size ? { part: 0, row: null, after: found.at(-1)!._id } : undefined }
}

/** What plans have ordered of these dues; what is sent again is not ordered twice. */
async function orderedFor({ db, county }: AtWork, one: OnePerson, dues: readonly Entitlement[]): Promise<Map<string, Payment[]>> {
  const programmes = programmesOf(county)
  const people = one.withOthers(dues.map(({ personId }) => personId))
  const homes = dues.flatMap(({ householdId }) => householdId ?? [])
  const fields = ['personId', 'householdId', 'programme', 'period', 'dueFen', 'reissueOf']
  const [ofPeople, ofHomes] = await Promise.all([
    findIn(db, payments, 'personId', people, fields),
    findIn(db, payments, 'householdId', homes, fields),
  ])
  const found = new Map<string, Payment[]>()
  for (const payment of new Map([...ofPeople, ...ofHomes].map((row) => [row._id, row])).values()) {
    if (payment.reissueOf !== undefined) continue
    const claim = claimKey(programmes, { ...payment, personId: one.keptOf(payment.personId) })
    found.set(claim, [...(found.get(claim) ?? []), payment])
  }
  return found
}

/** The account to which the same money went last: a household's for a household's money, else the person's own. */
async function lastAccounts({ db, county }: AtWork, dues: readonly Entitlement[]): Promise<Map<string, Payment>> {
  const programmes = programmesOf(county)
  const paidBy = (due: Entitlement) => programmes.get(due.programme)?.paidTo === 'head' && due.householdId !== null
  const fields = ['personId', 'householdId', 'programme', 'month', 'importedAt', 'accountName', 'cardSealed', 'cardIndex']
  const [ofPeople, ofHomes] = await Promise.all([
    findIn(
      db,
      payments,
      'personId',
      dues.map(({ personId }) => personId),
      fields,
    ),
    findIn(
      db,
      payments,
      'householdId',
      dues.filter(paidBy).map(({ householdId }) => householdId!),
      fields,
    ),
  ])
  const newest = (rows: Payment[], programme: string) =>
    [...rows].sort(
      (a, b) =>
        Number(b.programme === programme) - Number(a.programme === programme) ||
        b.month.localeCompare(a.month) ||
        b.importedAt.localeCompare(a.importedAt),
    )[0]
  return new Map(
    dues.flatMap((due) => {
      const rows = paidBy(due)
        ? ofHomes.filter((row) => row.householdId === due.householdId && programmes.get(row.programme)?.paidTo === 'head')
        : ofPeople.filter((row) => row.personId === due.personId && programmes.get(row.programme)?.paidTo !== 'head')
      const last = newest(rows, due.programme)
      return last ? [[due._id, last] as const] : []
    }),
  )
}
