import { compactOf } from '../files/cells'
import { isDay, type Day, type Month } from '../time/dates'

/** What a department's list may say happened to somebody. */
export const vitalKinds = ['died', 'moved-out', 'moved-in', 'moved-within', 'born', 'cancelled', 'restored'] as const
export type VitalKind = (typeof vitalKinds)[number]

export const vitalNames: Record<VitalKind, string> = {
  died: '死亡',
  'moved-out': '户籍迁出',
  'moved-in': '户籍迁入',
  'moved-within': '县内迁移',
  born: '出生',
  cancelled: '户口注销',
  restored: '恢复户口',
}

const death = /死亡|去世|亡故|病故|身故|已故|逝世|病逝|过世|殡葬|火化|丧葬/
const out = /迁出|迁往|外迁(?!入)|移出|转出/
const into = /迁入|迁来|移入|转入|落户/

/** What a word of a list means: 死亡注销, 户籍迁出(省外), 县内移居. Nothing when it does not say for sure: 失踪, 未死亡. */
export function vitalKindOf(written: string): VitalKind | undefined {
  const text = compactOf(written)
  if (/未死|非死|不死|没有死/.test(text)) return undefined
  if (/恢复|撤销|误(报|注|登)/.test(text)) return 'restored'
  if (death.test(text)) return out.test(text) || into.test(text) ? undefined : 'died'
  if (/(县内|本县|县域内|乡镇内|镇内|村内).{0,4}(迁|移)|^移居/.test(text)) return 'moved-within'
  const [left, came] = [text.search(out), text.search(into)]
  if (left >= 0 || came >= 0) return came < 0 || (left >= 0 && left < came) ? 'moved-out' : 'moved-in'
  if (/出生/.test(text)) return 'born'
  return /注销|销户|参军|入伍|出国|出境定居/.test(text) ? 'cancelled' : undefined
}

/** A statement of a list. */
export interface VitalStatement {
  personId: string
  kind: VitalKind
  on: Day | Month
  saidOn: Day
}

/**
 * What holds of what several lists say: of each person's death (or move in one month) the newest statement, and nothing of a death that a
 * later list took back. A statement with its day goes before one of the same day with its month only.
 */
export function holdingEvents<T extends VitalStatement>(said: readonly T[]): T[] {
  const newest = new Map<string, T>()
  for (const one of said) {
    const key = `${one.personId}/${one.kind}${one.kind === 'died' || one.kind === 'restored' ? '' : `/${one.on.slice(0, 7)}`}`
    const other = newest.get(key)
    if (!other || goesBefore(one, other)) newest.set(key, one)
  }
  return [...newest.values()].filter(
    ({ personId, kind, saidOn }) => kind !== 'died' || !((newest.get(`${personId}/restored`)?.saidOn ?? '') > saidOn),
  )
}

const goesBefore = (one: VitalStatement, other: VitalStatement): boolean =>
  one.saidOn !== other.saidOn ? one.saidOn > other.saidOn : isDay(one.on) !== isDay(other.on) ? isDay(one.on) : one.on < other.on
