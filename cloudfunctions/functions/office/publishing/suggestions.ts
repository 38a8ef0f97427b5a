import type { office } from '#contract/office/actions'
import { unitName } from '#domain/access/posts'
import { normOn } from '#domain/county/parameters'
import { personalNumbers } from '#domain/people/personal-numbers'
import { daysAfter } from '#domain/time/dates'
import { suggestionActs } from '#domain/work/suggestions'
import { stateAfter } from '#domain/work/transitions'
import { act, type Act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import { open as unseal, seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { changeSuggestion, findSuggestion, listSuggestions, type Suggestion } from '#store/public/suggestions'
import { presentSuggestion } from './present-suggestion'
import { isOfDataOffice, mayAnswer, mayAssign } from './suggestion-powers'

/** What the agency was given; in the data office all, and the agencies that it may be given to. */
export const suggestions: Action<typeof office.suggestions> = async ({ open }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const all = isOfDataOffice(on.county, one)
  const found = await listSuggestions(on.db, open, all ? undefined : one.agencyId)
  await recordLook(on, caller, { action: 'office.suggestions', granted: true, rows: found.length })
  return {
    suggestions: found.map((suggestion) => presentSuggestion(on, one, suggestion)),
    agencies: all ? on.county.agencies.map(({ id, name }) => ({ id, name })) : [],
  }
}

/** Gives it to an agency, which has so many days from today; or sets it aside, and tells the villager why. */
export const assignSuggestion: Action<typeof office.assignSuggestion> = async ({ id, agencyId, why }, on) => {
  const {
    county,
    keys,
    moment: { today },
  } = on
  if (agencyId === undefined && why === '') throw refusals.badInput('不办请写一句为什么，提意见的人凭回执看得到。')
  const agency = county.agencies.find((known) => known.id === agencyId)
  if (agencyId !== undefined && !agency) throw refusals.badInput('不认得这个单位，请从列表里选。')
  return change(on, id, {
    action: 'office.assignSuggestion',
    may: (suggestion, one) => mayAssign(county, one, suggestion),
    become: (suggestion, one) => {
      const state = stateAfter(suggestionActs, agency ? 'assign' : 'setAside', suggestion.state)
      if (!agency) return { state, dueOn: null, answerSealed: seal(keys, why), answeredBy: one.name, answeredOn: today }
      // Giving it again to the same agency would only put off its answer.
      if (suggestion.agencyId === agency.id) throw refusals.badInput(`这一条已经在${agency.name}了。要换单位，请另选一个。`)
      const dueOn = daysAfter(today, normOn(county, 'suggestion-answer-days', today))
      return { state, agencyId: agency.id, agency: agency.name, dueOn, noteSealed: why === '' ? null : seal(keys, why) }
    },
  })
}

/** Answers whoever holds the receipt; and everybody, where question and answer were edited for it. The first answer stands. */
export const answerSuggestion: Action<typeof office.answerSuggestion> = ({ id, words, publish }, on) => {
  const {
    keys,
    moment: { today },
  } = on
  return change(on, id, {
    action: 'office.answerSuggestion',
    may: (suggestion, one) => mayAnswer(one, suggestion),
    become: ({ state, contactSealed }, one) => {
      if (publish && contactSealed && tells(publish.question + publish.answer, unseal(keys, contactSealed)))
        throw refusals.badInput('公开的话里有提意见的人留下的联系方式。请删掉再公开，您写的字还在。')
      const [number] = publish ? personalNumbers(`${publish.question}\n${publish.answer}`) : []
      if (number) throw refusals.badInput(`公开的话里有${number}，谁都看得到。请删掉再公开，您写的字还在。`)
      return {
        state: stateAfter(suggestionActs, 'answer', state),
        dueOn: null,
        answerSealed: seal(keys, words),
        answeredBy: one.name,
        answeredOn: today,
        published: publish ?? null,
        publicOn: publish ? today : null,
      }
    },
  })
}

/** True when a text holds what somebody left to be reached by, however it is spaced; three characters are nobody's number. */
function tells(text: string, contact: string): boolean {
  const plain = (some: string) => some.replace(/[^\p{L}\p{N}]/gu, '')
  return plain(contact).length > 3 && plain(text).includes(plain(contact))
}

type Doing = Pick<Act<Suggestion, Partial<Suggestion>>, 'action' | 'may' | 'become'>

async function change(on: On, id: string, doing: Doing) {
  const suggestion = await act(on, {
    ...doing,
    find: () => findSuggestion(on.db, id),
    look: () => ({ about: { kind: 'suggestion', id } }),
    change: (found, to) => changeSuggestion(on.db, found, to),
    gone: () =>
      refusals.notFound(
        `这一条刚刚已经有人办了，或者不归您办。请刷新再看，您写的字还在。分给哪个单位，由${unitName(on.county, on.county.duties.data)}来定；答复由分到的单位来写。`,
      ),
  })
  return { suggestion: presentSuggestion(on, (await on.caller()).staff!, suggestion) }
}
