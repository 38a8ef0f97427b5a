/** The phone, or the platform's privacy guard, did not let photos be opened: nothing is wrong with the photo. */
export class PhotosNotAllowed extends Error {
  override name = 'PhotosNotAllowed'
}

/** The file ends before its picture does, as one that was not fetched to its end. */
export class PhotoCutShort extends Error {
  override name = 'PhotoCutShort'
}

/** WeChat: refused by the person, not agreed to, not declared. Alipay: not allowed, not allowed again, not allowed by the system. */
const refusals = { errno: [103, 104, 112], error: [2001, 2002, 2003] }
const words = /privacy|permission|authori[sz]|auth (deny|denied)|denied|scope|隐私|授权|权限|不允许/i

/**
 * Whether a platform failed for want of a permission. WeChat says so in `errMsg` and `errno`, Alipay in `error` and
 * `errorMessage`, a browser by the error's name.
 */
export function isRefusal(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false
  const { errno, error, errMsg, errorMessage, name, message } = failure as Partial<Record<string, unknown>>
  if (refusals.errno.includes(Number(errno)) || refusals.error.includes(Number(error))) return true
  return (
    name === 'NotAllowedError' || name === 'SecurityError' || [errMsg, errorMessage, message].some((said) => words.test(String(said ?? '')))
  )
}
