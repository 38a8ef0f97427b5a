import type { Staff } from '#store/access/staff'
import { Refusal } from './call/errors'
import type { On } from './call/on'
import { recordLook, type Look } from './record/release'

/** One person's change to one record: `T` is the record, `Change` what its store takes to change it. */
export interface Act<T, Change> {
  action: string
  find(): Promise<T | undefined>
  /** What stands on record besides who and when; of one that is not there no less than of one that is not this person's. */
  look(found: T | undefined, one: Staff): Omit<Look, 'action' | 'granted'>
  /** Whether this person may do it, and the record stands where it can be done. */
  may(found: T, one: Staff): boolean | Promise<boolean>
  /** What it becomes. @throws Refusal where something that was given speaks against it. */
  become(found: T, one: Staff): Change | Promise<Change>
  /** Writes it if the record still is as it was read, in one request; nothing if it is not. */
  change(found: T, change: Change): Promise<T | undefined>
  /** To whoever asks for what is not there or not theirs (alike), or after a colleague: what to do now. */
  gone(): Refusal
  /** To somebody who sees the record and may not do this: who may. Nothing: `gone`. */
  whoMay?(found: T, one: Staff): Refusal | undefined | Promise<Refusal | undefined>
  /** To whom a colleague was a moment quicker, where `gone` would not say it. */
  late?(): Refusal
}

/**
 * Find → may → record → change, always in this order. A try is on record before anything is changed, a refused one as refused; where it
 * cannot be recorded nothing happens. Of two at once one does it, and the other is told. Gives the record as it then is.
 */
export async function act<T, Change>(on: On, what: Act<T, Change>): Promise<T> {
  const caller = await on.caller()
  const one = caller.staff!
  const found = await what.find()
  const weighed = found === undefined ? { refusal: what.gone() } : await weigh(what, found, one)
  await recordLook(on, caller, { ...what.look(found, one), action: what.action, granted: !('refusal' in weighed) })
  if ('refusal' in weighed) throw weighed.refusal
  const changed = await what.change(found!, weighed.change)
  if (changed === undefined) throw what.late?.() ?? what.gone()
  return changed
}

async function weigh<T, Change>(what: Act<T, Change>, found: T, one: Staff): Promise<{ change: Change } | { refusal: Refusal }> {
  if (!(await what.may(found, one))) return { refusal: (await what.whoMay?.(found, one)) ?? what.gone() }
  try {
    return { change: await what.become(found, one) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}
