import { sayPosts, unitName } from '#domain/access/posts'
import { sumFen, type Fen } from '#domain/money/money'
import type { Day } from '#domain/time/dates'
import {
  isIn,
  membershipActNames,
  membershipStateNames,
  membershipTransitions,
  type AnyMembershipAct,
  type MembershipAct,
} from '#domain/work/memberships'
import { seesHousehold } from '#domain/work/scheme-powers'
import { canBe, stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { changeMembership, type Membership, type NewSchemeEvent } from '#store/work/schemes'
import { byStaff } from '../cases/perform'
import { allowedWithMember, waitFor } from './allowed'
import { findMember, type Member } from './member'

export interface DoingWithMember {
  act: MembershipAct
  /** What stands on record: `office.signMember`. */
  action: string
  id: string
  words: string
  /** The day on which it was, and how much money it was. */
  on?: Day
  amountFen?: Fen | ((about: Member) => Fen | undefined)
  /** What is written down before the words: what was there until now. */
  before?: (about: Member) => string
  become?: (about: Member, one: Staff) => Partial<Membership> | Promise<Partial<Membership>>
  /** What follows by itself. */
  then?: (becomes: Membership) => AnyMembershipAct | undefined
}

/** One officer's act about a household in a scheme: its state, its history and its money in one, under `kernel/act`. */
export function doWithMember(on: On, doing: DoingWithMember): Promise<Member> {
  const { act: what, action, id, become, then } = doing
  return act<Member, { becomes: Membership; events: MemberEvents }>(on, {
    action,
    find: () => findMember(on, id),
    look: (about, one) => ({
      ...{ about: { kind: 'scheme', id }, purpose: schemePurpose },
      ...(about && seesHousehold(on.county, about.membership.townCode, one) && { householdId: about.membership.householdId }),
    }),
    may: async (about, one) => (await allowedWithMember(on, one, about)).includes(what),
    whoMay: (about, one) => (seesHousehold(on.county, about.membership.townCode, one) ? whyNot(on, what, about) : undefined),
    become: async (about, one) => {
      checkDay(on, doing)
      const change = (await become?.(about, one)) ?? {}
      const { amountFen, before } = doing
      const event = eventOf(on, one, {
        ...{ act: what, on: doing.on, words: `${before?.(about) ?? ''}${doing.words}` },
        amountFen: typeof amountFen === 'function' ? amountFen(about) : amountFen,
      })
      const state = stateAfter(membershipTransitions, what, about.membership.state)
      const becomes = countedUp(on, { ...about.membership, ...change, state })
      const follows = then?.(becomes)
      if (!follows) return { becomes, events: [{ ...event, act: what, to: state }] }
      const end = stateAfter(membershipTransitions, follows, state)
      const itself = { ...event, act: follows, by: { as: 'itself' as const }, amountFen: null, wordsSealed: null, to: end }
      return { becomes: countedUp(on, { ...becomes, state: end }), events: [{ ...event, act: what, to: state }, itself] }
    },
    change: async (about, { becomes, events }) => {
      const written = await changeMembership(on.db, about.membership, becomes, events)
      return written && findMember(on, id)
    },
    gone: noMember,
    late: () => refusals.badInput('刚刚有人动过这一户。请刷新，看过再办。您写的字还在。'),
  })
}
type MemberEvents = (NewSchemeEvent & { to: Membership['state'] })[]

/** Why people's data are looked at for a scheme: the pack's word for it. */
export const schemePurpose = 'funds-check'

/** Unknown and not theirs answer alike. */
export const noMember = (): Refusal =>
  refusals.notFound('没有这一户，或者不归本单位看。请回到列表刷新；当地乡镇政府和管抱团增收的单位看得到。您写的字还在。')

/** Sums and days that follow from what was written. */
export const countedUp = ({ moment }: Pick<On, 'moment'>, becomes: Membership): Membership => ({
  ...becomes,
  inFen: sumFen(becomes.capital.flatMap(({ fen }) => (fen > 0 ? [fen] : []))),
  returnedFen: sumFen(becomes.returns.map(({ fen }) => fen)),
  open: isIn(becomes.state) || becomes.state === 'returning',
  leftOn: becomes.state === 'left' || becomes.state === 'dropped' ? moment.today : null,
  importedAt: moment.iso,
})

export const eventOf = (
  { keys, moment }: Pick<On, 'keys' | 'moment'>,
  one: Staff,
  { act: what, words, on, amountFen }: Pick<DoingWithMember, 'act' | 'words' | 'on'> & { amountFen?: Fen | undefined },
): NewSchemeEvent => ({
  ...{ at: moment.iso, act: what, by: byStaff(one), on: on ?? null, amountFen: amountFen ?? null },
  wordsSealed: seal(keys, words),
})

function checkDay({ moment: { today } }: On, { on }: DoingWithMember): void {
  if (on !== undefined && on > today) throw refusals.badInput('日子不会在今天以后，请再看一看。您写的字还在。')
}

/** To somebody who sees it: it stands elsewhere, or it is others who do this. */
function whyNot({ county }: On, what: MembershipAct, about: Member): Refusal {
  const {
    scheme: { opened, name },
    membership,
  } = about
  if (!opened || opened.state === 'asked' || opened.state === 'refused')
    return refusals.badInput(`“${name}”还没有登记好。请先在“抱团增收”里登记这个项目，批准以后再办。您写的字还在。`)
  if (!canBe(membershipTransitions, what, membership.state))
    return refusals.badInput(
      `这一户现在是“${membershipStateNames[membership.state]}”，这时候不能${membershipActNames[what]}。您写的字还在。`,
    )
  if (opened.state === 'ended') return refusals.badInput(`“${name}”已经结束了，不能再${membershipActNames[what]}。您写的字还在。`)
  const waits = waitFor(what, about)
  if (waits === 'told') return refusals.badInput('这一户已经不在名册上，还没有告知。先告知（“记已告知”），再退出。您写的字还在。')
  if (waits === 'signer going') return refusals.badInput('签协议的人还在这一户，不用改签。您写的字还在。')
  if (waits) return refusals.badInput('这一户还在名册上，不用告知。要退出的，直接“提出退出”。您写的字还在。')
  const agency = unitName(county, county.schemes.agency)
  if (what === 'approve' || what === 'refuse')
    return refusals.notAllowed(`${sayPosts(agency, ['head', 'data-officer'])}（不是提出的人，也不是提出的人开通的账号）`)
  const town = county.agencies.find(({ area }) => area === membership.townCode)?.name ?? '当地政府'
  return refusals.notAllowed(`${town}或${agency}的人`)
}
