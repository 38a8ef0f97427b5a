import type { Collection, Stored } from '#store/db/collection'
import { awards } from '#store/money/awards'
import { callbacks } from '#store/money/callbacks'
import { batchDifferences, batchLines } from '#store/money/batches'
import { claims } from '#store/money/claims'
import { confirmations } from '#store/money/confirmations'
import { entitlements } from '#store/money/entitlements'
import { dividends, payments } from '#store/money/money'
import { doctorContracts, pairings } from '#store/people/helpers'
import { medicalBills } from '#store/people/medical'
import { vitalEvents } from '#store/people/vital'

/** A record about a person that is shown with a household's file. */
export type OfPerson = Stored & { personId: string; householdId: string | null }

/**
 * Every collection whose records are about a person and are read by household: they come along when somebody who was on no register gets a
 * household, and when two entries of one person are brought together. Receipts are a payment's: they follow it.
 */
export const ofPerson = [
  payments,
  dividends,
  awards,
  entitlements,
  batchLines,
  batchDifferences,
  claims,
  confirmations,
  callbacks,
  pairings,
  doctorContracts,
  vitalEvents,
  medicalBills,
] as unknown as Collection<OfPerson>[]

/**
 * Collections that name a person and stay under the id by which it was done, however many entries the person has, and why: a test finds
 * every other one.
 */
export const staysWithId: Readonly<Record<string, string>> = {
  persons: 'the entry itself',
  register_events: 'what a register said of that number',
  likenesses: 'the pair itself',
  register_listings: 'what a register said of a household, by those numbers',
  codes: 'a card is good as long as it is: it leads to the household',
  statements: 'what a file said of that number',
  contacts: 'by person, its id is the person’s',
  accounts: 'whose phone it is: it leads to the household',
  bindings: 'a try to bind a card',
  proxies: 'who let whom',
  requests: 'who asked',
  source_decisions: 'what was decided about that entry',
  cases: 'whom it was opened about',
  warnings: 'what a row said',
  audit: 'append-only, under seal',
  turned_away: 'which card was tried',
}
