import type { supervision } from '#contract/supervision/actions'
import type { MoneyClaimFile } from '#contract/supervision/money'
import { gatherClaims } from '#affairs/ledger/gather'
import { asClaim } from '#affairs/ledger/keep-claims'
import { moneySeenBy } from '#affairs/ledger/seen-by'
import { underGrant } from '#affairs/grants/under-grant'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { find } from '#store/db/read'
import { claims } from '#store/money/claims'
import { entitlements } from '#store/money/entitlements'
import { findById } from '#store/db/read'
import { presentClaims } from './present'
import { sayClaim } from './say'
import { wayOf } from './way'

/** One due as it stands this moment, with the whole way of its money; on record where whoever it is of sees it. */
export const moneyClaim: Action<typeof supervision.moneyClaim> = async ({ id, grantId }, on): Promise<MoneyClaimFile> => {
  const looking = grantId === undefined ? undefined : await underGrant(on, grantId, 'supervision.moneyClaim')
  const caller = looking?.caller ?? (await on.caller())
  const [kept] = await find(on.db, claims, { $and: [{ _id: id }, moneySeenBy(on.county, caller.staff!)] }, { limit: 1 })
  const [gathered] = kept ? await gatherClaims(on, { rows: [kept], rules: [], lines: [] }) : []
  await recordLook(on, caller, {
    ...{ action: 'supervision.moneyClaim', granted: gathered !== undefined, ...looking?.about },
    ...(gathered?.householdId && { householdId: gathered.householdId }),
    ...(gathered && { personId: gathered.personId, parts: ['money'] }),
  })
  if (!gathered) throw notThere()
  const claim = asClaim(gathered, on.moment)
  const rule = gathered.facts.entitlement && (await findById(on.db, entitlements, gathered.facts.entitlement._id))
  const [shown] = await presentClaims(on, [claim], looking?.caller)
  return {
    claim: shown!,
    paidFen: claim.paidFen,
    recoveredFen: claim.recoveredFen,
    ...(rule && {
      why: {
        ...{ words: rule.why, rule: rule.rule.source, unverified: rule.rule.unverified ?? false },
        ...(rule.rule.from && { from: rule.rule.from }),
      },
    }),
    says: sayClaim(claim, on.moment.today),
    way: await wayOf(on, gathered.facts),
  }
}

const notThere = () => refusals.notFound('没有找到这一笔钱，或者不归您单位看。请回到列表，刷新再看。')
