import type { ActionContract, OutputOf } from '#contract/call/action'
import type * as z from 'zod'
import type { Caller } from '../access/authorize'
import type { Moment } from './clock'
import type { Call } from './context'
import type { Environment } from './environment'

/** What an action is handed. */
export interface On extends Environment {
  moment: Moment
  call: Call
  requestId: string
  /** Reads who is calling, once: one database round, in parallel with whatever the action asks beside it. */
  caller(): Promise<Caller>
}

/** One action: reads as a sentence, find → authorize → audit → present. */
export type Action<A extends ActionContract> = (input: z.output<A['input']>, on: On) => Promise<OutputOf<A>>
