import type { HouseholdFile } from '#contract/household/actions'
import { maskName } from '#domain/people/names'
import type { HouseholdPart } from '#domain/register/register'
import type { Relation } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import type { ListName, LoadedFile } from '../lists'
import { awardsOf } from './awards'
import { helpersOf } from './helpers'
import { incomeOf } from './income'
import { moneyOf } from './money'
import { policiesOf } from './policies'
import { saidBy } from './said-by'

/** Which lists a part is made of, and how it is told to somebody who stands so to the household. */
interface Part<P extends HouseholdPart> {
  needs: readonly ListName[]
  tell: (on: On, file: LoadedFile, relation: Relation) => NonNullable<HouseholdFile[P]>
}

/** Every part of a household's file. */
export const fileParts: { [P in HouseholdPart]: Part<P> } = {
  money: { needs: ['plan', 'answers', 'words'], tell: (on, file, relation) => moneyOf(on, file, relation === 'self') },
  dividends: {
    needs: ['shares', 'pooled'],
    tell: ({ county }, { shares }) =>
      shares.map(({ scheme, year, principalFen, dividendFen, saidOn }) => ({
        ...{ scheme, year, principalFen, dividendFen },
        ...saidBy(county, county.sources.dividends, saidOn),
      })),
  },
  awards: { needs: ['listed'], tell: awardsOf },
  policies: { needs: ['plan', 'shares', 'doctors'], tell: policiesOf },
  helpers: { needs: ['cadres', 'doctors', 'planned'], tell: helpersOf },
  members: {
    needs: [],
    tell: (_, { household }) =>
      household.members.map(({ name, relation, left }) => ({ name: maskName(name), relation, ...(left && { left }) })),
  },
  income: { needs: ['stated'], tell: incomeOf },
}
