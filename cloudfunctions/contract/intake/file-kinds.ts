/** The kinds of department file that intake knows. */
export const fileKinds = [
  'register',
  'payment-plan',
  'bank-receipt',
  'pairing',
  'doctor',
  'dividend',
  'exit',
  'vital',
  'medical',
  'project',
  'disability',
  'farmland',
  'schooling',
] as const

export type FileKind = (typeof fileKinds)[number]
