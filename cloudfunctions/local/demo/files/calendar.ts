import type { Day } from '#domain/time/dates'

/** 2026-10-12 → 2026年10月12日 */
export const sayFullDay = (day: Day): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 2026-10-12 → 20261012, as in file names and bank files. */
export const compactDay = (day: Day): string => day.replaceAll('-', '')
