import type { HouseholdRow, OfficerFile } from '#contract/supervision/actions'
import { findById } from '#store/db/read'
import { persons, type Household } from '#store/people/register'
import type { As, Cloud } from '../harness/cloud'
import { aHousehold } from '../harness/people'

export interface Page {
  rows: HouseholdRow[]
  total: number
  next?: string
}

export const looking = (cloud: () => Cloud) => ({
  list: (input: object, as: As) => cloud().call<Page>('supervision', 'list', input, as),
  file: (input: object, as: As) => cloud().call<OfficerFile>('supervision', 'file', input, as),
})

/** A household in the first or another village of a town. */
const aHouseholdIn = ({ county }: Cloud, townCode: string, village = 0, over: Partial<Household> = {}): Partial<Household> => ({
  townCode,
  villageCode: county.towns.find(({ code }) => code === townCode)!.villages[village]!.code,
  ...over,
})
export const settle = (cloud: Cloud, town: string, village?: number, over?: Partial<Household>) =>
  aHousehold(cloud, aHouseholdIn(cloud, town, village, over))

export const personOf = async ({ db }: Cloud, { headId }: Pick<Household, 'headId'>) => (await findById(db, persons, headId))!
