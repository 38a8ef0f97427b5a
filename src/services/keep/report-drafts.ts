import Taro from '@tarojs/taro'
import type { ReportFollowUp, ReportSubmission } from '#contract/report/actions'
import { mostPhotos, partsOfPhoto } from '#domain/sealing/sizes'
import { stored } from './stored'

/** A message that is sealed and not yet sent. The receipt is not in it, and nothing in it leads back to the receipt. */
export type Draft = Progress &
  ({ action: 'submit'; message: Omit<ReportSubmission, 'work'> } | { action: 'follow'; message: Omit<ReportFollowUp, 'work'> })
/**
 * `noted`: the reporter has said that the receipt is written down. `sent`: so many parts are with the county, the last of them
 * on `sentOn`.
 */
interface Progress {
  noted: boolean
  sent: number
  sentOn?: string
}

/** A draft with the parts of its photos. Nobody who takes the phone can read either. */
export interface Sealed {
  draft: Draft
  parts: string[]
}

const headKey = 'report-draft'
/** Each part under a key of its own: Alipay keeps at most 200 KB under one, WeChat 1 MB. */
const partKey = (index: number) => `report-draft-${index}`
const everyPart = Array.from({ length: mostPhotos * partsOfPhoto }, (_, index) => partKey(index))

/** Keeps a draft on the phone. False where the phone has no room for it: then nothing of it stays. */
export function keepDraft({ draft, parts }: Sealed): boolean {
  const kept = parts.every((part, index) => stored(partKey(index), part)) && keepProgress(draft)
  if (!kept) eraseDraft()
  return kept
}

/** How far it has come. The parts stay as they are. */
export const keepProgress = (draft: Draft): boolean => stored(headKey, JSON.stringify(draft))

/** The draft that was not sent, if there is one. One that lacks a part is erased. */
export function readDraft(): Sealed | undefined {
  try {
    const draft = JSON.parse(String(Taro.getStorageSync(headKey))) as Draft
    const parts = everyPart.slice(0, draft.message.parts).map((key): unknown => Taro.getStorageSync(key))
    if (parts.every((part): part is string => typeof part === 'string' && part !== '')) return { draft, parts }
    eraseDraft()
  } catch {
    // Nothing was kept.
  }
  return undefined
}

export const eraseDraft = (): void => [headKey, ...everyPart].forEach((key) => Taro.removeStorageSync(key))
