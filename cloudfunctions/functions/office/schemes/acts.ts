import type { office } from '#contract/office/actions'
import { fen, sumFen, yuan } from '#domain/money/money'
import { principalOf } from '#domain/money/scheme-dues'
import { sayDay } from '#domain/time/dates'
import { doWithMember, type DoingWithMember } from '#affairs/schemes/perform'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import { presentMemberFile } from './present'

const perform = async (on: On, doing: DoingWithMember) => {
  const done = await doWithMember(on, doing)
  return presentMemberFile(on, (await on.caller()).staff!, done)
}

/** The agreement, with the principal that it says. Nothing of what a list says becomes an agreement by itself. */
export const signMember: Action<typeof office.signMember> = ({ id, words, on: day, amountFen }, on) =>
  perform(on, {
    ...{ act: 'sign', action: 'office.signMember', id, words, on: day, amountFen },
    become: ({ membership: { capital } }) => ({ signedOn: day, capital: [...capital, { on: day, fen: amountFen }] }),
  })

export const shareMember: Action<typeof office.shareMember> = ({ id, words, on: day, amountFen }, on) =>
  perform(on, {
    ...{ act: 'share', action: 'office.shareMember', id, words, on: day, amountFen },
    become: ({ membership: { capital, signedOn } }) => {
      if (signedOn !== null && day < signedOn)
        throw refusals.badInput(`协议是${sayDay(signedOn, on.moment.today)}签的，追加的本金不会更早。您写的字还在。`)
      return { capital: [...capital, { on: day, fen: amountFen }] }
    },
  })

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

/** Approved by a second person: from today on the principal earns nothing, and its working days are counted. */
export const decideLeave: Action<typeof office.decideLeave> = ({ id, words, act }, on) =>
  perform(on, {
    ...{ act, action: 'office.decideLeave', id, words },
    become: (about) => {
      if (act === 'refuse') return { askedBy: null, askedOn: null, reasonId: null }
      const { today } = on.moment
      const { capital } = about.membership
      const standing = sumFen(capital.map((entry) => entry.fen))
      return { exitOn: today, capital: [...capital, { on: today, fen: fen(-standing) }] }
    },
  })

export const withdrawLeave: Action<typeof office.withdrawLeave> = ({ id, words }, on) =>
  perform(on, {
    ...{ act: 'withdraw', action: 'office.withdrawLeave', id, words },
    become: () => ({ askedBy: null, askedOn: null, reasonId: null }),
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
