import type { field } from '#contract/field/actions'
import { recordHomeCheck } from '#affairs/cases/checks'
import type { Action } from '#kernel/call/on'
import { findCase, findHomeCheck } from '#store/work/cases'
import { isTheirs } from './theirs'

/** What a grid worker found at home. */
export const check: Action<typeof field.check> = async ({ id, on: day, found }, on) => {
  if (await isThere(id, on)) return { noted: true }
  await recordHomeCheck(on, { id, on: day, found }, { action: 'field.check', may: isTheirs })
  return { noted: true }
}

/** The answer was lost: this worker's check of today has arrived already. */
async function isThere(id: string, { db, caller, moment }: Parameters<typeof check>[1]): Promise<boolean> {
  const one = (await caller()).staff!
  const about = await findCase(db, id)
  if (!about || about.state !== 'compare' || about.checkId === null || !isTheirs(about, one)) return false
  const made = await findHomeCheck(db, about.checkId)
  return made?.by.as === 'staff' && made.by.staffId === one._id && made.at.slice(0, 10) === moment.iso.slice(0, 10)
}
