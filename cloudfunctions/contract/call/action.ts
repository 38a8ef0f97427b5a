import type { Day } from '#domain/time/dates'
import type * as z from 'zod'

/** What one action takes and gives; `output.parse` drops whatever is not promised here. */
export interface ActionContract {
  input: z.ZodType
  output: z.ZodType
}

/** The actions of one function, by name. */
export type Contract = Record<string, ActionContract>

/** What a caller sends. */
export type InputOf<A extends ActionContract> = z.input<A['input']>
/** What a caller receives. */
export type OutputOf<A extends ActionContract> = z.output<A['output']>

/**
 * Every function answers so, over HTTP and callFunction alike; `report` with nothing beside the data or the error. `today`: the
 * server's day in China; a phone's own may be wrong.
 */
export type Reply<Data> =
  { requestId: string; today: Day; data: Data } | { requestId: string; today: Day; error: { code: ErrorCode; message: string } }

/** `message` is Chinese for the person on the phone: what is kept, what to do, whom to ask. */
export type ErrorCode = 'bad-input' | 'unknown-action' | 'sign-in' | 'not-allowed' | 'not-found' | 'busy' | 'internal'
