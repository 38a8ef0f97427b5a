import type { Body, Reply } from '../actions/body'
import type { CollectionSpec } from '../door/options'

/** What a reading thread begins with. */
export interface ReaderMark {
  gatewayReader: true
  dataDir: string
  collections: CollectionSpec[]
  limitMs: number
}

export interface Question {
  body: Body
  now: number
}
export type Answer = { reply: Reply } | { code: string; message: string }
