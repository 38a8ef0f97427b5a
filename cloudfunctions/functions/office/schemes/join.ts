import type { office } from '#contract/office/actions'
import { isIn, membershipActNames, membershipStateNames, membershipTransitions } from '#domain/work/memberships'
import { worksOn } from '#domain/work/scheme-powers'
import { isRunning } from '#domain/work/schemes'
import { canBe } from '#domain/work/transitions'
import { unitName } from '#domain/access/posts'
import { findSubject } from '#affairs/cases/subject'
import { emptyMember, placed } from '#affairs/schemes/lines'
import { findMember } from '#affairs/schemes/member'
import { countedUp, eventOf, schemePurpose } from '#affairs/schemes/perform'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { changeMembership, findScheme, membershipIdOf, membershipsOf } from '#store/work/schemes'
import { presentMemberFile } from './present'

/** A household that wants to come in, found by somebody's identity number under a grant. One that is in already is not brought in twice. */
export const joinScheme: Action<typeof office.joinScheme> = async ({ id, grantId, idNumber, words }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const [scheme, subject] = await Promise.all([findScheme(on.db, id), findSubject(on, one, { grantId, idNumber }, 'office.joinScheme')])
  const home = subject?.home
  const mine = home && worksOn(on.county, home.townCode, one)
  await recordLook(on, caller, {
    ...{ action: 'office.joinScheme', granted: mine === true, purpose: schemePurpose, about: { kind: 'scheme', id }, grantId },
    ...(home && { householdId: home._id }),
  })
  if (!home) throw refusals.notFound('没有找到这一户，或者不在这条授权的范围里。请核对后再查。您填的内容还在。')
  if (!mine) {
    const town = on.county.agencies.find(({ area }) => area === home.townCode)?.name ?? '当地政府'
    throw refusals.notAllowed(`${town}或${unitName(on.county, on.county.schemes.agency)}的人`)
  }
  if (!scheme || !isRunning(scheme.state))
    throw refusals.badInput('这个项目没有在办，不能登记入股。请先登记项目，批准以后再办。您填的内容还在。')
  if (!home.onRegister) throw refusals.badInput('这一户不在名册上，抱团增收只给在册的低收入农户。您填的内容还在。')
  const there = await findMember(on, membershipIdOf(id, home._id))
  if (there && !canBe(membershipTransitions, 'join', there.membership.state))
    throw refusals.badInput(
      `这一户已经在这个项目里，现在是“${membershipStateNames[there.membership.state]}”，请到列表里找到它。您填的内容还在。`,
    )
  const followed = (await membershipsOf(on.db, home._id)).find(
    (one) => one.schemeId === id && one._id !== there?.membership._id && isIn(one.state),
  )
  if (followed)
    throw refusals.badInput(
      `这一户并户以前的协议还在这个项目里，现在是“${membershipStateNames[followed.state]}”，请到列表里找到它；要加本金的，用“${membershipActNames.share}”。您填的内容还在。`,
    )
  const read = there?.membership ?? emptyMember(scheme, home)
  const anew = {
    toldOn: null,
    toldSealed: null,
    reasonId: null,
    askedBy: null,
    askedOn: null,
    exitOn: null,
    signedOn: null,
    signerId: null,
    wanted: null,
  }
  const becomes = countedUp(on, { ...placed(read, home), ...anew, state: 'joined' })
  const event = { ...eventOf(on, one, { act: 'join', words }), to: 'joined' as const }
  if (!(await changeMembership(on.db, read, becomes, [event])))
    throw refusals.badInput('刚刚有人登记了这一户。请刷新，看过再办。您填的内容还在。')
  return presentMemberFile(on, one, (await findMember(on, becomes._id))!)
}
