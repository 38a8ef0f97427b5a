import type { DataCopy } from '#contract/farmer'
import type { household } from '#contract/household'
import { refusals } from '#kernel/errors'
import { recordLook } from '#kernel/release'
import { checkOwnWord } from '#kernel/vouching'
import type { Action } from '#kernel/serve'
import { accountsOfPerson } from '#store/accounts'
import { findById, findEach } from '#store/collection'
import { findContact } from '#store/contacts'
import { doctorContracts, pairings } from '#store/helpers'
import { dividends, payments, receipts } from '#store/money'
import { proxiesOfPerson } from '#store/proxies'
import { events, households } from '#store/register'
import { requestsOfPerson } from '#store/requests'
import { householdParts } from '#domain/register'
import { sectionsOf } from './copy-sections'

/** A copy of everything kept of the caller and their household. Source of the right: Personal Information Protection Law, article 45. */
export const copy: Action<typeof household.copy> = async (_, on): Promise<DataCopy> => {
  const { db, moment } = on
  await checkOwnWord(on)
  const caller = await on.caller()
  const person = caller.person!
  const householdId = person.householdId
  if (!householdId) throw refusals.signIn()
  await recordLook(on, caller, { action: 'household.copy', granted: true, relation: 'self', householdId, personId: person._id, parts: [...householdParts] })
  const ofHome = { householdId }
  const [home, plan, answers, shares, cadres, doctors, history, requests, proxies, phones, contact] = await Promise.all([
    findById(db, households, householdId), findEach(db, payments, ofHome), findEach(db, receipts, ofHome), findEach(db, dividends, ofHome),
    findEach(db, pairings, ofHome), findEach(db, doctorContracts, ofHome), findEach(db, events, { personId: person._id }),
    requestsOfPerson(db, person._id), proxiesOfPerson(db, person._id), accountsOfPerson(db, person._id), findContact(db, person._id),
  ])
  if (!home) throw refusals.signIn()
  return { madeAt: moment.iso, sections: sectionsOf(on, { person, home, plan, answers, shares, cadres, doctors, history, requests, proxies, phones, contact }) }
}
