import type { office } from '#contract/office/actions'
import { grantActs, type GrantAct } from '#domain/access/grants'
import { dataOfficePosts } from '#domain/access/posts'
import { stateAfter } from '#domain/work/transitions'
import { act, type Act } from '#kernel/act'
import { Refusal, refusals } from '#kernel/call/errors'
import { standingsFor } from '#affairs/grants/deciders'
import { mayAcknowledge, mayDecide, mayRevoke, seenBy } from '#affairs/grants/powers'
import { checkPledged } from '#affairs/pledges/pledge'
import { presentGrant } from '#affairs/grants/present-grant'
import type { Action, On } from '#kernel/call/on'
import { changeGrant, countGrants, findGrant, type Grant } from '#store/access/grants'
import type { Staff } from '#store/access/staff'

/** A second person says yes or no. */
export const decideGrant: Action<typeof office.decideGrant> = async ({ id, approve, why }, on) => {
  if (!approve && why === '') throw refusals.badInput('不同意，请写一句为什么，申请的人看得到。')
  return change(on, id, {
    action: 'office.decideGrant',
    who: `由申请单位的一把手，或${dataOfficePosts(on.county)}来批`,
    why,
    may: async (grant, one) => mayDecide(on.county, await standingsFor(on, one, [grant]), one, grant),
    whoMay: (grant, one) => sayWhoMay(on, one, grant),
    become: async (grant, one) => {
      if (approve) await checkPledged(on, grant.agencyId)
      return ended(on, approve ? 'approve' : 'refuse', grant, one, why)
    },
  })
}

/** Takes a grant back: it counts for nothing from the holder's next request on. */
export const revokeGrant: Action<typeof office.revokeGrant> = ({ id, why }, on) =>
  change(on, id, {
    action: 'office.revokeGrant',
    who: `由提申请的人、那个单位的一把手或管理专员，或${dataOfficePosts(on.county)}来收回`,
    why,
    may: (grant, one) => mayRevoke(on.county, one, grant),
    become: (grant, one) => ended(on, 'revoke', grant, one, why),
  })

/** The head has seen that somebody looked in an emergency. */
export const acknowledge: Action<typeof office.acknowledge> = ({ id }, on) =>
  change(on, id, {
    action: 'office.acknowledge',
    who: '由被提醒的单位的一把手来过目',
    may: async (grant, one) => mayAcknowledge(await standingsFor(on, one, [grant]), one, grant),
    become: (_, { _id: staffId, name }) => ({ acknowledgedBy: { staffId, name } }),
  })

const ended = ({ moment }: On, by: GrantAct, { status }: Grant, { _id: staffId, name }: Staff, why: string): Partial<Grant> => ({
  status: stateAfter(grantActs, by, status),
  decidedBy: { staffId, name },
  decidedAt: moment.iso,
  why,
})

type Deciding = Pick<Act<Grant, Partial<Grant>>, 'action' | 'may' | 'become' | 'whoMay'> & { who: string; why?: string }

async function change(on: On, id: string, { who, why, ...deciding }: Deciding) {
  const grant = await act(on, {
    ...deciding,
    find: () => findGrant(on.db, id),
    look: () => ({ about: { kind: 'grant', id }, ...(why && { reason: why }) }),
    change: (found, to) => changeGrant(on.db, found, to),
    gone: () => refusals.notFound(`这条授权刚刚已经有人办了，或者不归您办。请刷新后再看；${who}。`),
  })
  return { grant: await presentGrant(on, (await on.caller()).staff!, grant) }
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
