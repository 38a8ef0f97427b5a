import { refusals } from './errors'
import { writeUndated } from './log'

/** What a function stands on. What is wrong with the deployment may be told whole: nothing of the request has been read yet. */
export function stand<Ground>(name: string, lay: () => Ground): Ground {
  try {
    return lay()
  } catch (error) {
    writeUndated({ level: 'error', function: name, fault: 'deployment', note: (error as Error).message })
    throw refusals.internal()
  }
}
