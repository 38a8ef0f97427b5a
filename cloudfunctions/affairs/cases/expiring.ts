import { normOn } from '#domain/county/parameters'
import { maskName } from '#domain/people/names'
import { createHash } from 'node:crypto'
import { daysAfter, monthOf, sayWhen, type Month } from '#domain/time/dates'
import type { On } from '#kernel/call/on'
import { findEach } from '#store/db/read'
import { households } from '#store/people/register'
import { openClue } from './open'

/** One for a household and month; it stands on the village's public page, and tells of neither. */
const idOf = (householdId: string, until: Month): string =>
  createHash('sha256')
    .update(JSON.stringify(['expiry', householdId, until]))
    .digest('hex')
    .slice(0, 24)

/**
 * A category that is valid until a month is looked at again before that month is over: a clue by itself, one for each household and
 * month, however often this runs and whatever came of it.
 */
export async function openExpiring(on: Pick<On, 'db' | 'keys' | 'county' | 'moment'>): Promise<void> {
  const { db, county, moment } = on
  // A month that is over within so many days.
  const beyond = monthOf(daysAfter(moment.today, normOn(county, 'case-expiry-days', moment.today) + 1))
  for (const home of await findEach(db, households, { onRegister: true, until: { $gt: '', $lt: beyond } })) {
    const { _id, headName, villageCode, category, until } = home
    await openClue(on, {
      id: idOf(_id, until!),
      ...{ kind: 'category', source: 'expiry', villageCode, householdId: _id, who: maskName(headName), category },
      proposal: { kind: 'category', householdId: _id, category },
      personIds: home.members.filter(({ left }) => !left).map(({ personId }) => personId),
      by: { as: 'itself' },
      words: `这一类有效到${sayWhen(until!)}，到期前请入户核查：延续、换一类，或者另开一件退出。`,
    })
  }
}
