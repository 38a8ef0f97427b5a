import type { Fen } from '#domain/money/money'
import type { Category } from '#domain/register/register'
import type { Day, Month } from '#domain/time/dates'
import type { RowPlace } from '../../tables/data-rows'

/** The day that a register speaks of. */
export interface Register {
  on: Day
}

/** A household as the register lists it, its accepted members only. `monthlyFen` in 分. */
export interface RegisterHousehold {
  headName: string
  headId: string
  townCode: string
  villageCode: string
  category: Category
  certificateNo: string
  monthlyFen: Fen | null
  startMonth: Month | null
  members: RegisterMember[]
}

/** `phone`: the member's registered one, where the list has it. */
export interface RegisterMember {
  id: string
  name: string
  relation: string
  phone: string | null
  at: RowPlace
}
