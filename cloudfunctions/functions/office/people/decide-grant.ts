import type { office } from '#contract/office/actions'
import type { Standings } from '#domain/access/second-person'
import { Refusal, refusals } from '#kernel/call/errors'
import { standingsFor } from '#affairs/grants/deciders'
import { mayAcknowledge, mayDecide, mayRevoke, seenBy } from '#affairs/grants/powers'
import { checkPledged } from '#affairs/pledges/pledge'
import { presentGrant } from '#affairs/grants/present-grant'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { changeGrant, countGrants, findGrant, type Grant } from '#store/access/grants'
import type { Staff } from '#store/access/staff'

const gone = () => refusals.notFound('这条授权刚刚已经有人办了，或者不归您办。请刷新后再看。')

/** A second person says yes or no; of two who decide at once, one does. */
export const decideGrant: Action<typeof office.decideGrant> = async ({ id, approve, why }, on) => {
  if (!approve && why === '') throw refusals.badInput('不同意，请写一句为什么，申请的人看得到。')
  const one = (await on.caller()).staff!
  return change(
    on,
    id,
    'office.decideGrant',
    (grant, known) => mayDecide(on.county, known, one, grant),
    { status: 'asked' },
    {
      status: approve ? 'approved' : 'refused',
      decidedBy: { staffId: one._id, name: one.name },
      decidedAt: on.moment.iso,
      why,
    },
    approve,
  )
}

/** Takes a grant back: it counts for nothing from the holder's next request on. */
export const revokeGrant: Action<typeof office.revokeGrant> = async ({ id, why }, on) => {
  const one = (await on.caller()).staff!
  return change(
    on,
    id,
    'office.revokeGrant',
    (grant) => mayRevoke(on.county, one, grant),
    { status: { $in: ['asked', 'approved'] } },
    { status: 'revoked', decidedBy: { staffId: one._id, name: one.name }, decidedAt: on.moment.iso, why },
  )
}

/** The head has seen that somebody looked in an emergency. */
export const acknowledge: Action<typeof office.acknowledge> = async ({ id }, on) => {
  const one = (await on.caller()).staff!
  return change(
    on,
    id,
    'office.acknowledge',
    (grant, known) => mayAcknowledge(known, one, grant),
    { acknowledgedBy: null },
    { acknowledgedBy: { staffId: one._id, name: one.name } },
  )
}

/** On record before it is done; a grant that changed meanwhile is left as it is. */
async function change(
  on: On,
  id: string,
  action: string,
  may: (grant: Grant, known: Standings) => boolean,
  still: Filter,
  to: Partial<Grant>,
  needsPledge = false,
) {
  const caller = await on.caller()
  const one = caller.staff as Staff
  const grant = await findGrant(on.db, id)
  const allowed = grant !== undefined && may(grant, await standingsFor(on, one, [grant]))
  if (allowed && needsPledge) await checkPledged(on, grant.agencyId)
  await recordLook(on, caller, { action, granted: allowed, grantId: id, ...(to.why && { reason: to.why }) })
  const changed = allowed ? await changeGrant(on.db, id, still, to) : undefined
  if (!changed) throw (grant && !allowed && action === 'office.decideGrant' && (await sayWhoMay(on, one, grant))) || gone()
  return { grant: await presentGrant(on, one, changed) }
}

/** To a colleague who sees that it waits, and may not decide it: who may. */
async function sayWhoMay(on: On, one: Staff, grant: Grant): Promise<Refusal | undefined> {
  if (grant.status !== 'asked' || (await countGrants(on.db, { $and: [{ _id: grant._id }, seenBy(on.county, one)] })) === 0) return undefined
  const { deciders } = await presentGrant(on, one, grant)
  return new Refusal(
    'not-allowed',
    `这条不能由您来批：提申请、用授权的人不能批，谁邀请的、谁重发过邀请码的、谁看到过邀请码的，也不能批。能批的：${deciders}。`,
  )
}
