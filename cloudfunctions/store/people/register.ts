import type { Fen } from '#domain/money/money'
import type { RegisterFact } from '#domain/register/events'
import type { Category } from '#domain/register/register'
import type { Day, Month } from '#domain/time/dates'
import { collection, index, multikey, unique, type Db } from '../db/collection'
import { findById } from '../db/read'
import { digested, indexed, sealed } from '../db/keyed'
import type { SaidAt } from '../intake/said-at'

/** Everyone a department file has named, on the register or not. One person, one document. */
export interface Person {
  _id: string
  digest: string
  name: string
  /** Sealed identity number, and its blind index for equality. */
  idSealed: string
  idIndex: string
  sex: '男' | '女'
  birth: Day
  /** Null while on no register. */
  householdId: string | null
  relation: string | null
  onRegister: boolean
  /** Day of the list that gave the name, while no register names the person. */
  nameOn?: Day
  /** Day that the newest register naming the person speaks of: an exit after it holds, one before it was taken back. */
  listedOn?: Day
  /** Day from which the last decision on the person's being on the register holds: a list of that day or before does not undo it. */
  decidedOn?: Day
  /** Two people decided that this is the same person as that one, written down twice: this one's records are shown with that one's. */
  sameAs?: string
  importedAt: string
}
export const persons = collection<Person>('persons', [unique('idIndex'), index('householdId'), index('name'), index('sameAs')], {
  digest: digested(),
  idSealed: sealed(),
  idIndex: indexed('id-number', ({ idSealed }, open) => open(idSealed)),
})

/** That and when somebody left the register, while the household is on it still. */
export interface Left {
  on: Day | Month
  died: boolean
}

/** A household of the register. `access` facts (village, helpers) stand here and on its codes, written together. */
export interface Household {
  _id: string
  digest: string
  /** The first accepted member while the head's own row is in quarantine. */
  headId: string
  headName: string
  townCode: string
  villageCode: string
  category: Category
  /** Last month of the category, where it was given for a time. */
  until?: Month
  certificateNo: string
  /** Monthly household grant in 分; null where the category has none. */
  monthlyFen: Fen | null
  startMonth: Month | null
  /** Ids of the workers who look after it: paired cadre, doctors. */
  helpers: string[]
  members: { personId: string; name: string; relation: string; left?: Left }[]
  /** Its head left the register: a new head is asked for. */
  headLeft?: Left
  onRegister: boolean
  /** Day that the newest register with this household speaks of. */
  listedOn?: Day
  /** Day from which the last decision on the household holds: a list of that day or before does not undo it. */
  decidedOn?: Day
  importedAt: string
}
export const households = collection<Household>(
  'households',
  [index('onRegister', 'villageCode', '_id'), index('villageCode'), index('certificateNo'), index('listedOn'), multikey('helpers')],
  {
    digest: digested(),
  },
)

/** Register history: a balance is counted from events, never kept. Its source is a row of a file or a case. */
export interface RegisterEvent extends SaidAt, RegisterFact {
  _id: string
  digest: string
  reason: string
  evidence: string
  approver: string
  importId?: string
  caseId?: string
  /** Of an exit: the village or town that its row names. */
  place?: string
}
export const events = collection<RegisterEvent>(
  'register_events',
  [index('personId'), index('householdId'), index('kind', 'on'), index('caseId')],
  {
    digest: digested(),
  },
)

/** One code per person. Carries what a scan's authorization needs, so that it costs one read. */
export interface Code {
  _id: string
  personId: string
  householdId: string
  villageCode: string
  helpers: string[]
  status: 'active' | 'revoked'
  issuedOn: Day
  /** Of a card that was lost: the one that took its place. */
  replacedBy?: string
  revokedOn?: Day
}
export const codes = collection<Code>('codes', [index('personId'), index('householdId'), index('villageCode')])

export const findCode = (db: Db, id: string): Promise<Code | undefined> => findById(db, codes, id)
