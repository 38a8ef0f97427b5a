import type { supervision } from '#contract/supervision/actions'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { changeAlert, findAlert, type Alert } from '#store/work/alerts'
import { sees } from './allowed'
import { presentFile } from './present'

/** Unknown and not theirs answer alike. */
export const noAlert = () =>
  refusals.notFound('没有这条预警，或者不归本单位看。请回到列表刷新；要交给本单位办的，由先看的单位或纪检监察机关来交办。')

export const alert: Action<typeof supervision.alert> = async ({ id }, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const found = await findAlert(on.db, id)
  const isSeen = found !== undefined && sees(on, one, found)
  await recordLook(on, caller, { action: 'supervision.alert', granted: isSeen, about: { kind: 'alert', id } })
  if (!isSeen) throw noAlert()
  return presentFile(on, one, await acknowledged(on, one, found))
}

/** A reminder has its receipt when somebody opens the alert at the agency that was reminded; whoever reminded does not count. */
async function acknowledged({ db, moment }: On, one: Staff, found: Alert): Promise<Alert> {
  const { reminder } = found
  if (!reminder || reminder.openedAt !== null || reminder.toAgencyId !== one.agencyId || reminder.byStaffId === one._id) return found
  const { _id: staffId, name, role, agencyId, agency } = one
  const opened = { ...reminder, openedAt: moment.iso, openedBy: name }
  const event = { at: moment.iso, act: 'opened', by: { staffId, name, role, agencyId, agency }, wordsSealed: null } as const
  // Somebody else changed it just now: the next look will do.
  return (await changeAlert(db, found, { reminder: opened }, event)) ?? (await findAlert(db, found._id)) ?? found
}
