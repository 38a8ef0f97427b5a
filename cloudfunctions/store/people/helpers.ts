import type { Day, Month } from '#domain/time/dates'
import { workerKey } from '#domain/people/workers'
import { collection, index, unique } from '../db/collection'
import { digested, indexed, sealed } from '../db/keyed'
import type { SaidAt } from '../intake/said-at'

/** A cadre or doctor as the departments' lists name them, whether they have an account or not. */
export interface Worker {
  _id: string
  digest: string
  role: 'cadre' | 'doctor'
  name: string
  unit: string
  post: string | null
  /** Sealed mobile number, null when the list has none. */
  phoneSealed: string | null
  /** Blind index of unit, name and phone: the same worker in the next list. */
  workerIndex: string
  importedAt: string
}
export const workers = collection<Worker>('workers', [unique('workerIndex')], {
  digest: digested(),
  phoneSealed: sealed(),
  workerIndex: indexed('worker', (worker, open) => workerKey({ ...worker, phone: worker.phoneSealed && open(worker.phoneSealed) })),
})

/** 结对帮扶: a cadre and a household. Name, unit and sealed phone are copied for reading in one round. */
export interface Pairing extends SaidAt {
  _id: string
  digest: string
  personId: string
  householdId: string | null
  workerId: string
  name: string
  unit: string
  post: string | null
  phoneSealed: string | null
  measures: string[]
  lastVisit: Day | Month | null
  importId: string
  importedAt: string
}
export const pairings = collection<Pairing>('pairings', [index('householdId'), index('personId'), index('workerId')], {
  digest: digested(),
  phoneSealed: sealed(),
})

/** 家庭医生签约. The population group tells of illness: sealed, for the doctor and the person only. */
export interface DoctorContract extends SaidAt {
  _id: string
  digest: string
  personId: string
  householdId: string | null
  workerId: string
  name: string
  clinic: string
  signedOn: Day | Month | null
  groupSealed: string
  visitsThisYear: number
  importId: string
  importedAt: string
}
export const doctorContracts = collection<DoctorContract>(
  'doctor_contracts',
  [index('householdId'), index('personId'), index('workerId')],
  { digest: digested(), groupSealed: sealed() },
)
