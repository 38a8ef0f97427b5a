import type { supervision } from '#contract/supervision/actions'
import { opensSource, statedNames } from '#domain/people/stated'
import { partNames } from '#domain/register/register'
import { tellOwn } from '#affairs/stated/own-documents'
import { mayRead } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { notThere } from '../file'
import { underGrant } from '#affairs/grants/under-grant'
import { tellStated } from './tell-stated'

/** Where something in a household's file comes from. What the grant opens in the file it opens here, and nothing else. */
export const source: Action<typeof supervision.source> = async ({ grantId, householdId, of }, on) => {
  const { caller, one, grant, about } = await underGrant(on, grantId, 'supervision.source')
  const home = await findById(on.db, households, householdId)
  const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  const granted = look !== undefined && opensSource(look, of)
  await recordLook(on, caller, {
    ...{ action: 'supervision.source', granted, ...about, ...(home && { householdId: home._id }) },
    ...(grant.emergency && { reason: grant.reason }),
  })
  if (!home || !look) throw notThere()
  if (!granted) throw notOpened()
  if (of === 'money' || of === 'dividends' || of === 'helpers') return { label: partNames[of], people: await tellOwn(on, of, home._id) }
  return { label: statedNames[of], people: await tellStated(on, one, home, of, look.parts.includes('members')) }
}

export const notOpened = () => refusals.badInput('这条授权不包括这一项，看不到它哪里来的。要看，请另外申请授权。')
