import { normOn } from '#domain/county/parameters'
import { countyTime } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'

/**
 * Each other word about one thing may be work for somebody: so many a day. `saidAt`: when something was said of it before; `what`: 这一笔,
 * 这一次走访. @throws Refusal that says whom to call.
 */
export function checkOften({ county, moment: { today } }: Pick<On, 'county' | 'moment'>, what: string, saidAt: readonly string[]): void {
  const most = normOn(county, 'words-a-day', today)
  if (saidAt.filter((at) => countyTime(at).day === today).length < most) return
  const { label, phone } = county.texts.helpLine
  throw refusals.tooOften(`${what}今天已经说了 ${most} 次，最后说的那一次算数。请明天再说；急的请打${label} ${phone}。`)
}
