import type { field } from '#contract/field/actions'
import { sayOutbox } from '#affairs/visits/outbox'
import { handBack as giveBack, recordOfflineLooks, takeAlong as take } from '#affairs/visits/take-along'
import type { Action } from '#kernel/call/on'

/** Out without signal: what is taken along, what was looked at, what the phone still holds. */

export const takeAlong: Action<typeof field.takeAlong> = async (wanted, on) => {
  const { taking, key, homes } = await take(on, wanted)
  return { id: taking._id, until: taking.until, key, homes }
}

export const handBack: Action<typeof field.handBack> = async ({ id }, on) => {
  await giveBack(on, id)
  return { noted: true }
}

export const looksOffline: Action<typeof field.looksOffline> = async (looks, on) => {
  await recordOfflineLooks(on, looks)
  return { noted: true }
}

export const outbox: Action<typeof field.outbox> = (said, on) => sayOutbox(on, said)
