import type { MoneyClaimRow } from '#contract/supervision/money'
import type { County } from '#domain/county/county'
import { outstandingNames, surplusNames } from '#domain/money/claims'
import { maskName } from '#domain/people/names'
import { placeOf } from '#domain/place/divisions'
import { daysBetween, type Day } from '#domain/time/dates'
import { mayRead, type Caller } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import type { Claim } from '#store/money/claims'
import { households, persons } from '#store/people/register'

/** Dues as an officer sees them; whose name and household is known in full is for the grant, where they look under one. */
export async function presentClaims(
  on: On,
  claims: readonly Claim[],
  under: Pick<Caller, 'ability'> | undefined,
): Promise<MoneyClaimRow[]> {
  const [people, homes] = await Promise.all([
    findIn(
      on.db,
      persons,
      '_id',
      claims.map(({ personId }) => personId),
      ['name'],
    ),
    under
      ? findIn(
          on.db,
          households,
          '_id',
          claims.flatMap(({ householdId }) => householdId ?? []),
          ['villageCode', 'helpers'],
        )
      : [],
  ])
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  const lookAt = new Map(
    homes.map(({ _id, villageCode, helpers }) => [_id, under && mayRead(under, { householdId: _id, villageCode, helpers })]),
  )
  return claims.map((claim) => {
    const look = lookAt.get(claim.householdId ?? '')
    const covered = look?.parts.includes('money') ?? false
    const name = nameOf.get(claim.personId) ?? ''
    return {
      ...presentClaim(on, claim),
      name: covered && look?.fields.includes('name') ? name : maskName(name),
      ...(covered && claim.householdId !== null && { householdId: claim.householdId }),
    }
  })
}

function presentClaim({ county, moment: { today } }: On, claim: Claim): Omit<MoneyClaimRow, 'name'> {
  const { _id, programme, period, month, dueFen, creditedFen, disputed, fundedOn, creditedOn, lyingSince } = claim
  return {
    ...{ id: _id, period, month, dueFen, creditedFen, disputed },
    whose: county.programmes.find(({ id }) => id === programme)?.paidTo === 'head' && claim.householdId !== null ? 'household' : 'person',
    place: placeName(county, claim),
    programme: namedProgramme(county, programme),
    outstanding: claim.outstanding.map(({ reason, fen, since }) => ({
      ...{ reason, name: outstandingNames[reason], fen },
      ...(since !== null && { since, days: daysLain(since, today) }),
    })),
    surplus: claim.surplus.map(({ reason, fen, since }) => ({
      ...{ reason, name: surplusNames[reason], fen },
      ...(since !== null && { since }),
    })),
    ...(fundedOn !== null && { fundedOn }),
    ...(creditedOn !== null && { creditedOn }),
    ...(lyingSince !== null && { lyingSince, lainDays: daysLain(lyingSince, today) }),
  }
}

const offRegister = '不在名册上的人'

const placeName = (county: County, { townCode, villageCode }: Claim): string => {
  const place = placeOf(county, villageCode)
  return place ? place.town.name + place.village.name : namedTown(county, townCode).name
}

export const namedProgramme = ({ programmes }: County, id: string) => ({ id, name: programmes.find((one) => one.id === id)?.name ?? id })

export const namedTown = ({ towns }: County, code: string) => ({
  id: code,
  name: code === '' ? offRegister : (towns.find((one) => one.code === code)?.name ?? code),
})

/** What is to come later has not lain yet. */
export const daysLain = (since: Day, today: Day): number => Math.max(0, daysBetween(since, today))
