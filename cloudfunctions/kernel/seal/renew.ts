import type { Collection, Filter, Stored } from '#store/db/collection'
import type { KeyedField } from '#store/db/keyed'
import { Refusal } from '../call/errors'
import type { Keys } from './keys'
import { blindIndex, open, openBytes, renewDigest, sealBytes, versionOf } from './seal'

/** What brings a document to the newest key version. */
export interface Renewal {
  /** Its keyed fields as they stand: the condition of the write, so that nothing that changed meanwhile is overwritten. */
  before: Filter
  after: Filter
  /** True when something stays behind, e.g. an index over a text that the document does not hold. */
  left: boolean
}

/** The documents of a collection that hold anything of an older key version; nothing when it has no keyed fields. */
export function ofOlderVersions({ newest }: Keys, { keyed }: Collection<Stored>): Filter | undefined {
  const fields = Object.keys(keyed)
  return fields.length === 0 ? undefined : { $or: fields.map((field) => ({ [field]: { $gte: '1.', $lt: `${newest}.` } })) }
}

/**
 * Makes a document's keyed fields anew with the newest key. @throws Refusal when their key is not here; Error when it does not
 * open them.
 */
export function renew<T extends Stored>(keys: Keys, { keyed }: Collection<T>, document: T): Renewal {
  const renewal: Renewal = { before: {}, after: {}, left: false }
  for (const [name, field] of Object.entries(keyed)) {
    const value = valueAt(document, name)
    if (value === undefined) continue
    renewal.before[name] = value
    if (typeof value !== 'string' || value < '1.' || value >= `${keys.newest}.`) continue
    const renewed = renewedField(keys, field, document, value)
    if (renewed === undefined) renewal.left = true
    else renewal.after[name] = renewed
  }
  return renewal
}

function renewedField<T>(keys: Keys, field: KeyedField<T>, document: T, value: string): string | undefined {
  const version = versionOf(value)
  if (version === undefined) return undefined
  if (!keys.byVersion.has(version)) throw keyMissing(version)
  if (field.as === 'sealed') return sealBytes(keys, openBytes(keys, value))
  if (field.as === 'digest') return renewDigest(keys, field.kind, value)
  const text = field.text(document, (sealed) => open(keys, sealed))
  // An index that is over another text than we think is left as it is: better an old one than a wrong one.
  return text !== undefined && blindIndex(keys, field.kind, text, version) === value ? blindIndex(keys, field.kind, text) : undefined
}

const keyMissing = (version: string) =>
  new Refusal(
    'internal',
    `还有用第 ${version} 版根密钥封存的内容，但 ROOT_KEYS 里没有第 ${version} 版。什么都没有改动。请把第 ${version} 版找回来，和新的一起写进 ROOT_KEYS，再做一次。`,
  )

const valueAt = (document: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
      document,
    )
