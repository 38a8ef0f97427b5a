import type { office } from '#contract/office/actions'
import { categoryName } from '#domain/county/categories'
import { areaName } from '#affairs/grants/present-grant'
import { casePurpose } from '#affairs/cases/perform'
import { findSubject, type Subject, type Way } from '#affairs/cases/subject'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { casesOf } from '#store/work/cases'
import { choicesOf } from './choices'
import { membersOfSubject } from './members'

/** Whom a case could be about, before one is opened. */
export const caseSubject: Action<typeof office.caseSubject> = async (way, on) => {
  const subject = await lookedFor(on, (await on.caller()).staff!, way, 'office.caseSubject')
  const { home, villageCode, kind } = subject
  const going = home ? (await casesOf(on.db, home._id)).filter(({ open }) => open) : []
  return {
    ...(home && { householdId: home._id, category: categoryName(on.county, home.category) }),
    ...{ place: villageCode === undefined ? '' : areaName(on.county, villageCode), villageCode: villageCode ?? '' },
    members: membersOfSubject(subject),
    ...(kind && { kind }),
    choices: choicesOf(on.county),
    going: going.map(({ _id, kind, state }) => ({ id: _id, kind, state })),
  }
}

/** Found and on record, or refused and on record. @throws Refusal alike for unknown and not theirs. */
export async function lookedFor(on: On, one: Staff, way: Way, action: string): Promise<Subject> {
  const subject = await findSubject(on, one, way, action)
  const { home, people = [], grantId } = subject ?? {}
  await recordLook(on, await on.caller(), {
    ...{ action, granted: subject !== undefined, purpose: casePurpose },
    ...(way.alertId !== undefined && { about: { kind: 'alert', id: way.alertId } }),
    ...(home ? { householdId: home._id } : people[0] && { personId: people[0]._id }),
    ...(grantId !== undefined && { grantId }),
    ...(subject && { parts: ['members' as const] }),
  })
  if (!subject) throw refusals.notFound('没有找到这一户，或者不在这条授权的范围里。请核对后再查。您填的内容还在。')
  return subject
}
