import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '#contract/call/action'
import { operatorProof } from '#kernel/call/context'
import { currentKeys } from '#kernel/seal/current-keys'
import type { Main } from './server'

/** The thread's own file: what outlives a request is worked on here, beside the one that answers people. */
const everyMs = 2000

async function work(): Promise<void> {
  const importing = { main: mainOf('intake'), action: 'work' }
  const entitling = { main: mainOf('patrol'), action: 'entitle' }
  const reconciling = { main: mainOf('patrol'), action: 'ledger' }
  const patrolling = { main: mainOf('patrol'), action: 'alerts' }
  const telling = { main: patrolling.main, action: 'arrivals' }
  for (;;) {
    const more = [await turn(importing), await turn(entitling), await turn(reconciling), await turn(patrolling), await turn(telling)]
    if (!more.includes(true)) await pause(everyMs)
  }
}

/** The function as it was built for the cloud. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const mainOf = (name: string): Main => (require(join(__dirname, '..', `cloudfunctions/${name}/index.js`)) as { main: Main }).main

/** True when there is more to do at once. */
async function turn({ main, action }: { main: Main; action: string }): Promise<boolean> {
  const call = { action, input: {}, operator: operatorProof(currentKeys(), action, {}, Date.now()) }
  const reply = (await main(call, {}).catch((error: unknown) => error)) as Reply<{ more: boolean }>
  return 'data' in reply && reply.data.more
}

void work()
