import { randomBytes } from 'node:crypto'
import { fingerprint, isFingerprint } from '#kernel/caller'
import { minutesAfter } from '#kernel/clock'
import { refusals } from '#kernel/errors'
import type { Keys } from '#kernel/keys'
import type { On } from '#kernel/serve'
import { countAttempt, findAttempts, forgetAttempts, type Attempts } from '#store/attempts'

const freeTries = 5
const longestMinutes = 60

/** A browser that signed in once is told from others afterwards, for this login name; one known for another name gets a new mark. */
export const deviceFor = (on: On, login: string, device = ''): string => (isDevice(on, login, device) ? device : newDevice(on.keys, login))

function isDevice({ keys }: On, login: string, device: string): boolean {
  const [nonce = '', held = ''] = device.split('/')
  return isFingerprint(keys, held, `device/${login}/${nonce}`)
}

function newDevice(keys: Keys, login: string): string {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}/${fingerprint(keys, `device/${login}/${nonce}`)}`
}

/**
 * Whose failures are counted together: those of a browser known for this login; else those for the login at one address. So
 * nobody who guesses at a colleague's name, from elsewhere or from the next desk, can lock the colleague's own browser out.
 */
const placeOf = (on: On, login: string, device = ''): string =>
  isDevice(on, login, device) ? `device/${login}/${device.split('/')[0]}` : `place/${login}/${on.call.address ?? ''}`

/**
 * Counts a try before it is judged. Of tries at once, all are counted and no more are judged than of as many one after another.
 * @throws Refusal with the wait: after five failures one minute, then twice as long each time, an hour at most.
 */
export async function beginTry(on: On, login: string, device?: string): Promise<{ forgive(): Promise<unknown> }> {
  const place = placeOf(on, login, device)
  const before = (await findAttempts(on.db, place)) ?? { failures: 0, at: '' }
  if (lockOf(on, before) > on.moment.iso) throw tooOften(on, before)
  const now = { failures: await countAttempt(on.db, place, on.moment.iso), at: on.moment.iso }
  if (now.failures > freeTries && now.failures > before.failures + 1) throw tooOften(on, now)
  return { forgive: () => forgetAttempts(on.db, place) }
}

type Failed = Pick<Attempts, 'failures' | 'at'>

/** Follows from the count and the last try, written together: there is no moment at which a failure is counted and its lock not yet there. */
const lockOf = ({ moment }: On, { failures, at }: Failed): string =>
  failures < freeTries ? '' : minutesAfter({ ...moment, iso: at }, Math.min(longestMinutes, 2 ** (failures - freeTries)))

const tooOften = (on: On, failed: Failed) => {
  const minutes = Math.ceil((Date.parse(lockOf(on, failed)) - Date.parse(on.moment.iso)) / 60_000)
  return refusals.tooOften(`试错的次数太多，请 ${minutes} 分钟后再试。忘了口令或换了手机，请找管理专员要一个新的邀请码重新开通。`)
}
