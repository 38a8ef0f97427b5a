import type { office } from '#contract/office/actions'
import { unitName } from '#domain/access/posts'
import { mayDraftFor } from '#domain/work/batch-powers'
import { beginBatch, redraftBatch as redraftIt } from '#affairs/batches/draft/begin'
import { workOnBatch } from '#affairs/batches/jobs'
import { decideLines as decideThem } from '#affairs/batches/lines/decide-lines'
import { byStaff, lookAtBatch, noBatch } from '#affairs/batches/perform'
import { whatMayBeDrafted } from '#affairs/batches/draft/sources'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { changeBatch } from '#store/money/batch-acts'
import { nameOfProgramme, presentBatch } from './present'

/** What a batch of a month could be drafted from, in numbers. */
export const batchSources: Action<typeof office.batchSources> = async ({ agencyId, month }, on) => {
  const caller = await on.caller()
  const may = mayDraftFor(on.county, agencyId, caller.staff!)
  await recordLook(on, caller, { action: 'office.batchSources', granted: may })
  if (!may) throw refusals.notAllowed(`${unitName(on.county, agencyId)}或${unitName(on.county, on.county.duties.finance)}的人`)
  const { programmes, ...found } = await whatMayBeDrafted(on, agencyId, month)
  return { ...found, programmes: programmes.map((id) => ({ id, name: nameOfProgramme(on, id) })) }
}

export const draftBatch: Action<typeof office.draftBatch> = async (wanted, on) => {
  const batch = await workOnBatch(on, await beginBatch(on, wanted))
  return presentBatch(on, (await on.caller()).staff!, batch)
}

export const redraftBatch: Action<typeof office.redraftBatch> = async ({ id }, on) => {
  const batch = await workOnBatch(on, await redraftIt(on, id))
  return presentBatch(on, (await on.caller()).staff!, batch)
}

/** Goes on with the long work beside a batch, and shows how far it is. */
export const batchProgress: Action<typeof office.batchProgress> = async ({ id }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.batchProgress', id)
  return presentBatch(on, one, await workOnBatch(on, batch))
}

export const decideLines: Action<typeof office.decideLines> = async (deciding, on) => {
  const { undecided } = await decideThem(on, deciding)
  return { decided: deciding.count, undecided }
}

/** The clock on every yuan starts on the day on which the money reached the county. */
export const fundBatch: Action<typeof office.fundBatch> = async ({ id, fundedOn }, on) => {
  const { one, batch } = await lookAtBatch(on, 'office.fundBatch', id)
  if (!mayDraftFor(on.county, batch.agencyId, one)) throw noBatch()
  if (!batch.open) throw refusals.badInput('这一批已经了结，资金到县的日子不能再改。')
  if (fundedOn > on.moment.today) throw refusals.badInput('资金到县的日子不会在以后，请改过来。您填的还在。')
  if (batch.handedOn !== null && fundedOn > batch.handedOn) throw refusals.badInput('资金到县不会晚于交银行的日子，请改过来。您填的还在。')
  const event = { at: on.moment.iso, act: 'fund' as const, by: byStaff(one), amountFen: null, wordsSealed: null }
  const changed = await changeBatch(on.db, batch, { fundedOn }, event)
  if (!changed) throw refusals.badInput('刚刚有人动过这一批。请刷新，看过再办。您填的还在。')
  return presentBatch(on, one, changed)
}
