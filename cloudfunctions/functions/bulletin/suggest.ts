import { randomBytes, randomUUID } from 'node:crypto'
import type { bulletin } from '#contract/bulletin'
import { invitationCodeLength } from '#domain/invitation-code'
import { normOn } from '#domain/parameters'
import { Bucket } from '#kernel/bucket'
import { daysAfter } from '#kernel/clock'
import { base32 } from '#kernel/code-signer'
import { refusals } from '#kernel/errors'
import { digest, seal } from '#kernel/seal'
import type { Action } from '#kernel/serve'
import { insertSuggestion } from '#store/suggestions'
import { posterPlace } from './poster-place'

/** Far more than a county has to say at once, and far less than would fill its database. Of everybody together: it knows nobody. */
const bucket = new Bucket(60, 30)

/** Takes down a suggestion. Its receipt is told once and kept nowhere; nothing says who sent it or at what time. */
export const suggest: Action<typeof bulletin.suggest> = async ({ words, place, contact }, { db, keys, county, moment: { today } }) => {
  if (!bucket.take()) throw refusals.busy('现在提意见的人太多，没有送出去。您写的字还在这部手机上，请过几分钟再送一次。')
  const receipt = base32(randomBytes(10)).slice(0, invitationCodeLength)
  const dueOn = daysAfter(today, normOn(county, 'suggestion-assign-days', today))
  await insertSuggestion(db, {
    _id: randomUUID(), receipt: digest(keys, 'suggestion', receipt), wordsSealed: seal(keys, words), contactSealed: contact ? seal(keys, contact) : null,
    place: place && posterPlace(county, place) ? place : null, state: 'received', receivedOn: today, dueOn,
    agencyId: null, agency: null, noteSealed: null, answerSealed: null, answeredBy: null, answeredOn: null, published: null, publicOn: null,
  })
  return { receipt, dueOn }
}
