import { fen, sumFen, yuan, type Fen } from '../../money/money'
import { spanKey, type Span } from '../../time/spans'
import type { Finding } from '../finding'

/** What somebody paid for treatment in some months, as one row of one list says. */
export interface Bill extends Span {
  _id: string
  importId: string
  personId: string
  selfPaidFen: Fen
}

/** The people whose bills of a year are added up: a household of the register, or one person who is on none. */
export interface Payer {
  subject: { kind: 'household' | 'person'; id: string }
  townCode?: string
  villageCode?: string
  bills: readonly Bill[]
}

/**
 * The bills of one person that may be added up: lists of months that overlap tell of the same money, so the one that reaches farthest
 * counts, and with it all its rows.
 */
export function countedBills(bills: readonly Bill[]): Bill[] {
  const lists = new Map<string, Bill[]>()
  for (const bill of bills) {
    const key = `${bill.importId}/${spanKey(bill)}`
    lists.set(key, [...(lists.get(key) ?? []), bill])
  }
  const farthest = [...lists.values()].sort(
    ([a], [b]) => b!.to.localeCompare(a!.to) || a!.from.localeCompare(b!.from) || a!.importId.localeCompare(b!.importId),
  )
  const counted: Bill[][] = []
  for (const list of farthest) if (!counted.some(([other]) => overlap(other!, list[0]!))) counted.push(list)
  return counted.flat()
}

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

/** Paid themselves more than the pack's limit in a year; exactly the limit is not more. `limitFen` in 分. */
export function selfPaidOver(payers: readonly Payer[], year: string, limitFen: Fen, agencyId: string): Finding[] {
  return payers.flatMap(({ subject, bills, ...place }) => {
    const people = [...new Set(bills.map(({ personId }) => personId))]
    const counted = people.flatMap((id) => countedBills(bills.filter(({ personId }) => personId === id)))
    const sum = sumFen(counted.map(({ selfPaidFen }) => selfPaidFen))
    if (sum <= limitFen) return []
    const who =
      subject.kind === 'person' ? '不在名册上的一个人' : people.length > 1 ? `名册上的一户（${people.length} 个人）` : '名册上的一户'
    return [
      {
        ...{ subject, cause: year, agencyId, ...place },
        why: `${who}，${year}年看病自付 ${yuan(sum)} 元，超过 ${yuan(limitFen)} 元。请上门看看有没有困难。`,
        amountFen: fen(sum),
        records: counted.map(({ _id }) => ({ kind: 'medical-bill' as const, id: _id })),
        // A little more each month is no news; twice as much is.
        facts: [year, `${Math.floor(sum / limitFen)}`],
      },
    ]
  })
}
