import { randomBytes } from 'node:crypto'
import type { InvitationCode } from '#domain/invitation-code'
import { base32 } from './code-signer'
import { mac, type Keys } from './keys'

/** A new one-time sign-in code: 60 random bits, 12 characters. */
export const newInvitationCode = (): InvitationCode => base32(randomBytes(10)).slice(0, 12) as InvitationCode

/** What is kept of it: a keyed fingerprint. */
export const invitationId = (keys: Keys, code: InvitationCode): string => mac(keys, 'session', code).toString('base64url')
