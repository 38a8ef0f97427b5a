import type { household } from '#contract/household/actions'
import { applyAsHousehold } from '#affairs/cases/apply'
import { appeal as appealOf } from '#affairs/cases/appeal'
import { tellHousehold } from '#affairs/cases/tell-household'
import { checkOwnWord } from '#affairs/trust/vouching'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { casesOf, findCase } from '#store/work/cases'
import { whose } from './whose'

/** What is going on with the household, and what came of it: the newest first, at most twenty. */
export const cases: Action<typeof household.cases> = async ({ proxyId }, on) => {
  const { caller, person, householdId, look } = await standing(on, proxyId)
  const [, found] = await Promise.all([
    recordLook(on, caller, { ...about('household.cases', householdId, person._id), relation: look.relation, parts: ['policies'] }),
    casesOf(on.db, householdId),
  ])
  return { cases: await Promise.all(found.slice(0, 20).map((one) => tellHousehold(on, one))) }
}

/** 申诉: the household, or a relative whom it trusts with its policies, says that it should not have left the register. */
export const appeal: Action<typeof household.appeal> = async ({ id, words, proxyId }, on) => {
  await checkOwnWord(on)
  const { caller, person, householdId, look } = await standing(on, proxyId)
  const found = await findCase(on.db, id)
  const isTheirs = found?.householdId === householdId
  await recordLook(on, caller, {
    ...about('household.appeal', householdId, person._id),
    ...{ granted: isTheirs, relation: look.relation, about: { kind: 'case', id } },
  })
  if (!found || !isTheirs) throw refusals.notFound('没有找到这一件。请下拉刷新再试，您写的字还在。')
  // Its answer was lost, or it was pressed twice: it has arrived.
  if (found.state === 'appeal' && !found.appealedBy) return { case: await tellHousehold(on, found) }
  if (found.state === 'appeal')
    throw refusals.badInput('工作人员替您写过一次申诉，正在查，还没有答复。答复以后不服，您自己还可以再申诉一次。您写的字还在。')
  const appealed = await appealOf(on, found, { as: look.relation === 'self' ? 'farmer' : 'relative' }, words)
  if (!appealed) throw refusals.badInput('现在不能申诉了：已经答复过一次，或者申诉的日子过了。有新的困难，可以再申请，您写的字还在。')
  return { case: await tellHousehold(on, appealed) }
}

/** 申请 by a bound household. */
export const apply: Action<typeof household.apply> = async ({ hardship, words = '' }, on) => {
  await checkOwnWord(on)
  const hard = on.county.cases.hardships.find(({ id }) => id === hardship)
  if (!hard) throw refusals.badInput('请选一样现在最难的。您填的内容还在。')
  const { caller, person, householdId } = await whose(on, undefined)
  const home = await findById(on.db, households, householdId)
  if (!home) throw refusals.signIn()
  await recordLook(on, caller, { ...about('household.apply', householdId, person._id), relation: 'self' })
  const { name, idSealed } = person
  const applied = await applyAsHousehold(on, undefined, home, { name, idNumber: open(on.keys, idSealed), hardship: hard.name, words })
  return { case: await tellHousehold(on, applied.about) }
}

/** Whoever sees what a household is on the register as, sees what is done about it. */
async function standing(on: On, proxyId: string | undefined) {
  const own = await whose(on, proxyId)
  if (!own.look.parts.includes('policies'))
    throw refusals.notFound('您能看的内容里没有“政策”，看不到办到哪一步。请他本人在“让家人看”里把“政策”也加上。')
  return own
}

const about = (action: string, householdId: string, personId: string) => ({ action, granted: true, householdId, personId })
