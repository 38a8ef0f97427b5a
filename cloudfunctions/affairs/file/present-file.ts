import type { HouseholdFile } from '#contract/household/actions'
import { categoryName } from '#domain/county/categories'
import { placeOf } from '#domain/place/divisions'
import { maskName } from '#domain/people/names'
import type { HouseholdPart } from '#domain/register/register'
import type { Relation } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { listNames, type LoadedFile } from './lists'
import { fileParts } from './parts/parts'
import { planOf } from './parts/plan'
import { schemesOf } from './parts/schemes'
import { saidBy } from './parts/said-by'

/** On which list a household stands is of the policies that it enjoys. */
export const showsCategory = (parts: readonly HouseholdPart[]): boolean => parts.includes('policies')

/** The household's file, part by part; a part that is not released is absent. */
export function presentFile(on: On, file: LoadedFile, look: { relation: Relation; parts: HouseholdPart[] }): HouseholdFile {
  const { relation } = look
  const { household } = file
  const { county, moment } = on
  // Whether those whom an income is of read it on their phone is the county's to say; in their copy it is in any case.
  const parts = look.parts.filter((part) => part !== 'income' || relation === 'officer' || county.incomes.shownToFarmer)
  const place = placeOf(county, household.villageCode)
  return {
    kind: 'household',
    relation,
    // An officer's grant names parts, and the head's name is none of them; whoever looks after the household knows whom they visit.
    head: relation === 'officer' ? maskName(household.headName) : household.headName,
    ...(household.headLeft && { headLeft: household.headLeft }),
    town: place?.town.name ?? household.townCode,
    village: place?.village.name ?? household.villageCode,
    ...(showsCategory(parts) && { category: categoryName(county, household.category) }),
    ...saidBy(county, county.sources.members, household.listedOn),
    today: moment.today,
    updatedAt: newest(file),
    ...Object.fromEntries(parts.map((part) => [part, fileParts[part].tell(on, file, relation)])),
    ...(parts.includes('dividends') && { schemes: schemesOf(on, file) }),
    ...(parts.includes('helpers') && relation !== 'officer' && planOf(on, file)),
    can: { see: parts, own: relation === 'self', confirm: relation === 'grid-worker' },
  }
}

/** The newest instant of import; they compare as text. */
export const newest = ({ household, ...of }: LoadedFile): string =>
  listNames
    .flatMap((name) => of[name].map((one) => ('importedAt' in one ? one.importedAt : '')))
    .reduce((a, b) => (b > a ? b : a), household.importedAt)
