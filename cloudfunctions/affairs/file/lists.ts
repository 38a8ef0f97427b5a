import type { Collection, Stored } from '#store/db/collection'
import { incomes } from '#store/people/incomes'
import { doctorContracts, pairings } from '#store/people/helpers'
import { awards } from '#store/money/awards'
import { confirmations } from '#store/money/confirmations'
import { dividends, payments, receipts, type Dividend } from '#store/money/money'
import type { Household } from '#store/people/register'
import { plans } from '#store/work/plans'
import { memberships, type Scheme } from '#store/work/schemes'

/** What is kept of a household beside the register, by the name under which its file has it. */
export const lists = {
  plan: payments,
  answers: receipts,
  words: confirmations,
  shares: dividends,
  pooled: memberships,
  listed: awards,
  cadres: pairings,
  doctors: doctorContracts,
  stated: incomes,
  planned: plans,
}

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as readonly ListName[]

type DocumentOf<C> = C extends Collection<infer T extends Stored> ? T : never
export type Lists = { [Name in ListName]: DocumentOf<(typeof lists)[Name]>[] }

/** A household with what was released of it; a list that no released part needs is empty. */
export interface LoadedFile extends Lists {
  household: Household
  /** What lists of dividends said of a household that went over into this one with its agreement. */
  before: Dividend[]
  /** Those that it is in. */
  schemes: Scheme[]
}
