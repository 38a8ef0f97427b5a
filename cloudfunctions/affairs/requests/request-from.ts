import { maskName } from '#domain/people/names'
import { daysAfter } from '#domain/time/dates'
import { seal } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Household, Person } from '#store/people/register'
import type { FarmerRequest } from '#store/work/requests'

/** What is asked, of whom, and within how many days it is to be answered. */
export type Asked = Pick<FarmerRequest, '_id' | 'kind' | 'about' | 'part' | 'paymentId' | 'visitId' | 'lookId' | 'toAgencyId'> & {
  words: string
  days: number
}

/** A request of somebody of the household, as it is kept. */
export const requestFrom = (
  { keys, county, moment }: On,
  person: Person,
  home: Household,
  { words, days, ...asked }: Asked,
): FarmerRequest => ({
  ...asked,
  householdId: home._id,
  personId: person._id,
  villageCode: home.villageCode,
  from: maskName(person.name),
  to: county.agencies.find(({ id }) => id === asked.toAgencyId)?.name ?? asked.toAgencyId,
  wordsSealed: seal(keys, words),
  at: moment.iso,
  dueOn: daysAfter(moment.today, days),
  answerSealed: null,
  answeredBy: null,
  answeredAt: null,
})
