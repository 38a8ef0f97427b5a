import { randomBytes } from 'node:crypto'
import { normOn } from '#domain/county/parameters'
import { fingerprint, isFingerprint } from '#kernel/access/caller'
import { minutesAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import type { Keys } from '#kernel/seal/keys'
import type { On } from '#kernel/call/on'
import { closeTry, findAttempts, forgetAttempts, openTry, type Attempts } from '#store/access/attempts'

/** A try whose process died while it was judged holds up the next one for so long. */
const judgingMinutes = 0.25

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
 * Counts a try, judges it, and forgives all failures where it was right. Tries at once are one step: while one is judged the others are
 * told to come again, uncounted, so that a hundred at once lock nobody out for longer than one does.
 * @throws Refusal with the wait: after the free failures one minute, then twice as long each time, up to the longest. Whatever `judge`
 * throws.
 */
export async function judged<T>(on: On, login: string, device: string | undefined, judge: () => Promise<T>): Promise<T> {
  const place = placeOf(on, login, device)
  const before = await findAttempts(on.db, place)
  if (before && lockOf(on, before) > on.moment.iso) throw tooOften(on, before)
  const open = { at: on.moment.iso, until: minutesAfter(on.moment, judgingMinutes) }
  if (!(await openTry(on.db, place, before?.failures ?? 0, open)))
    throw refusals.busy('同一时刻有别的登录正在核对，这一次没有算数，填的都还在。请等几秒再点一次。')
  try {
    const result = await judge()
    await forgetAttempts(on.db, place)
    return result
  } catch (error) {
    await closeTry(on.db, place)
    throw error
  }
}

type Failed = Pick<Attempts, 'failures' | 'at'>

/**
 * Follows from the count and the last try, written together: there is no moment at which a failure is counted and its lock not
 * yet there.
 */
function lockOf({ county, moment }: On, { failures, at }: Failed): string {
  const over = failures - normOn(county, 'desk-wrong-free', moment.today)
  return over < 0
    ? ''
    : minutesAfter({ ...moment, iso: at }, Math.min(normOn(county, 'desk-longest-wait-minutes', moment.today), 2 ** over))
}

const tooOften = (on: On, failed: Failed) => {
  const minutes = Math.ceil((Date.parse(lockOf(on, failed)) - Date.parse(on.moment.iso)) / 60_000)
  return refusals.tooOften(
    `试错的次数太多，请 ${minutes} 分钟后再试。忘了口令或换了手机，请本单位的一把手或管理专员在“人员”里重发邀请码，再开通一次。`,
  )
}
