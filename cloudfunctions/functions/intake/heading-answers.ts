import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { forget } from '#affairs/intake/directing/remembered'
import { presentAnswer } from '#affairs/intake/directing/present-answer'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { findById, findEach } from '#store/db/read'
import { headingAnswers as kept } from '#store/intake/heading-answers'

/** What was answered about headings: an officer sees their own agency's. */
export const headingAnswers: Action<typeof intake.headingAnswers> = async (_, on) => {
  const { agencyId } = await atDesk(on)
  const answers = await findEach(on.db, kept, agencyId === null ? {} : { agency: agencyId })
  return { answers: answers.map((answer) => presentAnswer(on.county, answer)) }
}

/** Forgets an answer: the next file headed so is asked about again. Who made it forget, and why, is on record. */
export const forgetHeadings: Action<typeof intake.forgetHeadings> = async ({ id, reason }, on) => {
  const { agencyId } = await atDesk(on)
  const answer = await findById(on.db, kept, id)
  if (!answer || (agencyId !== null && answer.agency !== agencyId)) throw refusals.notFound('没有记着这样的表头，可能已经有人忘掉它了。')
  if (on.call.road !== 'operator') await recordLook(on, await on.caller(), { action: 'intake.forgetHeadings', granted: true, reason })
  await forget(on.db, id)
  return {}
}
