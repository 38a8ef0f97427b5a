import type { HouseholdFile } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import type { Headline } from '#domain/money/ledger'
import { headline } from '#domain/money/ledger'
import { today } from '../../../services/wire/clock'

/** The day to speak from: the phone's, unless its clock lags behind the answer. */
export function dayFor(file: HouseholdFile): Day {
  const now = today()
  return now > file.today ? now : file.today
}

/** 县民政局10月10日的名册. */
export const saySaid = (said: NonNullable<HouseholdFile['said']>, list: string, day: Day): string =>
  `${said.agency}${sayDay(said.on, day)}的${list}`

/** What stands on top, or nothing where the caller does not see the money. */
export const headlineOf = (file: HouseholdFile): Headline | undefined =>
  file.money ? headline(file.money, dayFor(file), file.today) : undefined
