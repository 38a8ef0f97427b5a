import { isDay, type Day, type Month } from '../time/dates'

/** Words of the register that more than one room uses. */

/**
 * What a household is on the register as: an id of the county pack's open list (domain/county/categories). The mark keeps it apart from
 * other kinds of text that carry one; plain text may become it, as it does when the pack or a stored household is read.
 */
export type Category = string & { readonly __of?: 'category' }

/** An exit's reason that says that the person is dead. */
export const saysDeath = (reason: string): boolean => /死亡|去世|病故|亡故|已故|身故|过世|病逝|逝世/.test(reason)

/** Of an exit with its month only, the last day it can have been. */
export const atLatest = (on: Day | Month): Day => (isDay(on) ? on : `${on}-31`)

/** Whether what is known of somebody is of after an exit: a list of a later day, or a decision of the same day or month or later. */
export const isAfterExit = ({ listedOn = '', decidedOn = '' }: { listedOn?: string; decidedOn?: string }, exit: Day | Month): boolean =>
  listedOn > atLatest(exit) || decidedOn.slice(0, exit.length) >= exit

/** Whether a list of day `on` comes too late: a newer one has spoken, or somebody has decided on that day or after. */
export const isOutdated = (on: Day, { listedOn = '', decidedOn = '' }: { listedOn?: string; decidedOn?: string }): boolean =>
  listedOn > on || decidedOn >= on

/** The parts a household's file is released in, as people call them; grants and purposes name them. The one list of parts. */
export const partNames = {
  money: '钱',
  dividends: '分红',
  awards: '名册上的补助',
  policies: '政策',
  helpers: '帮扶的人',
  members: '家里人',
  income: '收入',
} as const
export type HouseholdPart = keyof typeof partNames
export const householdParts = Object.keys(partNames) as readonly HouseholdPart[]
