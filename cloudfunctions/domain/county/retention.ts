import type { County } from './county'

/** How long each kind of data is kept: the county pack says, `patrol.tidy` does, and the privacy notice shows the very same table. */
export const retentionKinds = [
  'moments',
  'unbound-phones',
  'suggestion-phones',
  'suggestions',
  'requests',
  'trusts',
  'grants',
  'staff-wishes',
  'refused-rows',
  'refused-counts',
  'left-phones',
  'left-care',
  'money',
  'reports',
  'looks',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Kinds that nothing removes: the pack says why. */
export const keptForGood: readonly RetentionKind[] = ['looks']

/** Days that a kind is kept, from the day its rule begins with. @throws Error when the pack lacks it, which its checks prevent. */
export function keptDays({ privacy }: County, kind: RetentionKind): number {
  const days = privacy.retention.find(({ id }) => id === kind)?.days
  if (typeof days !== 'number') throw new Error(`The county pack says no days for ${kind}`)
  return days
}
