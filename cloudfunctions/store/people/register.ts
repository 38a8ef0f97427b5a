import type { Fen } from '#domain/money/money'
import type { RegisterEventKind } from '#domain/register/events'
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
export const households = collection<Household>('households', [index('villageCode'), index('certificateNo'), multikey('helpers')], {
  digest: digested(),
})

/** What a household is on a day. */
export interface HomeThen {
  villageCode: string
  category: Category
  headId: string
}

/** Register history: a balance is counted from events, never kept. Its source is a row of a file or a case. */
export interface RegisterEvent extends SaidAt {
  _id: string
  digest: string
  kind: RegisterEventKind
  /** Whom it is about; of a household's, who heads it from then on. */
  personId: string
  /** The household it is about, that the person is in from then on, or was in when leaving; absent where no list has said. */
  householdId?: string
  on: Day | Month
  /** Of `category`, `moved`, `head`, `joined`, `split`: category, village code, person or household, before and after. */
  from?: string
  to?: string
  /** Of whoever comes on the register or into another household: as what, and what the household is. */
  relation?: string
  home?: HomeThen
  /** Last month of a category given for a time. */
  until?: Month
  reason: string
  evidence: string
  approver: string
  importId?: string
  caseId?: string
  /** Of what was decided: when, which orders decisions of one day. */
  decidedAt?: string
}
export const events = collection<RegisterEvent>('register_events', [index('personId'), index('kind', 'on'), index('caseId')], {
  digest: digested(),
})

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
