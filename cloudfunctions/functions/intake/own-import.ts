import { sayPosts, unitName } from '#domain/access/posts'
import { versionOf } from '#domain/files/file-versions'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { imports, type Import, type ImportedBy } from '#store/intake/intake'

/** Whose file an import is: as somebody said, or as its name says; '' where nothing says. */
export const agencyOf = ({ county }: Pick<On, 'county'>, { agencyId, fileName }: Pick<Import, 'agencyId' | 'fileName'>): string =>
  agencyId ?? versionOf(county, { name: fileName, title: '', day: null }).agency

/**
 * An import and who asks about it: the operator, or a data officer, of the data agency or of the agency whose file it is. On record, with
 * `told` false only where it is refused: nothing is told of what is in it.
 * @throws Refusal of everybody else, on record.
 */
export async function ownImport(
  on: On,
  sha256: string,
  { action, reason, told = true }: { action: string; reason?: string; told?: boolean },
): Promise<{ own: Import | undefined; by: ImportedBy | null }> {
  const own = await findById(on.db, imports, sha256)
  if (on.call.road === 'operator') return { own, by: null }
  const caller = await on.caller()
  const { _id: staffId, name, agencyId } = caller.staff!
  const all = agencyId === on.county.duties.data
  const granted = all || (own !== undefined && agencyOf(on, own) === agencyId)
  if (told || !granted)
    await recordLook(on, caller, { action, granted, about: { kind: 'import', id: sha256 }, ...(reason !== undefined && { reason }) })
  if (!granted) throw refusals.notAllowed(sayPosts(unitName(on.county, on.county.duties.data), ['data-officer']))
  return { own, by: { staffId, name, agencyId } }
}
