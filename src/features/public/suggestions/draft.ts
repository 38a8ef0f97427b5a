import Taro from '@tarojs/taro'
import type { Day } from '#domain/time/dates'
import type { KeyKeeper } from '../../../services/wire/sent-once'

/** What was written and has not been sent. */
export interface Draft {
  words: string
  contact: string
}
/** The receipt of what was sent, until the person says that it is written down. */
export interface Sent {
  receipt: string
  dueOn: Day
}

const draftKey = 'suggestion-draft'
const sentKey = 'suggestion-sent'
const onceKey = 'suggestion-key'

/** The key of a suggestion whose answer has not come: with it the same one, sent again tomorrow, is one. */
export const draftKeyKeeper: KeyKeeper = {
  read: () => Taro.getStorageSync<string>(onceKey) || undefined,
  keep: (key) => (key === undefined ? Taro.removeStorageSync(onceKey) : Taro.setStorageSync(onceKey, key)),
}

export const readDraft = (): Draft => Taro.getStorageSync<Draft | ''>(draftKey) || { words: '', contact: '' }

export const keepDraft = (draft: Draft): void => Taro.setStorageSync(draftKey, draft)

export const readSent = (): Sent | undefined => Taro.getStorageSync<Sent | ''>(sentKey) || undefined

/** It has arrived: from now on its receipt is what must not be lost. */
export function keepSent(sent: Sent): void {
  Taro.setStorageSync(sentKey, sent)
  Taro.removeStorageSync(draftKey)
}

export const forgetSent = (): void => Taro.removeStorageSync(sentKey)
