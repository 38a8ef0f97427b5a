import type { supervision } from '#contract/supervision/actions'
import type { RequestRow, WayStep } from '#contract/supervision/requests'
import { placeOf } from '#domain/place/divisions'
import { waysOf } from '#affairs/file/way-of-line'
import { act } from '#kernel/act'
import { countyTime } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import { open, seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { answerRequest, findRequest, requestsTo, type FarmerRequest } from '#store/work/requests'

/** What farmers ask of the caller's agency: corrections of what it supplied, money that it pays; and complaints. */
export const requests: Action<typeof supervision.requests> = async ({ open: stillOpen }, on) => {
  const caller = await on.caller()
  const found = await requestsTo(on.db, caller.staff!.agencyId, stillOpen)
  await recordLook(on, caller, { action: 'supervision.requests', granted: true, rows: found.length })
  const ways = await waysOf(
    on,
    found.flatMap(({ paymentId }) => paymentId ?? []),
  )
  return { requests: found.map((request) => presentRow(on, request, ways.get(request.paymentId ?? ''))) }
}

/** The answer goes back to the farmer's phone. The first answer stands; of two at once, one does. */
export const answer: Action<typeof supervision.answer> = async ({ id, words, met }, on) => {
  const answered = await act(on, {
    action: 'supervision.answer',
    find: () => findRequest(on.db, id),
    look: (request, one) => ({ about: { kind: 'request', id }, ...(isOwn(one, request) && whose(request)) }),
    may: (request, one) => isOwn(one, request) && request.answeredAt === null,
    become: ({ kind }, one) => {
      if ((kind === 'need') !== (met !== undefined))
        throw refusals.badInput(
          kind === 'need' ? '请选办好了，还是办不了。您写的字还在。' : '这一件不是需求，写清楚答复就行。请刷新后再试。',
        )
      return { answerSealed: seal(on.keys, words), answeredBy: one.name, answeredAt: on.moment.iso, ...(met !== undefined && { met }) }
    },
    change: (request, answer) => answerRequest(on.db, request, answer),
    gone: () =>
      refusals.notFound('这一件已经有人答复了，或者不归本单位办。请刷新再看，您写的字还在；没有答复的，由收到这一件的单位的人来答复。'),
  })
  return { request: presentRow(on, answered) }
}

/** Only the agency that it was sent to is told whose it is. */
export const isOwn = ({ agencyId }: Staff, request: FarmerRequest | undefined): request is FarmerRequest => request?.toAgencyId === agencyId

export const whose = ({ householdId, personId }: FarmerRequest) => ({ householdId, personId })

export function presentRow(
  { keys, county, moment }: On,
  { _id, kind, about, wordsSealed, at, villageCode, from, dueOn, opened, answerSealed, answeredBy, answeredAt, met }: FarmerRequest,
  way?: WayStep[],
): RequestRow {
  const place = placeOf(county, villageCode)
  return {
    id: _id,
    kind,
    about,
    words: open(keys, wordsSealed),
    at,
    from,
    place: place ? place.town.name + place.village.name : villageCode,
    ...(dueOn && { dueOn }),
    late: dueOn !== undefined && (answeredAt === null ? moment.today : countyTime(answeredAt).day) > dueOn,
    ...(opened && { openedBy: opened.name }),
    ...(way && { way }),
    ...(answerSealed && { answer: open(keys, answerSealed) }),
    ...(answeredBy && { answeredBy }),
    ...(answeredAt && { answeredAt }),
    ...(met !== undefined && { met }),
  }
}
