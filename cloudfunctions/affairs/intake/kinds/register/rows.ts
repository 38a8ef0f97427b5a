import type { Fen } from '#domain/money/money'
import type { Category } from '#domain/register/register'
import type { Day, Month } from '#domain/time/dates'

/** What a register says: its households as of day `on`. */
export interface Register {
  on: Day
  households: RegisterHousehold[]
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
  warn(code: 'name_differs', detail: string): void
}
