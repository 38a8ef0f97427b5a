import { timingSafeEqual } from 'node:crypto'
import type { AuditRecord, AuditSeal } from '#store/record/audit'
import { canonicalJson } from './canonical'
import { mac, type Keys } from '../seal/keys'

/** Why a record is not what one of our processes wrote: it bears no seal, one under a key that is not here, or one that does not fit. */
export type SealFault = 'unsealed' | 'key' | 'mac'

/**
 * Seals a record as its writer's `n`-th: HMAC-SM3 over all of it, under a key derived from the root key. Who can write the database but
 * does not have the root key can neither change a record, nor write one in another's name, nor number one anew.
 */
export function sealRecord(
  keys: Keys,
  record: Omit<AuditRecord, 'seal'>,
  { writer, n, without }: Pick<AuditSeal, 'writer' | 'n' | 'without'>,
): AuditRecord {
  const seal = { writer, n, without, key: keys.newest }
  return { ...record, seal: { ...seal, mac: macOf(keys, { ...record, seal }, keys.newest).toString('hex') } }
}

/** Holds a record against its seal. */
export function sealFault(keys: Keys, record: AuditRecord): SealFault | undefined {
  if (!isSeal(record.seal)) return 'unsealed'
  const { mac: said, ...seal } = record.seal
  if (!keys.byVersion.has(seal.key)) return 'key'
  const right = macOf(keys, { ...record, seal }, seal.key)
  const given = Buffer.from(said, 'hex')
  return given.length === right.length && timingSafeEqual(given, right) ? undefined : 'mac'
}

const macOf = (keys: Keys, sealed: object, version: string): Buffer => mac(keys, 'audit-record', canonicalJson(sealed), version)

/** Whoever writes the database may have written anything there. */
const isSeal = (seal: unknown): seal is AuditSeal => {
  const { writer, n, without, key, mac: said } = Object(seal) as Partial<AuditSeal>
  return (
    typeof writer === 'string' && Number.isSafeInteger(n) && Array.isArray(without) && typeof key === 'string' && typeof said === 'string'
  )
}
