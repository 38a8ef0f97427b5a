import type { Fen } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import { collection, index } from '../db/collection'
import { digested, sealed } from '../db/keyed'

/**
 * What somebody paid for treatment in some months, as a list of health insurance says. One document per list and row. Amounts in 分; null
 * where the list has no such column.
 */
export interface MedicalBill {
  _id: string
  digest: string
  personId: string
  /** Null while the person is on no register. */
  householdId: string | null
  /** The months that it is for. */
  from: Month
  to: Month
  totalFen: Fen | null
  /** What the person paid of the bill themselves, as the list's main column has it. */
  selfPaidFen: Fen
  /** Of it or beside it, what no insurance covers (自费), where the list tells it apart. */
  uncoveredFen: Fen | null
  /** What others paid: 统筹, 大病, 救助, anything else. */
  basicFen: Fen | null
  criticalFen: Fen | null
  reliefFen: Fen | null
  otherFen: Fen | null
  /** 城乡居民(资助参保). */
  insured: string
  visits: number | null
  /** Where and of what: both tell of illness, so they are sealed, for the doctor and the person only. */
  hospitalSealed: string | null
  diagnosisSealed: string | null
  agency: string
  saidOn: Day
  sheet: string
  row: number
  importId: string
  importedAt: string
}
export const medicalBills = collection<MedicalBill>(
  'medical_bills',
  [index('personId'), index('householdId'), index('from', 'to'), index('importId'), index('saidOn')],
  { digest: digested(), hospitalSealed: sealed(), diagnosisSealed: sealed() },
)
