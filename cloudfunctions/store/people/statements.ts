import type { FileKind } from '#contract/intake/file-kinds'
import type { Category } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { collection, index } from '../db/collection'
import { digested, sealed } from '../db/keyed'

/** What a row says of somebody that other departments may say too. `home`: code of the village, or of the town. */
export interface SaidOf {
  name: string
  home?: string
  category?: Category
  /** As `joinPhones` keeps them. */
  phone?: string
  /** The number of the account that a plan pays to. */
  card?: string
}

/**
 * What one file says of one person, beside what others say: nothing is written over. One per person and file; which one of a source
 * counts, and which source, is decided when somebody asks (domain/people/stated).
 */
export interface Statement {
  _id: string
  digest: string
  personId: string
  kind: FileKind
  /** Id of the agency; '' where the file names none. */
  agency: string
  /** `SaidOf` as JSON. */
  saidSealed: string
  /** Where it stands. */
  sheet: string
  row: number
  /** The day that the file speaks of; of one that states none (`undated`) the day on which it was read. */
  saidOn: Day
  undated?: true
  importId: string
  importedAt: string
}
export const statements = collection<Statement>('statements', [index('personId'), index('importId')], {
  digest: digested(),
  saidSealed: sealed(),
})
