import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as authenticator apps have it: SHA-1, six digits, 30 seconds. */
const period = 30
const totpOf = (secret: string, label = '', issuer = '') =>
  new TOTP({ secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1', label, issuer })

/** A new secret, base32 of 20 random bytes. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator app scans. */
export const totpAddress = (secret: string, label: string, issuer: string): string => totpOf(secret, label, issuer).toString()

/** The step that a code is of, one before or after included for clocks that differ; nothing if it is of none. */
export function stepOf(secret: string, code: string, time: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: time.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(time.getTime() / 1000 / period) + delta
}

/** The code of a moment. For the demo and for tests; people have their app. */
export const totpAt = (secret: string, time: Date): string => totpOf(secret).generate({ timestamp: time.getTime() })
