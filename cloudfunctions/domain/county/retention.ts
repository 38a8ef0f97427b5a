/** How long each kind of data is kept: the county pack says, `patrol.tidy` does, and the privacy notice shows the very same table. */
export const retentionKinds = [
  'moments',
  'unbound-phones',
  'suggestion-phones',
  'suggestions',
  'requests',
  'alerts',
  'cases',
  'trusts',
  'grants',
  'staff-wishes',
  'refused-rows',
  'refused-counts',
  'left-phones',
  'left-care',
  'told-lists',
  'money',
  'reports',
  'looks',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Kinds that nothing removes: the pack says why. */
export const keptForGood: readonly RetentionKind[] = ['looks']
