import type { bulletin } from '#contract/bulletin/actions'
import { readInvitationCode } from '#domain/access/invitation-code'
import { refusals } from '#kernel/call/errors'
import { digests, open } from '#kernel/seal/seal'
import type { Action } from '#kernel/call/on'
import { findByReceipt, listPublicAnswers } from '#store/public/suggestions'

/** What became of a suggestion, for whoever holds its receipt. */
export const suggestion: Action<typeof bulletin.suggestion> = async ({ receipt }, { db, keys }) => {
  const read = readInvitationCode(receipt)
  const found = read && (await findByReceipt(db, digests(keys, 'suggestion', read)))
  if (!found) throw refusals.notFound('没有找到这个回执号。请对照抄下的号码再看一遍：12 位，只有字母和数字。')
  const { state, receivedOn, dueOn, agency, answerSealed, answeredOn, publicOn } = found
  return {
    state,
    receivedOn,
    isPublic: publicOn !== null,
    ...(dueOn && { dueOn }),
    ...(agency && { agency }),
    ...(answerSealed && { answer: open(keys, answerSealed) }),
    ...(answeredOn && { answeredOn }),
  }
}

const pageSize = 20

/** Questions answered in public. The cursor is the last one's day and id. */
export const answers: Action<typeof bulletin.answers> = async ({ after }, { db }) => {
  const [publicOn = '', id = ''] = after?.split('/') ?? []
  const found = await listPublicAnswers(db, pageSize + 1, after ? { publicOn, id } : undefined)
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  return {
    answers: page.map(({ _id, published, agency, publicOn: answeredOn }) => ({
      id: _id,
      ...published!,
      agency: agency!,
      answeredOn: answeredOn!,
    })),
    ...(found.length > pageSize && last && { next: `${last.publicOn}/${last._id}` }),
  }
}
