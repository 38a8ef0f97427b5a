import { createHash } from 'node:crypto'

/** Of a scheme by its name: what lists of dividends call alike is one. */
export const schemeIdOf = (name: string): string => createHash('sha256').update(name.trim()).digest('hex').slice(0, 24)
