import { randomBytes } from 'node:crypto'
import type { VisitedHome, field } from '#contract/field/actions'
import type { InputOf } from '#contract/call/action'
import type { WorkerRole } from '#domain/access/staff'
import { normOn } from '#domain/county/parameters'
import { hoursAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook, writeLook, type Look } from '#kernel/record/release'
import { findById, findIn } from '#store/db/read'
import { insertNew, updateOne } from '#store/db/write'
import { inTurns } from '#store/db/turns'
import { audit } from '#store/record/audit'
import { takings, type Taking } from '#store/work/visits'
import { homesOf } from './homes'
import { visitedHomes } from './visited-home'

type Wanted = InputOf<typeof field.takeAlong>

/**
 * Gives a worker some of their households to look at without signal. Each is on record before anything is given, with until when; what the
 * phone seals them with is kept nowhere here. @throws Refusal where one is not theirs, there are too many, or it is for too long.
 */
export async function takeAlong(
  on: On,
  { id, householdIds, purpose, until }: Wanted,
): Promise<{ taking: Taking; key: string; homes: VisitedHome[] }> {
  const { db, county, moment } = on
  const caller = await on.caller()
  const one = caller.staff!
  const [most, hours] = [normOn(county, 'take-along-households', moment.today), normOn(county, 'take-along-hours', moment.today)]
  if (!county.purposes.some((known) => known.id === purpose && (known.roles as readonly string[]).includes(one.role)))
    throw refusals.badInput('请先说明带去做什么。')
  if (householdIds.length > most) throw refusals.badInput(`一次最多带 ${most} 户，这次选了 ${householdIds.length} 户。请只选今天要去的。`)
  if (until <= moment.iso || until > hoursAfter(moment, hours)) throw refusals.badInput(`最多带 ${hours} 小时。请把时间选近一点。`)
  const wanted = new Set(householdIds)
  const mine = (await homesOf(on, one)).filter(({ household }) => wanted.has(household._id))
  const about = { kind: 'taking', id } as const
  if (mine.length < wanted.size) {
    await recordLook(on, caller, { action: 'field.takeAlong', granted: false, purpose, about })
    throw refusals.notFound('有的户现在不归您走访，或者不在名册上了。请刷新名单再选。')
  }
  const taking: Taking = {
    ...{ _id: id, staffId: one._id, accountId: caller.account!._id, purpose, householdIds: [...wanted].sort() },
    ...{ at: moment.iso, until, backAt: null },
  }
  // The key was given once: whoever lost the answer takes them along anew, and the first is on record, too.
  if (!(await insertNew(db, takings, taking))) throw refusals.badInput('这一次带走已经办过了，手机上没有收全。请回到名单，再带一次。')
  // All of them before the first leaves: what cannot be written down is not taken along.
  await inTurns(mine, 4, ({ household }) =>
    writeLook(on, caller, {
      ...{ action: 'field.takeAlong', granted: true, householdId: household._id, purpose, about, parts: ['helpers', 'members'] },
      reason: until,
    }),
  )
  return { taking, key: randomBytes(32).toString('hex'), homes: await visitedHomes(on, mine, one.role as WorkerRole) }
}

/** The caller's own, on this phone or another. @throws Refusal */
async function ownTaking(on: On, id: string): Promise<Taking> {
  const one = (await on.caller()).staff!
  const taking = await findById(on.db, takings, id)
  if (!taking || taking.staffId !== one._id) throw refusals.notFound('没有找到这次带走的名单，可能已经交回了。')
  return taking
}

/** It is deleted on the phone; what was made while it was there may still come. */
export async function handBack(on: On, id: string): Promise<void> {
  await ownTaking(on, id)
  await updateOne(on.db, takings, { _id: id, backAt: null }, { $set: { backAt: on.moment.iso } })
}

type Looks = InputOf<typeof field.looksOffline>

/** Looks without signal come into the record: each once by its own id, with the phone's time, of what was taken along only. */
export async function recordOfflineLooks(on: On, { takingId, looks }: Looks): Promise<void> {
  const caller = await on.caller()
  const taking = await ownTaking(on, takingId)
  const strange = looks.find(({ householdId }) => !taking.householdIds.includes(householdId))
  if (strange) throw refusals.badInput('有的户不在这次带走的名单里。请更新小程序再试，没传的还在。')
  const idOf = (look: Looks['looks'][number]) => `offline-${takingId}-${look.id}`
  const there = new Set((await findIn(on.db, audit, '_id', looks.map(idOf), ['_id'])).map(({ _id }) => _id))
  await inTurns(
    looks.filter((look) => !there.has(idOf(look))),
    4,
    (look) =>
      writeLook(on, caller, {
        ...{ id: idOf(look), action: 'field.looksOffline', granted: true, householdId: look.householdId, consent: look.consent },
        ...{
          purpose: taking.purpose,
          about: { kind: 'taking', id: takingId } as const,
          parts: ['helpers', 'members'] as const,
          reason: look.phoneAt,
        },
      } as Look),
  )
}
