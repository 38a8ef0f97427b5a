import { write } from '../call/log'
import { refusals } from '../call/errors'

/** A platform has this long for its whole answer, a second try included. */
const patienceMs = 5_000

/**
 * What a platform's endpoint answers, as it came. Refuses when it does not answer in time, breaks off, or answers with
 * anything but 200.
 *
 * A sign-in code can be spent once. So a request is tried again only when the connection could not even be opened, and nothing
 * was said; after that nobody knows whether the code is spent, and the phone has to fetch a new one anyway.
 */
export async function askPlatform(name: string, url: string, init: RequestInit = {}): Promise<string> {
  // No kept connection: between two calls the function is frozen, and a dead one would look like an answer lost.
  const request = { ...init, redirect: 'error', headers: { connection: 'close' }, signal: AbortSignal.timeout(patienceMs) } as const
  try {
    const response = await fetch(url, request).catch((error: unknown) =>
      neverConnected(error) ? fetch(url, request) : Promise.reject(error),
    )
    const text = await response.text()
    if (response.status === 200) return text
    throw new Error(`status ${response.status}`)
  } catch (error) {
    throw silent(name, faultOf(error))
  }
}

/** The refusal for a platform that gave no usable answer. The log gets the platform and our word for the fault: no address, code or id. */
export function silent(name: string, fault: string): Error {
  writePlatform(name, fault)
  return refusals.platformSilent(name)
}

/** `fault`: our word or the platform's code for it. */
export const writePlatform = (name: string, fault: string): void =>
  write({ level: 'error', function: 'identity', fault: 'platform', note: `${name} ${fault}` })

const neverConnected = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(faultOf(error))

/** `fetch` keeps the system's word for it in the cause; its messages may hold the address, which holds a secret. */
function faultOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? (/^status \d+$/.test(message) ? message : name)
}
