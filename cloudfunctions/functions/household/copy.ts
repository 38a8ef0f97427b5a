import type { DataCopy } from '#contract/household/farmer'
import type { household } from '#contract/household/actions'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import { gatherAll } from '#affairs/stated/gather'
import { checkOwnWord } from '#affairs/trust/vouching'
import { presentVisits } from '#affairs/visits/own-visits'
import type { Action } from '#kernel/call/on'
import { accountsOfPerson } from '#store/access/accounts'
import { findById, findEach } from '#store/db/read'
import { findContact } from '#store/people/contacts'
import { doctorContracts, pairings } from '#store/people/helpers'
import { awards } from '#store/money/awards'
import { confirmations } from '#store/money/confirmations'
import { incomes } from '#store/people/incomes'
import { medicalBills } from '#store/people/medical'
import { dividends, payments, receipts } from '#store/money/money'
import { proxiesOfPerson } from '#store/access/proxies'
import { events, households } from '#store/people/register'
import { membershipsOf } from '#store/work/schemes'
import { plans } from '#store/work/plans'
import { requestsOfPerson } from '#store/work/requests'
import { visitsOf } from '#store/work/visits'
import { householdParts } from '#domain/register/register'
import { sectionsOf, toldInCopy } from './copy-sections'

/** A copy of everything kept of the caller and their household. Source of the right: Personal Information Protection Law, article 45. */
export const copy: Action<typeof household.copy> = async (_, on): Promise<DataCopy> => {
  const { db, moment } = on
  await checkOwnWord(on)
  const caller = await on.caller()
  const person = caller.person!
  const householdId = person.householdId
  if (!householdId) throw refusals.signIn()
  await recordLook(on, caller, {
    action: 'household.copy',
    granted: true,
    relation: 'self',
    householdId,
    personId: person._id,
    parts: [...householdParts],
  })
  const ofHome = { householdId }
  const [
    home,
    plan,
    answers,
    words,
    shares,
    pooled,
    listed,
    cadres,
    doctors,
    stated,
    planned,
    history,
    requests,
    proxies,
    phones,
    contact,
    bills,
    said,
    visits,
  ] = await Promise.all([
    findById(db, households, householdId),
    findEach(db, payments, ofHome),
    findEach(db, receipts, ofHome),
    findEach(db, confirmations, ofHome),
    findEach(db, dividends, ofHome),
    membershipsOf(db, householdId),
    findEach(db, awards, ofHome),
    findEach(db, pairings, ofHome),
    findEach(db, doctorContracts, ofHome),
    findEach(db, incomes, ofHome),
    findEach(db, plans, ofHome),
    findEach(db, events, { personId: person._id }),
    requestsOfPerson(db, person._id),
    proxiesOfPerson(db, person._id),
    accountsOfPerson(db, person._id),
    findContact(db, person._id),
    findEach(db, medicalBills, { personId: person._id }),
    gatherAll(on, toldInCopy, [person._id]),
    visitsOf(db, householdId).then((made) => presentVisits(on, made, 'self')),
  ])
  if (!home) throw refusals.signIn()
  return {
    madeAt: moment.iso,
    sections: sectionsOf(on, {
      person,
      said,
      home,
      plan,
      answers,
      words,
      shares,
      pooled,
      listed,
      cadres,
      doctors,
      stated,
      planned,
      history,
      requests,
      proxies,
      phones,
      contact,
      bills,
      visits,
    }),
  }
}
