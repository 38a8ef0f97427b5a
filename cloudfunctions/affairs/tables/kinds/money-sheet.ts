import { outstandingNames, surplusNames } from '#domain/money/claims'
import { sumFen, yuan, type Fen } from '#domain/money/money'
import { placeOf } from '#domain/place/divisions'
import { daysBetween, sayWhen } from '#domain/time/dates'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import type { Claim } from '#store/money/claims'
import { payments, type Payment } from '#store/money/money'
import { persons, type Person } from '#store/people/register'
import { shownName } from './people'
import { placeOfClaim, placedClaims, type PlacedClaim } from './placed-claims'
import { tableKind, type Reading, type TableKind } from './table-kind'

interface MoneyRow extends PlacedClaim {
  number: number
  person: Person | undefined
  /** The plan row that pays it, or the newest of the same person: where the money goes. */
  paidBy: Payment | undefined
  card: string | undefined
}

const missingOf = ({ outstanding }: Claim): Fen => sumFen(outstanding.map(({ fen }) => fen))

/** 到账, 到了一部分, 没到; of what was not due at all, that it was not. */
function sayState({ dueFen, creditedFen, surplus, disputed }: Claim): string {
  const came = dueFen === 0 ? '不该发' : creditedFen === dueFen ? '到账' : creditedFen > 0 ? '到了一部分' : '没到'
  return [came, surplus.length > 0 && dueFen > 0 && '多付', disputed && '农户说不对'].filter(Boolean).join('，')
}

const sayReasons = ({ outstanding, surplus }: Claim): string =>
  [
    ...outstanding.map(({ reason, fen }) => `${outstandingNames[reason]} ${yuan(fen)} 元`),
    ...surplus.map(({ reason, fen }) => `${surplusNames[reason]} ${yuan(fen)} 元`),
  ].join('；')

/** Days that the oldest of what has not come has lain. */
function lainDays({ outstanding }: Claim, { on }: Reading): number | null {
  const since = outstanding.flatMap((part) => part.since ?? []).sort()[0]
  return since === undefined ? null : Math.max(0, daysBetween(since, on.moment.today))
}

/**
 * 资金发放表: one due a row in the layout in which plans come, with what became of it. Headed so that it can be taken in again as a plan,
 * where the grant opens numbers and cards; no heading is one of a bank's receipt, which it must not be taken for.
 */
export const moneySheet: TableKind = tableKind<MoneyRow>({
  name: '资金发放表',
  what: '一笔一行：该发多少、到了多少、哪天到的、没到的原因，按发放月份；不在名册上的人不在表里，在“扶贫资金”里看',
  unit: '笔',
  ofTime: true,
  needs: 'money',
  columns: [
    { id: 'number', heading: ['序号'], width: 7, kind: 'count', cell: ({ number }) => number },
    {
      id: 'town',
      heading: ['乡镇'],
      width: 12,
      kind: 'text',
      cell: ({ claim }, { on }) => placeOf(on.county, claim.villageCode)?.town.name ?? claim.townCode,
    },
    {
      id: 'village',
      heading: ['村'],
      width: 14,
      kind: 'text',
      cell: ({ claim }, { on }) => placeOf(on.county, claim.villageCode)?.village.name ?? claim.villageCode,
    },
    {
      id: 'name',
      heading: ['姓名'],
      width: 12,
      kind: 'text',
      cell: ({ person, home }, reading) => shownName(reading, person?.name ?? home.headName),
    },
    {
      id: 'id-number',
      field: 'id-number',
      heading: ['身份证号'],
      width: 22,
      kind: 'text',
      cell: ({ person }, { on }) => (person ? open(on.keys, person.idSealed) : null),
    },
    {
      id: 'account-name',
      field: 'card',
      heading: ['开户名'],
      width: 12,
      kind: 'text',
      cell: ({ paidBy }, reading) => (paidBy ? shownName(reading, paidBy.accountName) : null),
    },
    { id: 'card', field: 'card', heading: ['卡号'], width: 24, kind: 'text', cell: ({ card }) => card ?? null },
    { id: 'tail', part: 'money', heading: ['尾号'], width: 8, kind: 'text', cell: ({ card }) => card?.slice(-4) ?? null },
    {
      id: 'programme',
      part: 'money',
      heading: ['项目'],
      width: 20,
      kind: 'text',
      cell: ({ claim }, { on }) => on.county.programmes.find(({ id }) => id === claim.programme)?.name ?? claim.programme,
    },
    { id: 'month', part: 'money', heading: ['发放月份'], width: 12, kind: 'text', cell: ({ claim }) => sayWhen(claim.month) },
    { id: 'period', part: 'money', heading: ['属期'], width: 16, kind: 'text', cell: ({ claim }) => claim.period },
    { id: 'due', part: 'money', heading: ['应发金额（元）'], width: 15, kind: 'money', totalled: true, cell: ({ claim }) => claim.dueFen },
    {
      id: 'credited',
      part: 'money',
      heading: ['到账（元）'],
      width: 14,
      kind: 'money',
      totalled: true,
      cell: ({ claim }) => claim.creditedFen,
    },
    {
      id: 'missing',
      part: 'money',
      heading: ['没到（元）'],
      width: 14,
      kind: 'money',
      totalled: true,
      cell: ({ claim }) => missingOf(claim),
    },
    { id: 'state', part: 'money', heading: ['走到哪一步'], width: 14, kind: 'text', cell: ({ claim }) => sayState(claim) },
    { id: 'paid-on', part: 'money', heading: ['哪天到账'], width: 12, kind: 'day', cell: ({ claim }) => claim.creditedOn },
    { id: 'lain', part: 'money', heading: ['滞留天数'], width: 10, kind: 'count', cell: ({ claim }, reading) => lainDays(claim, reading) },
    { id: 'reason', part: 'money', heading: ['没到、多付的原因'], width: 36, kind: 'text', cell: ({ claim }) => sayReasons(claim) || null },
  ],
  async count(reading) {
    let count = 0
    for await (const _ of placedClaims(reading)) count++
    return count
  },
  async read(reading, needs, { after, number, size }) {
    const found: PlacedClaim[] = []
    for await (const one of placedClaims(reading, after ?? undefined)) if (found.push(one) > size) break
    const page = found.slice(0, size)
    return {
      rows: await withPeople(reading, page, needs, number),
      units: page.length,
      next: found.length > size ? placeOfClaim(page.at(-1)!.claim) : null,
    }
  },
})

/** Brings who they are and where their money goes; a card is opened only where its column is asked for. */
async function withPeople({ on }: Reading, page: readonly PlacedClaim[], needs: ReadonlySet<string>, before: number): Promise<MoneyRow[]> {
  const ids = [...new Set(page.map(({ claim }) => claim.personId))]
  const asksCard = ['card', 'tail', 'account-name'].some((id) => needs.has(id))
  const [people, paid] = await Promise.all([
    findIn(on.db, persons, '_id', ids),
    asksCard ? findIn(on.db, payments, 'personId', ids, ['personId', 'programme', 'month', 'accountName', 'cardSealed']) : [],
  ])
  const byId = new Map(people.map((person) => [person._id, person]))
  const ofPerson = new Map<string, Payment[]>()
  for (const row of paid) ofPerson.set(row.personId, [...(ofPerson.get(row.personId) ?? []), row])
  return page.map((one, i) => {
    const paidBy = paidWith(one.claim, ofPerson.get(one.claim.personId) ?? [])
    return {
      ...one,
      number: before + i + 1,
      person: byId.get(one.claim.personId),
      paidBy,
      card: paidBy && (needs.has('card') || needs.has('tail')) ? open(on.keys, paidBy.cardSealed) : undefined,
    }
  })
}

function paidWith({ programme, month }: Claim, rows: readonly Payment[]): Payment | undefined {
  const same = rows.filter((row) => row.programme === programme && row.month === month)
  return (same.length > 0 ? same : rows).reduce<Payment | undefined>(
    (newest, row) => (!newest || row.month >= newest.month ? row : newest),
    undefined,
  )
}
