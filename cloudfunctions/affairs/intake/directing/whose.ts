import { sayPosts, unitName } from '#domain/access/posts'
import { versionOf } from '#domain/files/file-versions'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { arrivals, type Arrival } from '#store/intake/arrivals'
import { imports, type Import, type ImportedBy } from '#store/intake/intake'
import { directedOf } from './directed'

/** A department's file as far as it has come, and who asks about it; `by` is null at the terminal. */
export interface OwnFile {
  arrived: Arrival | undefined
  taken: Import | undefined
  by: ImportedBy | null
  /** Whose it is; '' where nothing says. */
  agencyId: string
}

/** Who asks at the desk of departments' files, as whom. Null: the operator. */
export async function officerAt(on: On): Promise<ImportedBy | null> {
  if (on.call.road === 'operator') return null
  const { staff } = await on.caller()
  return { staffId: staff!._id, name: staff!.name, agencyId: staff!.agencyId }
}

/** Sees the files of every agency. */
export const seesAll = ({ county }: Pick<On, 'county'>, by: ImportedBy | null): boolean => by === null || by.agencyId === county.duties.data

/**
 * A file and who asks about it: the operator, or a data officer, of the data agency or of the agency whose file it is: as people said, as
 * it says itself, or as its name says; where nothing says, whoever sent it. What is `told` of it is on record.
 * @throws Refusal of everybody else, on record.
 */
export async function ownFile(
  on: On,
  sha256: string,
  { action, reason, told = true }: { action: string; reason?: string; told?: boolean },
): Promise<OwnFile> {
  const [taken, arrived, directed] = await Promise.all([
    findById(on.db, imports, sha256),
    findById(on.db, arrivals, sha256),
    directedOf(on, sha256),
  ])
  const fileName = taken?.fileName ?? arrived?.fileName
  const agencyId = directed.agencyId ?? taken?.agencyId ?? arrived?.agencyId ?? (fileName === undefined ? '' : namedIn(on, fileName))
  const by = await officerAt(on)
  if (by === null) return { taken, arrived, by, agencyId }
  const sentIt = arrived?.senders.includes(by.agencyId) === true || taken?.by?.agencyId === by.agencyId
  const granted = seesAll(on, by) || (agencyId === '' ? sentIt : agencyId === by.agencyId)
  const look = { action, granted, about: { kind: 'import' as const, id: sha256 }, ...(reason !== undefined && { reason }) }
  if (told || !granted) await recordLook(on, await on.caller(), look)
  if (!granted) throw refusals.notAllowed(sayPosts(unitName(on.county, on.county.duties.data), ['data-officer']))
  return { taken, arrived, by, agencyId }
}

/** The agency that a file's name names, of those in the county pack. */
const namedIn = ({ county }: Pick<On, 'county'>, fileName: string): string => {
  const { agency } = versionOf(county, { name: fileName, title: '', day: null })
  return county.agencies.some(({ id }) => id === agency) ? agency : ''
}
