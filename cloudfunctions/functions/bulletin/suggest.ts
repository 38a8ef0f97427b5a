import { randomBytes, randomUUID } from 'node:crypto'
import type { bulletin } from '#contract/bulletin/actions'
import { invitationCodeLength } from '#domain/access/invitation-code'
import { normOn } from '#domain/county/parameters'
import { daysAfter, type Day } from '#domain/time/dates'
import { Bucket } from '#kernel/call/bucket'
import { base32 } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import { digest, digests, seal } from '#kernel/seal/seal'
import type { Action } from '#kernel/call/on'
import { fingerprintOf, isNew } from '#kernel/seal/written-once'
import { findByReceipt, insertSuggestion, type Suggestion } from '#store/public/suggestions'
import { findCase } from '#store/work/cases'
import type { Db } from '#store/db/collection'
import { posterPlace } from './poster-place'

/** Far more than a county has to say at once, and far less than would fill its database. Of everybody together: it knows nobody. */
const bucket = new Bucket(60, 30)

/**
 * Takes down a suggestion. Its receipt is kept nowhere: the phone that sends the same again, because the answer was lost, gets
 * the same one out of its key. Nothing says who sent it or at what time.
 */
export const suggest: Action<typeof bulletin.suggest> = async (
  { words, place, contact, caseId, key },
  { db, keys, county, moment: { today } },
) => {
  const receipt = base32(
    key === undefined ? randomBytes(10) : fingerprintOf(keys, 'suggestion', [key, words, place, contact, caseId]).subarray(0, 10),
  ).slice(0, invitationCodeLength)
  const before = key === undefined ? undefined : await findByReceipt(db, digests(keys, 'suggestion', receipt))
  if (before) return answerTo(receipt, before)
  if (!bucket.take()) throw refusals.busy('现在提意见的人太多，没有送出去。您写的字还在这部手机上，请过几分钟再送一次。')
  const dueOn = daysAfter(today, normOn(county, 'suggestion-assign-days', today))
  const against = caseId === undefined ? undefined : await shownToday(db, caseId, today)
  const written = await isNew(
    insertSuggestion(db, {
      _id: randomUUID(),
      receipt: digest(keys, 'suggestion', receipt),
      wordsSealed: seal(keys, words),
      contactSealed: contact ? seal(keys, contact) : null,
      ...(against && { caseId: against._id }),
      place: against?.villageCode ?? (place && posterPlace(county, place) ? place : null),
      state: 'received',
      receivedOn: today,
      dueOn,
      agencyId: null,
      agency: null,
      noteSealed: null,
      answerSealed: null,
      answeredBy: null,
      answeredOn: null,
      published: null,
      publicOn: null,
    }),
  )
  if (!written) bucket.giveBack()
  return { receipt, dueOn }
}

/** A case that the village is shown today. */
const shownToday = async (db: Db, id: string, today: Day) => {
  const found = await findCase(db, id)
  return found?.state === 'notice' && today <= found.noticeUntil! ? found : undefined
}

/** One that was answered meanwhile is due no more: it was on the day that it came. */
const answerTo = (receipt: string, { dueOn, receivedOn }: Suggestion) => ({ receipt, dueOn: dueOn ?? receivedOn })
