import type { office } from '#contract/office/actions'
import { fen, sumFen, yuan } from '#domain/money/money'
import { correctable, differenceOf, withWanted } from '#domain/money/scheme-capital'
import { principalOf } from '#domain/money/scheme-dues'
import { sayDay, sayWhen, type Day } from '#domain/time/dates'
import { doWithMember, type DoingWithMember } from '#affairs/schemes/perform'
import type { Member } from '#affairs/schemes/member'
import { signingOf } from '#affairs/schemes/signing'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import { presentMemberFile } from './present'

const perform = async (on: On, doing: DoingWithMember) => {
  const done = await doWithMember(on, doing)
  return presentMemberFile(on, (await on.caller()).staff!, done)
}

/** What is asked for waits for a second person. Nothing of what a list says becomes an agreement by itself. */
export const signMember: Action<typeof office.signMember> = ({ id, words, on: day, amountFen, signerId }, on) =>
  perform(on, {
    ...{ act: 'sign', action: 'office.signMember', id, words, on: day, amountFen },
    become: async (about, { _id: askedBy }) => ({
      ...{ askedBy, askedOn: on.moment.today, wanted: { at: null, on: day, fen: amountFen } },
      signerId: signerId === undefined ? (about.home?.headId ?? null) : await signs(on, about, signerId),
    }),
  })

export const shareMember: Action<typeof office.shareMember> = ({ id, words, on: day, amountFen }, on) =>
  perform(on, {
    ...{ act: 'share', action: 'office.shareMember', id, words, on: day, amountFen },
    become: ({ membership: { signedOn } }, { _id: askedBy }) => {
      notBefore(on, signedOn, day)
      return { askedBy, askedOn: on.moment.today, wanted: { at: null, on: day, fen: amountFen } }
    },
  })

/** What was mistyped stays in the history: in what was approved then, and in the words of the correction. */
export const correctMember: Action<typeof office.correctMember> = ({ id, words, at, on: day, amountFen }, on) =>
  perform(on, {
    ...{ act: 'correct', action: 'office.correctMember', id, words, on: day, amountFen },
    before: ({ membership: { capital } }) => (capital[at] ? `原来记的是${sayWhen(capital[at].on)} ${yuan(capital[at].fen)} 元。` : ''),
    become: ({ membership: { capital, signedOn } }, { _id: askedBy }) => {
      const [first] = correctable(capital)
      if (!correctable(capital).includes(at))
        throw refusals.badInput('没有这一笔本金，或者已经退过了，不能再改。请刷新，看过再办。您写的字还在。')
      if (at !== first) notBefore(on, signedOn, day)
      const wanted = { at, on: day, fen: amountFen }
      const left = sumFen(withWanted(capital, wanted).map((entry) => entry.fen))
      if (left <= 0) throw refusals.badInput('这样改，这一户就一分本金也没有了。没有入过股的，请提出退出，写明记错了。您写的字还在。')
      return { askedBy, askedOn: on.moment.today, wanted }
    },
  })

/** Somebody else of the household signs from now on; nothing else of the agreement changes. */
export const resignMember: Action<typeof office.resignMember> = ({ id, words, on: day, signerId }, on) =>
  perform(on, {
    ...{ act: 'resign', action: 'office.resignMember', id, words, on: day },
    become: async (about) => {
      notBefore(on, about.membership.signedOn, day, '改签')
      if (signerId === about.membership.signerId) throw refusals.badInput('协议本来就是这个人签的，不用改签。您写的字还在。')
      return { signerId: await signs(on, about, signerId) }
    },
  })

/** @throws Refusal for whoever is not alive, of age, and of this household. */
async function signs(on: On, { home, line }: Member, signerId: string): Promise<string> {
  const { may = [] } = (await signingOf(on.db, on.moment.today, [{ id: line.id, signerId: '', home }])).get(line.id) ?? {}
  if (!may.some(({ id }) => id === signerId)) throw refusals.badInput('签协议的人要是这一户的成年人。请刷新，重新选一位。您写的字还在。')
  return signerId
}

function notBefore({ moment: { today } }: On, signedOn: Day | null, day: Day, what = '追加的本金'): void {
  if (signedOn !== null && day < signedOn) throw refusals.badInput(`协议是${sayDay(signedOn, today)}签的，${what}不会更早。您写的字还在。`)
}

/** What becomes of its share, told to a household that left the register. That alone ends nothing. */
export const tellMember: Action<typeof office.tellMember> = ({ id, words, on: day }, on) =>
  perform(on, {
    ...{ act: 'tell', action: 'office.tellMember', id, words, on: day },
    become: ({ line: { offSince } }) => {
      if (offSince !== null && day < offSince)
        throw refusals.badInput(`这一户是${sayDay(offSince, on.moment.today)}离开名册的，告知不会更早。您写的字还在。`)
      return { toldOn: day, toldSealed: seal(on.keys, words) }
    },
  })

export const askLeave: Action<typeof office.askLeave> = ({ id, words, reasonId }, on) =>
  perform(on, {
    ...{ act: 'ask', action: 'office.askLeave', id, words },
    become: (_, { _id: askedBy }) => {
      if (!on.county.schemes.exitReasons.some((reason) => reason.id === reasonId)) throw refusals.badInput('请选为什么退出。您写的字还在。')
      return { reasonId, askedBy, askedOn: on.moment.today }
    },
  })

const nothingAsked = { askedBy: null, askedOn: null, reasonId: null, wanted: null }

/**
 * By a second person. Approved, what was paid in is principal; of one that leaves, it earns nothing from today on, and its working days
 * are counted.
 */
export const decideMember: Action<typeof office.decideMember> = ({ id, words, act }, on) =>
  perform(on, {
    ...{ act, action: 'office.decideMember', id, words },
    amountFen: ({ membership: { capital, wanted } }) => (act === 'approve' && wanted ? differenceOf(capital, wanted) : undefined),
    become: ({ membership: { state, capital, signedOn, wanted } }) => {
      if (act === 'refuse') return nothingAsked
      if (wanted) {
        const signs = state === 'signing' || wanted.at === correctable(capital)[0]
        return { ...nothingAsked, capital: withWanted(capital, wanted), signedOn: signs && wanted.fen > 0 ? wanted.on : signedOn }
      }
      const { today } = on.moment
      const standing = sumFen(capital.map((entry) => entry.fen))
      return { exitOn: today, capital: [...capital, { on: today, fen: fen(-standing) }] }
    },
  })

export const withdrawMember: Action<typeof office.withdrawMember> = ({ id, words }, on) =>
  perform(on, {
    ...{ act: 'withdraw', action: 'office.withdrawMember', id, words },
    become: () => nothingAsked,
  })

/** Principal that went back, in parts if need be; with the last of it the household has left. */
export const returnPrincipal: Action<typeof office.returnPrincipal> = ({ id, words, on: day, amountFen }, on) =>
  perform(on, {
    ...{ act: 'return', action: 'office.returnPrincipal', id, words, on: day, amountFen },
    become: ({ membership: { returns, exitOn }, line: { standingFen } }) => {
      if (day < exitOn!) throw refusals.badInput(`退出是${sayDay(exitOn!, on.moment.today)}批准的，退还不会更早。您写的字还在。`)
      if (amountFen > standingFen) throw refusals.badInput(`还没退的本金是 ${yuan(standingFen)} 元，退不了这么多。您写的字还在。`)
      return { returns: [...returns, { on: day, fen: amountFen }] }
    },
    then: ({ capital, returns }) => (principalOf(capital, returns).standingFen === 0 ? 'returned' : undefined),
  })

export const dropMember: Action<typeof office.dropMember> = ({ id, words }, on) =>
  perform(on, { act: 'drop', action: 'office.dropMember', id, words })
