import type { AlertFile } from '#contract/supervision/alerts'
import { caseKindFor } from '#domain/work/alert-case'
import { mayOpenCase } from '#domain/work/case-powers'
import { seesCase } from '#affairs/cases/allowed'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Alert } from '#store/work/alerts'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { casesFrom } from '#store/work/cases'

/** The case that came of an alert about who should be on the register, or which one this officer could open of it. */
export async function caseOf(on: On, one: Staff, { _id, detector, open, townCode, subject }: Alert): Promise<AlertFile['case']> {
  const home = subject.kind === 'household' ? await findById(on.db, households, subject.id) : undefined
  const kind = caseKindFor(detector, home?.onRegister === false)
  if (!kind) return undefined
  const [newest] = await casesFrom(on.db, _id)
  if (newest?.open) return seesCase(on, one, newest) ? { id: newest._id } : undefined
  return open && townCode !== null && mayOpenCase(on.county, townCode, one) ? { opens: kind } : undefined
}
