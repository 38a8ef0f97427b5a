import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '#contract/call/action'
import { operatorProof } from '#kernel/call/context'
import { currentKeys } from '#kernel/seal/current-keys'
import type { Main } from './server'

/** The thread's own file: what outlives a request is worked on here, beside the one that answers people. */
const everyMs = 2000

async function work(): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the function as it was built for the cloud
  const { main } = require(join(__dirname, '..', 'cloudfunctions/intake/index.js')) as { main: Main }
  for (;;) {
    const call = { action: 'work', input: {}, operator: operatorProof(currentKeys(), 'work', {}, Date.now()) }
    const reply = (await main(call, {}).catch((error: unknown) => error)) as Reply<{ more: boolean }>
    if (!('data' in reply && reply.data.more)) await pause(everyMs)
  }
}
void work()
