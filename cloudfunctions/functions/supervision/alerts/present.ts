import type { AlertFile, AlertHistoryLine, AlertRow } from '#contract/supervision/alerts'
import { normOn } from '#domain/county/parameters'
import { detectors } from '#domain/alerts/detectors/all'
import { isLate } from '#domain/alerts/deadlines'
import { unitName } from '#domain/access/posts'
import { holderOf } from '#domain/work/alert-powers'
import { areaName } from '#affairs/grants/present-grant'
import { tellRecords } from '#affairs/alerts/records'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { historyOf, type Alert, type AlertEvent } from '#store/work/alerts'
import { allowed } from './allowed'
import { caseOf } from './case-of'

export function presentRow({ county, moment }: On, alert: Alert): AlertRow {
  const { _id, detector, word, state, parts, amountFen, townCode, villageCode, agencyId, raisedOn, dueOn } = alert
  const { factsGoneOn, reminder, outcome, movedFen } = alert
  const area = villageCode ?? townCode
  return {
    ...{ id: _id, detector, name: detectors[detector].name, word, state, raisedOn, late: isLate(alert, moment.today) },
    why: parts.at(-1)?.why ?? '',
    place: area === null ? '' : areaName(county, area),
    first: unitName(county, agencyId),
    holder: unitName(county, holderOf(alert)),
    ...(amountFen !== null && { amountFen }),
    ...(dueOn !== null && { dueOn }),
    ...(factsGoneOn !== null && { factsGoneOn }),
    ...(reminder && {
      reminded: {
        at: reminder.at,
        by: reminder.by,
        ...(reminder.openedAt && { openedAt: reminder.openedAt }),
        ...(reminder.openedBy && { openedBy: reminder.openedBy }),
      },
    }),
    ...(outcome !== null && { outcome }),
    ...(movedFen !== null && { movedFen }),
  }
}

/** An alert with what it rests on, all that happened to it, and what this officer may do with it. */
export async function presentFile(on: On, one: Staff, alert: Alert): Promise<AlertFile> {
  const { county, moment } = on
  const newest = [...alert.parts].reverse()
  const all = new Map(newest.flatMap(({ records }) => records).map((record) => [`${record.kind}/${record.id}`, record]))
  const [records, history, can, leads] = await Promise.all([
    tellRecords(on, [...all.values()].slice(0, mostShown)),
    historyOf(on.db, alert._id),
    allowed(on, one, alert),
    caseOf(on, one, alert),
  ])
  return {
    row: presentRow(on, alert),
    looksFor: detectors[alert.detector].looksFor,
    whys: newest.map(({ why }) => why),
    records,
    recordCount: alert.parts.reduce((sum, { recordCount }) => sum + recordCount, 0),
    history: history.map((event) => presentEvent(on, event)),
    ...(leads && { case: leads }),
    can,
    agencies: can.includes('hand') ? county.agencies.map(({ id, name }) => ({ id, name })) : [],
    days: {
      usual: normOn(county, 'alert-rectification-days', moment.today),
      most: normOn(county, 'alert-rectification-most-days', moment.today),
    },
  }
}

const mostShown = 100

const presentEvent = ({ county, keys }: On, event: AlertEvent): AlertHistoryLine => ({
  ...{ at: event.at, act: event.act, to: event.to },
  ...(event.by && { by: { name: event.by.name, role: event.by.role, agency: event.by.agency } }),
  ...(event.wordsSealed && { words: open(keys, event.wordsSealed) }),
  ...(event.toAgencyId && { toAgency: unitName(county, event.toAgencyId) }),
  ...(event.outcome && { outcome: event.outcome }),
  ...(event.days !== undefined && { days: event.days }),
  ...(event.movedFen !== undefined && { movedFen: event.movedFen }),
})
