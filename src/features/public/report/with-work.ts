import { today } from '../../../services/wire/clock'
import { callErrorOf } from '../../../services/wire/reply'
import { breathe, loadSealing } from '../../../services/sealing/sealing'
import type { Day } from '#domain/time/dates'

type Action = 'part' | 'submit' | 'follow' | 'open'
export interface Work {
  day: Day
  done: string
}

/** How long somebody stands in a queue. */
export interface Patience {
  isHere: () => boolean
  onQueue: (waiting: boolean) => void
  /** Waits after the hardest work was not enough. */
  waits: number
}

/** Shorter than the county keeps a place (kernel/call/turnstile). In ms. */
const betweenTries = 15_000

/**
 * Asks with the proof of work for one action about one thing. Told that it is crowded, the phone does twice the work and asks
 * again, up to the hardest; then it waits and asks again, which keeps its place. Throws what the county says last.
 */
export async function withWork<Answer>(
  action: Action,
  about: string,
  ask: (work: Work) => Promise<Answer>,
  { isHere, onQueue, waits }: Patience,
): Promise<Answer> {
  const { hardestWork } = await loadSealing()
  for (let tries = 0; ; tries++) {
    try {
      const answer = await ask(await workFor(action, about, Math.min(tries, hardestWork)))
      if (tries > 0) onQueue(false)
      return answer
    } catch (error) {
      if (callErrorOf(error)?.code !== 'busy' || tries >= hardestWork + waits || !isHere()) throw error
      onQueue(true)
      if (tries >= hardestWork) await new Promise((resolve) => setTimeout(resolve, betweenTries))
    }
  }
}

async function workFor(action: Action, about: string, level: number): Promise<Work> {
  const { challengeOf, doWork, sm3 } = await loadSealing()
  const day = today()
  return { day, done: await doWork(challengeOf(action, day, about), sm3, breathe, level) }
}
