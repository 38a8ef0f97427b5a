import type { office } from '#contract/office/actions'
import type { DutyRole } from '#domain/access/staff'
import { findCaller } from '#kernel/access/caller'
import { refusals } from '#kernel/call/errors'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { changeStaff } from '#store/access/staff'
import { presentDesk } from './desk-me'

/** Head and data officer sign the text that they were shown: its hash and the time are kept. */
export const pledge: Action<typeof office.pledge> = async ({ hash }, on) => {
  const caller = await on.caller()
  const staff = caller.staff!
  if (hash !== pledgeHashes(on.county)[staff.role as DutyRole])
    throw refusals.badInput('责任书的文字刚刚改过。请刷新这一页，看过新的再签。')
  await recordLook(on, caller, { action: 'office.pledge', granted: true, about: { kind: 'pledge', id: hash } })
  await changeStaff(on.db, { _id: staff._id }, { $set: { pledge: { hash, at: on.moment.iso } } })
  return presentDesk(on, await findCaller(on.db, on.keys, on.call, on.moment))
}
