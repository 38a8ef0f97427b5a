import { sayPosts, unitName } from '#domain/access/posts'
import { schemeAreaOf } from '#domain/work/scheme-powers'
import { schemeActNames, schemeStateNames, schemeTransitions, type SchemeAct } from '#domain/work/schemes'
import { canBe, stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { changeScheme, findScheme, type NewSchemeEvent, type Scheme } from '#store/work/schemes'
import { byStaff } from '../cases/perform'
import { allowedWithScheme } from './allowed'

interface DoingWithScheme {
  act: SchemeAct
  action: string
  id: string
  words: string
  become: (about: Scheme, one: Staff) => Partial<Scheme> | Promise<Partial<Scheme>>
}

/** One officer's act on a scheme: its state, its terms and its history in one, under `kernel/act`. */
export const doWithScheme = (on: On, { act: what, action, id, words, become }: DoingWithScheme): Promise<Scheme> =>
  act<Scheme, { becomes: Scheme; event: NewSchemeEvent }>(on, {
    action,
    find: () => findScheme(on.db, id),
    look: () => ({ about: { kind: 'scheme', id } }),
    may: async (about, one) => (await allowedWithScheme(on, one, about)).includes(what),
    whoMay: (about, one) => (schemeAreaOf(on.county, one) === undefined ? undefined : whyNot(on, what, about)),
    become: async (about, one) => ({
      becomes: { ...about, ...(await become(about, one)), state: stateAfter(schemeTransitions, what, about.state) },
      event: schemeEvent(on, one, what, words),
    }),
    change: (about, { becomes, event }) => changeScheme(on.db, about, becomes, [{ ...event, to: becomes.state }]),
    gone: noScheme,
    late: () => refusals.badInput('刚刚有人动过这个项目。请刷新，看过再办。您写的字还在。'),
  })

export const schemeEvent = ({ keys, moment }: On, one: Staff, what: SchemeAct, words: string): NewSchemeEvent => ({
  ...{ at: moment.iso, act: what, by: byStaff(one), on: null, amountFen: null },
  wordsSealed: seal(keys, words),
})

/** Unknown and not theirs answer alike. */
export const noScheme = (): Refusal => refusals.notFound('没有这个项目，或者不归本单位看。请回到列表刷新。您写的字还在。')

function whyNot({ county }: On, what: SchemeAct, { state }: Scheme): Refusal {
  if (!canBe(schemeTransitions, what, state))
    return refusals.badInput(`这个项目现在是“${schemeStateNames[state]}”，这时候不能${schemeActNames[what]}。您写的字还在。`)
  const agency = unitName(county, county.schemes.agency)
  return refusals.notAllowed(
    what === 'approve' || what === 'refuse'
      ? `${sayPosts(agency, ['head', 'data-officer'])}（不是提出的人，也不是提出的人开通的账号）`
      : `${agency}的人`,
  )
}
