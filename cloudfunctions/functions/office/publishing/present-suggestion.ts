import type { SuggestionRow } from '#contract/office/publishing'
import { placeOf } from '#domain/place/divisions'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Suggestion } from '#store/public/suggestions'
import type { Staff } from '#store/access/staff'
import { mayAnswer, mayAssign } from './suggestion-powers'

/** A suggestion as officers see it, with what this one may do with it; how to reach the villager for the agency that answers only. */
export function presentSuggestion({ county, keys, moment }: On, one: Staff, suggestion: Suggestion): SuggestionRow {
  const {
    _id,
    wordsSealed,
    contactSealed,
    noteSealed,
    answerSealed,
    place,
    state,
    receivedOn,
    dueOn,
    agencyId,
    agency,
    answeredBy,
    answeredOn,
    published,
  } = suggestion
  const found = place ? placeOf(county, place) : undefined
  return {
    id: _id,
    words: open(keys, wordsSealed),
    state,
    receivedOn,
    late: dueOn !== null && dueOn < moment.today,
    ...(place && { place: found ? found.town.name + found.village.name : place }),
    ...(contactSealed && agencyId === one.agencyId && { contact: open(keys, contactSealed) }),
    ...(dueOn && { dueOn }),
    ...(agencyId && agency && { agencyId, agency }),
    ...(noteSealed && { note: open(keys, noteSealed) }),
    ...(answerSealed && { answer: open(keys, answerSealed) }),
    ...(answeredBy && { answeredBy }),
    ...(answeredOn && { answeredOn }),
    ...(published && { published }),
    can: { assign: mayAssign(county, one, suggestion), answer: mayAnswer(one, suggestion) },
  }
}
