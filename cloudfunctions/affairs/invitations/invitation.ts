import { randomBytes } from 'node:crypto'
import { normOn } from '#domain/county/parameters'
import type { InvitationCode } from '#domain/access/invitation-code'
import { saveInvitation, type Binds } from '#store/access/accounts'
import { fingerprint } from '#kernel/access/caller'
import { hoursAfter } from '#kernel/call/clock'
import { base32 } from '#kernel/access/code-signer'
import { versionsOf, type Keys } from '#kernel/seal/keys'
import type { On } from '#kernel/call/on'

/** A new one-time sign-in code: 60 random bits, 12 characters. */
const newInvitationCode = (): InvitationCode => base32(randomBytes(10)).slice(0, 12) as InvitationCode

/** What may be kept of it, under every key: keyed fingerprints. */
export const invitationIds = (keys: Keys, code: InvitationCode): string[] =>
  versionsOf(keys).map((version) => fingerprint(keys, code, version))

/** Makes a one-time code that binds what is said, to be handed over face to face while it is good. */
export async function issueInvitation({ db, county, keys, moment }: On, binds: Binds): Promise<{ code: InvitationCode; until: string }> {
  const code = newInvitationCode()
  const until = hoursAfter(moment, normOn(county, 'invitation-hours', moment.today))
  await saveInvitation(db, { _id: fingerprint(keys, code), binds, until })
  return { code, until }
}
