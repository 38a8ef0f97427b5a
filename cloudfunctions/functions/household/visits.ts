import type { household } from '#contract/household/actions'
import { checkOwnWord } from '#affairs/trust/vouching'
import { sayOfVisit } from '#affairs/visits/household-word'
import { ownVisitsOf, presentVisits } from '#affairs/visits/own-visits'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { findVisit } from '#store/work/visits'
import { whoseWord } from './whose'

/** 谁来看过我们: who came, what was talked of, how far it is; of a relative's household where they let the caller see who helps it. */
export const visits: Action<typeof household.visits> = async ({ proxyId }, on) => {
  const { caller, person, householdId, relation } = await whoseWord(on, proxyId, 'helpers')
  const [, home, made] = await Promise.all([
    recordLook(on, caller, {
      ...{ action: 'household.visits', granted: true, householdId, personId: person._id, relation, parts: ['helpers'] },
    }),
    findById(on.db, households, householdId),
    ownVisitsOf(on, householdId, relation),
  ])
  if (!home) throw refusals.signIn()
  return { head: home.headName, relation, today: on.moment.today, visits: made }
}

/** 来过, 没来过, 说得不对: what the household says beside what the visitor wrote. */
export const confirmVisit: Action<typeof household.confirmVisit> = async ({ proxyId, visitId, said }, on) => {
  const { caller, person, householdId, relation } = await whoseWord(on, proxyId, 'helpers')
  await checkOwnWord(on)
  const [home, visit] = await Promise.all([findById(on.db, households, householdId), findVisit(on.db, visitId)])
  const isTheirs = home !== undefined && visit?.householdId === householdId
  await recordLook(on, caller, {
    ...{ action: 'household.confirmVisit', granted: isTheirs, householdId, personId: person._id, relation },
    about: { kind: 'visit', id: visitId },
  })
  if (!isTheirs) throw refusals.notFound('没有找到这一次走访。请下拉刷新再看。')
  await sayOfVisit(on, { person, home, visit }, { said, by: relation === 'self' ? 'own' : 'relative' })
  const [shown] = await presentVisits(on, [(await findVisit(on.db, visitId))!], relation)
  return { visit: shown! }
}
