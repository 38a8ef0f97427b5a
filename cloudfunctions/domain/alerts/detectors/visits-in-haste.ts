import type { Day } from '../../time/dates'
import type { Finding } from '../finding'

/** A visit as far as it says how it was made. */
export interface MadeVisit {
  _id: string
  householdId: string
  townCode: string
  villageCode: string
  staffId: string
  /** Who a cadre or doctor is on the lists; grid workers are none. */
  workerId: string | null
  agencyId: string
  on: Day
  /** The phone's clock. */
  phoneAt: string
  seconds: number
  unchanged: boolean
}

export interface Haste {
  /** A form kept within fewer seconds than this was not read out. */
  leastSeconds: number
  /** So many 无变化 within one minute were not asked at so many doors. */
  sameMinute: number
  /** From one village to another takes no fewer minutes. */
  villageMinutes: number
}

/**
 * Visits that were written faster than anybody can make them 写得太快. It says nothing of who made them: it asks that somebody else goes
 * there once more, and where somebody else has been there since, it is over. One finding for each worker and month.
 */
export function visitsInHaste(made: readonly MadeVisit[], haste: Haste): Finding[] {
  const checked = (one: MadeVisit) =>
    made.some((other) => other.householdId === one.householdId && other.staffId !== one.staffId && other.on > one.on)
  const groups = new Map<string, Map<MadeVisit, string>>()
  for (const all of byKey(made, ({ staffId, on }) => `${staffId}/${on.slice(0, 7)}`).values())
    for (const [visit, why] of hastyOf(all, haste))
      if (!checked(visit)) {
        const key = `${visit.staffId}/${visit.on.slice(0, 7)}`
        groups.set(key, (groups.get(key) ?? new Map<MadeVisit, string>()).set(visit, why))
      }
  return [...groups].map(([cause, visits]): Finding => {
    const [first] = [...visits.keys()]
    const { workerId, villageCode, townCode, agencyId } = first!
    return {
      subject: workerId === null ? { kind: 'place', id: villageCode } : { kind: 'worker', id: workerId },
      ...{ cause, agencyId, townCode },
      why: `有 ${visits.size} 次走访${[...new Set(visits.values())].join('；')}。请另外的人到这几户再去一次，看一看现在怎么样。`,
      records: [...visits.keys()].map(({ _id }) => ({ kind: 'visit', id: _id })),
      facts: [...visits.keys()].map(({ _id }) => _id).sort(),
    }
  })
}

/** One worker's visits of a month that went too fast, each with why. */
function hastyOf(visits: readonly MadeVisit[], { leastSeconds, sameMinute, villageMinutes }: Haste): Map<MadeVisit, string> {
  const found = new Map<MadeVisit, string>()
  const inOrder = [...visits].sort((a, b) => (a.phoneAt < b.phoneAt ? -1 : 1))
  for (const [i, visit] of inOrder.entries()) {
    const before = inOrder[i - 1]
    if (before && before.villageCode !== visit.villageCode && minutesBetween(before, visit) < villageMinutes)
      found.set(visit, `和上一个村的走访相隔不到 ${villageMinutes} 分钟`)
    if (visit.seconds < leastSeconds) found.set(visit, `不到 ${leastSeconds} 秒就写完了`)
  }
  for (const minute of byKey(
    inOrder.filter(({ unchanged }) => unchanged),
    ({ phoneAt }) => phoneAt.slice(0, 16),
  ).values())
    if (new Set(minute.map(({ householdId }) => householdId)).size >= sameMinute)
      for (const visit of minute) found.set(visit, '是在同一分钟里写的“无变化”')
  return found
}

const minutesBetween = (a: MadeVisit, b: MadeVisit): number => (Date.parse(b.phoneAt) - Date.parse(a.phoneAt)) / 60_000

function byKey<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}
