import Taro from '@tarojs/taro'
import type { Day } from '#domain/dates'

/** What was written and has not been sent. */
export interface Draft { words: string; contact: string }
/** The receipt of what was sent, until the person says that it is written down. */
export interface Sent { receipt: string; dueOn: Day }

const draftKey = 'suggestion-draft'
const sentKey = 'suggestion-sent'

export const readDraft = (): Draft => Taro.getStorageSync<Draft | ''>(draftKey) || { words: '', contact: '' }

export const keepDraft = (draft: Draft): void => Taro.setStorageSync(draftKey, draft)

export const readSent = (): Sent | undefined => Taro.getStorageSync<Sent | ''>(sentKey) || undefined

/** It has arrived: from now on its receipt is what must not be lost. */
export function keepSent(sent: Sent): void {
  Taro.setStorageSync(sentKey, sent)
  Taro.removeStorageSync(draftKey)
}

export const forgetSent = (): void => Taro.removeStorageSync(sentKey)
