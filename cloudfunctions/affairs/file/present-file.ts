import type { Helper, HouseholdFile, PaymentLine } from '#contract/household/actions'
import { bankOfCard } from '#domain/money/bank-results'
import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { placeOf } from '#domain/place/divisions'
import { maskName } from '#domain/people/names'
import { splitPhones } from '#domain/people/phones'
import type { HouseholdPart } from '#domain/register/register'
import { settle } from '#domain/money/settlement'
import type { Relation } from '#kernel/access/authorize'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { LoadedFile } from './load'

/** On which list a household stands is of the policies that it enjoys. */
export const showsCategory = (parts: readonly HouseholdPart[]): boolean => parts.includes('policies')

/** The household's file, part by part; a part that is not released is absent. */
export function presentFile(
  { county, keys, moment }: On,
  file: LoadedFile,
  { relation, parts }: { relation: Relation; parts: HouseholdPart[] },
): HouseholdFile {
  const { household, shares } = file
  const place = placeOf(county, household.villageCode)
  const phoneOf = (sealed: string | null) => {
    const [phone, ...otherPhones] = sealed ? splitPhones(open(keys, sealed)) : []
    return { ...(phone !== undefined && { phone }), ...(otherPhones.length > 0 && { otherPhones }) }
  }
  const all: Required<Pick<HouseholdFile, HouseholdPart>> = {
    money: moneyOf(county, file, relation === 'self' ? cardsOf(file, keys, county) : new Map()),
    dividends: shares.map(({ scheme, year, principalFen, dividendFen }) => ({ scheme, year, principalFen, dividendFen })),
    policies: policiesOf(county, file),
    helpers: helpersOf(file, phoneOf, moment.today),
    members: household.members.map(({ name, relation, left }) => ({ name: maskName(name), relation, ...(left && { left }) })),
  }
  return {
    kind: 'household',
    relation,
    // An officer's grant names parts, and the head's name is none of them; whoever looks after the household knows whom they visit.
    head: relation === 'officer' ? maskName(household.headName) : household.headName,
    ...(household.headLeft && { headLeft: household.headLeft }),
    town: place?.town.name ?? household.townCode,
    village: place?.village.name ?? household.villageCode,
    ...(showsCategory(parts) && { category: household.category }),
    today: moment.today,
    updatedAt: newest(file),
    ...Object.fromEntries(parts.map((part) => [part, all[part]])),
    can: { see: parts, own: relation === 'self', confirm: relation === 'grid-worker' },
  }
}

const programmeOf = (county: County, id: string) => county.programmes.find((programme) => programme.id === id)

type Card = NonNullable<PaymentLine['card']>

function moneyOf(county: County, { plan, answers }: LoadedFile, cards: ReadonlyMap<string, Card>): PaymentLine[] {
  const { helpLine, bankReasons } = county.texts
  return settle(plan, answers, bankReasons, `请打${helpLine.label} ${helpLine.phone} 问一问。`).map(({ _id, forWhom, ...row }) => ({
    ...row,
    id: _id,
    name: programmeOf(county, row.programme)?.name ?? row.programme,
    icon: programmeOf(county, row.programme)?.icon,
    card: cards.get(_id),
    ...(forWhom && { forWhom }),
  }))
}

/** By which card each due is paid: bank and tail, as the person knows their own cards apart. One card is opened once. */
function cardsOf({ plan }: LoadedFile, keys: On['keys'], { banks }: County): Map<string, Card> {
  const known = new Map<string, Card>()
  return new Map(
    plan.map(({ _id, cardIndex, cardSealed }) => {
      const card = known.get(cardIndex) ?? cardShown(open(keys, cardSealed), banks)
      known.set(cardIndex, card)
      return [_id, card]
    }),
  )
}

const cardShown = (card: string, banks: County['banks']): Card => ({ bank: bankOfCard(banks, card), tail: card.slice(-4) })

/** Enjoyed without being paid from a plan: the field's own names, where the county pack has no programme of that id. */
const unpaid = { dividend: '抱团增收分红', 'family-doctor': '家庭医生签约' } as const

/** What the household enjoys: programmes it was paid from, pooled schemes, a family doctor. */
function policiesOf(county: County, { plan, shares, doctors }: LoadedFile): NonNullable<HouseholdFile['policies']> {
  const paid = [...new Set(plan.map(({ programme }) => programme))].map((id) => ({ id, name: id }))
  const others = [shares.length > 0 && 'dividend', doctors.length > 0 && 'family-doctor'] as const
  return [...paid, ...others.flatMap((id) => (id ? [{ id, name: unpaid[id] }] : []))].map(({ id, name }) => {
    const programme = programmeOf(county, id)
    const article = programme?.article ?? county.articles.find((candidate) => candidate.id === id)?.id
    return {
      programme: id,
      name: programme?.name ?? name,
      icon: programme?.icon ?? (id === 'family-doctor' ? 'doctor' : undefined),
      ...(article && { article }),
    }
  })
}

/**
 * Paired cadres, and each doctor once however many members signed with them. A visit dated in the future (a slip, kept with a
 * warning) is not told as one that was.
 */
function helpersOf(
  { cadres, doctors }: LoadedFile,
  phoneOf: (sealed: string | null) => Pick<Helper, 'phone' | 'otherPhones'>,
  today: Day,
): Helper[] {
  const each = new Map(doctors.map((contract) => [contract.workerId, contract]))
  return [
    ...cadres.map(({ name, unit, post, phoneSealed, lastVisit }): Helper => ({
      role: 'cadre',
      name,
      unit,
      ...(post && { post }),
      ...phoneOf(phoneSealed),
      ...(lastVisit && lastVisit <= today && { lastVisit }),
    })),
    ...[...each.values()].map(({ name, clinic }): Helper => ({ role: 'doctor', name, unit: clinic })),
  ]
}

const newest = ({ household, plan, answers, shares, cadres, doctors }: LoadedFile): string =>
  [household, ...plan, ...answers, ...shares, ...cadres, ...doctors].reduce(
    (latest, { importedAt }) => (importedAt > latest ? importedAt : latest),
    '',
  )
