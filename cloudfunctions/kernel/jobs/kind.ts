import type { Environment } from '../call/environment'
import type { Moment } from '../call/clock'

/** What a chunk is handed: the function's environment, and the time now. */
export interface AtWork extends Environment {
  moment: Moment
}

/** What a chunk of a job came to: where the next one begins, or what came of the whole. */
export type Chunk<Cursor, Result> = { next: Cursor; done: number; of: number | null } | { result: Result }

/** One kind of work that outlives a request. `Input`, `Cursor` and `Result` are small, and hold nobody's data. */
export interface KindOfJob<Input extends object = object, Cursor extends object = object, Result = unknown> {
  kind: string
  /**
   * The chunk at the cursor; null is the first. It may run again from its beginning when its worker died, and even beside itself
   * when a worker was thought dead: done twice it comes to the same as done once.
   * @throws JobFault when no repeating would help.
   */
  chunk(on: AtWork, job: { id: string; input: Input; cursor: Cursor | null }): Promise<Chunk<Cursor, Result>>
  /** True where it may still end without leaving anything half done. */
  mayCancel(job: { input: Input; cursor: Cursor | null }): boolean
  /** Clears away what lies about of a job that was cancelled or failed; may run twice. */
  clear(on: AtWork, job: { id: string; input: Input; cursor: Cursor | null }): Promise<void>
}

/** Work that cannot be done. The message is Chinese, for whoever asked: why, and what to do. */
export class JobFault extends Error {
  override name = 'JobFault'
}
