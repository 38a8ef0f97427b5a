import { isDay, type Day, type Month } from '../time/dates'

/** Words of the register that more than one room uses. */

export const categories = ['minimum-living', 'near-minimum', 'destitute', 'disability-only'] as const
/** Kind of low-income household: 低保, 低边, 特困, 残疾名单. */
export type Category = (typeof categories)[number]

export const categoryNames: Record<Category, string> = {
  'minimum-living': '低保户',
  'near-minimum': '低边户',
  destitute: '特困户',
  'disability-only': '残疾人家庭',
}

/** An exit's reason that says that the person is dead. */
export const saysDeath = (reason: string): boolean => /死亡|去世|病故|亡故|已故|身故|过世|病逝|逝世/.test(reason)

/** Of an exit with its month only, the last day it can have been. */
export const atLatest = (on: Day | Month): Day => (isDay(on) ? on : `${on}-31`)

/** The parts a household's file is released in, as people call them; grants and purposes name them. The one list of parts. */
export const partNames = {
  money: '钱',
  dividends: '分红',
  awards: '名册上的补助',
  policies: '政策',
  helpers: '帮扶的人',
  members: '家里人',
} as const
export type HouseholdPart = keyof typeof partNames
export const householdParts = Object.keys(partNames) as readonly HouseholdPart[]
