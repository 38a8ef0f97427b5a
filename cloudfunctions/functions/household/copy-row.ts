import type { DataCopy } from '#contract/household/farmer'

export type Section = DataCopy['sections'][number]

/** One line of a copy; none where nothing is kept. */
export const row = (label: string, value: string | number | null | undefined): Section['rows'] =>
  value === null || value === undefined || value === '' ? [] : [{ label, value: String(value) }]
