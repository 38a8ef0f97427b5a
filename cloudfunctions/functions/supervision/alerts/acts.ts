import type { supervision } from '#contract/supervision/actions'
import { normOn } from '#domain/county/parameters'
import type { Fen } from '#domain/money/money'
import { holderOf } from '#domain/work/alert-powers'
import type { AlertOutcome } from '#domain/work/alerts'
import { countyTime } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { perform } from './act'

/** To the agency that has to put it right. */
export const handAlert: Action<typeof supervision.handAlert> = (given, on) =>
  perform(on, 'hand', given, (alert) => {
    const { agencyId } = given
    if (!on.county.agencies.some(({ id }) => id === agencyId)) throw refusals.badInput('没有这个单位，请重新选。您写的字还在。')
    if (alert.handedTo === agencyId) throw refusals.badInput('已经在这个单位手上了，请另选一个，或者督促。您写的字还在。')
    return { change: { handedTo: agencyId, reminder: null }, event: { toAgencyId: agencyId } }
  })

export const inspectAlert: Action<typeof supervision.inspectAlert> = (given, on) =>
  perform(on, 'inspect', given, () => ({ change: { inspected: true } }))

export const orderAlert: Action<typeof supervision.orderAlert> = (given, on) => {
  checkDays(on, given.days)
  return perform(on, 'order', given)
}

export const rectifiedAlert: Action<typeof supervision.rectifiedAlert> = (given, on) =>
  perform(on, 'rectified', given, (_, { _id }) => ({ change: { rectifiedBy: _id, reminder: null } }))

/** 复查通过: it ends with its outcome. */
export const passAlert: Action<typeof supervision.passAlert> = (given, on) => perform(on, 'pass', given, () => ending(given))

export const failAlert: Action<typeof supervision.failAlert> = (given, on) => {
  checkDays(on, given.days)
  return perform(on, 'fail', given, () => ({ change: { rectifiedBy: null } }))
}

export const closeAlert: Action<typeof supervision.closeAlert> = (given, on) => perform(on, 'close', given, () => ending(given))

export const refuseAlert: Action<typeof supervision.refuseAlert> = (given, on) => perform(on, 'refuse', given)

/** Begins anew with whoever looks first. */
export const reopenAlert: Action<typeof supervision.reopenAlert> = (given, on) =>
  perform(on, 'reopen', given, () => ({
    change: { handedTo: null, inspected: false, rectifiedBy: null, outcome: null, movedFen: null, reminder: null },
  }))

/** Once a day is enough for one agency; opened, it has its receipt. */
export const remindAlert: Action<typeof supervision.remindAlert> = (given, on) =>
  perform(on, 'remind', given, (alert, { _id: byStaffId, name: by }) => {
    const toAgencyId = holderOf(alert)
    const { moment } = on
    if (alert.reminder?.toAgencyId === toAgencyId && countyTime(alert.reminder.at).day === moment.today)
      throw refusals.badInput(`今天已经由${alert.reminder.by}督促过了，一天一次就够。您写的字还在，明天还没有动静再催。`)
    return {
      change: { reminder: { toAgencyId, at: moment.iso, by, byStaffId, openedAt: null, openedBy: null } },
      event: { toAgencyId },
    }
  })

function ending({ outcome, movedFen }: { outcome: AlertOutcome; movedFen?: Fen | undefined }) {
  if (movedFen !== undefined && movedFen < 0) throw refusals.badInput('追回、补发的钱不会是负的，请再核对。您写的字还在。')
  if (outcome === 'nothing' && movedFen) throw refusals.badInput('查无问题就没有追回、补发的钱，请再核对。您写的字还在。')
  return { change: { outcome, movedFen: movedFen ?? null }, event: { outcome, ...(movedFen !== undefined && { movedFen }) } }
}

function checkDays({ county, moment }: On, days: number): void {
  const most = normOn(county, 'alert-rectification-most-days', moment.today)
  if (days > most) throw refusals.badInput(`整改期限最长 ${most} 天，请改短一些。您写的字还在。`)
}
