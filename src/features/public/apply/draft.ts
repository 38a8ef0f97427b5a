import Taro from '@tarojs/taro'
import type { Day } from '#domain/time/dates'
import type { KeyKeeper } from '../../../services/wire/sent-once'

/** What was filled in and has not been sent. */
export interface Draft {
  name: string
  idNumber: string
  phone: string
  hardship: string
  words: string
  /** Village, twelve digits, and what people call it. */
  place: string
  placeName: string
}
/** The receipt of what was sent, until the person says that it is written down. */
export interface Sent {
  receipt: string
  dueOn: Day
}

const draftKey = 'application-draft'
const sentKey = 'application-sent'
const onceKey = 'application-key'

/** The key of an application whose answer has not come: with it the same one, sent again tomorrow, is one. */
export const draftKeyKeeper: KeyKeeper = {
  read: () => Taro.getStorageSync<string>(onceKey) || undefined,
  keep: (key) => (key === undefined ? Taro.removeStorageSync(onceKey) : Taro.setStorageSync(onceKey, key)),
}

const emptyDraft: Draft = { name: '', idNumber: '', phone: '', hardship: '', words: '', place: '', placeName: '' }
export const readDraft = (): Draft => Taro.getStorageSync<Draft | ''>(draftKey) || emptyDraft
export const keepDraft = (draft: Draft): void => Taro.setStorageSync(draftKey, draft)
export const readSent = (): Sent | undefined => Taro.getStorageSync<Sent | ''>(sentKey) || undefined

/** It has arrived: nothing of what was filled in stays on the phone; its receipt is what must not be lost. */
export function keepSent(sent: Sent): void {
  Taro.setStorageSync(sentKey, sent)
  Taro.removeStorageSync(draftKey)
}
export const forgetSent = (): void => Taro.removeStorageSync(sentKey)
