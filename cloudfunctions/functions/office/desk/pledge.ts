import type { office } from '#contract/office'
import type { DutyRole } from '#domain/staff'
import { findCaller } from '#kernel/caller'
import { refusals } from '#kernel/errors'
import { pledgeHashes } from '#kernel/pledge'
import { recordLook } from '#kernel/release'
import type { Action } from '#kernel/serve'
import { changeStaff } from '#store/staff'
import { presentDesk } from './desk-me'

/** Head and data officer sign the text that they were shown: its hash and the time are kept. */
export const pledge: Action<typeof office.pledge> = async ({ hash }, on) => {
  const caller = await on.caller()
  const staff = caller.staff!
  if (hash !== pledgeHashes(on.county)[staff.role as DutyRole]) throw refusals.badInput('责任书的文字刚刚改过。请刷新这一页，看过新的再签。')
  await recordLook(on, caller, { action: 'office.pledge', granted: true, reason: hash })
  await changeStaff(on.db, { _id: staff._id }, { $set: { pledge: { hash, at: on.moment.iso } } })
  return presentDesk(on, await findCaller(on.db, on.keys, on.call, on.moment))
}
