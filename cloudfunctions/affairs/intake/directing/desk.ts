import type { On } from '#kernel/call/on'
import { ownFile } from './whose'

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
export async function mayDirect(on: On, { agencyId }: AtDesk, sha256: string): Promise<void> {
  if (agencyId !== null) await ownFile(on, sha256, { action: 'intake.direct', told: false })
}
