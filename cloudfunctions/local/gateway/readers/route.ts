import type { Body, Reply } from '../actions/body'
import type { ReadContext } from '../actions/context'

/** Answers a request that may take long in a thread of its own, or here when there is none. */
export const inReader = (body: Body, on: ReadContext, here: () => Reply): Reply | Promise<Reply> =>
  on.readers ? on.readers.run(body, on.clock()) : here()
