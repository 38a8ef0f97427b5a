import { sayPosts, unitName } from '#domain/access/posts'
import { versionOf } from '#domain/files/file-versions'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import type { Directed } from '#store/intake/directions'
import { imports } from '#store/intake/intake'

/** Whoever is at the desk of departments' files: the operator, or a data officer; `agencyId` null: files of every agency are theirs. */
export interface AtDesk {
  by: string
  agencyId: string | null
}

/** Who asks. */
export async function atDesk(on: On): Promise<AtDesk> {
  if (on.call.road === 'operator') return { by: 'operator', agencyId: null }
  const { staff } = await on.caller()
  return { by: staff?._id ?? '', agencyId: staff?.agencyId === on.county.duties.data ? null : (staff?.agencyId ?? '') }
}

/**
 * Lets a data officer say how a file is read that is their agency's: as people said before, or as its name says.
 * @throws Refusal of everybody else, on record.
 */
export async function mayDirect(on: On, { agencyId }: AtDesk, sha256: string, before: Directed): Promise<void> {
  if (agencyId === null) return
  const kept = await findById(on.db, imports, sha256)
  const of = before.agencyId ?? (kept ? versionOf(on.county, { name: kept.fileName, title: '', day: null }).agency : '')
  if (of === agencyId && of !== '') return
  await recordLook(on, await on.caller(), { action: 'intake.direct', granted: false, about: { kind: 'import', id: sha256 } })
  throw refusals.notAllowed(sayPosts(unitName(on.county, on.county.duties.data), ['data-officer']))
}
