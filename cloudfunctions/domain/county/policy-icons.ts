/** Drawings for kinds of policies; the county pack says which programme has which, and what has none is simply money. */
export const policyIcons = [
  'living',
  'support',
  'disability',
  'resettlement',
  'farm',
  'medical',
  'study',
  'housing',
  'dividend',
  'grant',
  'doctor',
] as const
export type PolicyIcon = (typeof policyIcons)[number]
