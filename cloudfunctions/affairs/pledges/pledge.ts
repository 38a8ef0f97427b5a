import { createHash } from 'node:crypto'
import type { County } from '#domain/county/county'
import { unitName } from '#domain/access/posts'
import type { DutyRole } from '#domain/access/staff'
import { signedDuties } from '#store/access/staff'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256 of the pledges as they read today: a changed text must be signed again. */
export const pledgeHashes = ({ texts }: County): Record<DutyRole, string> => ({
  head: hashOf(texts.pledges.head),
  'data-officer': hashOf(texts.pledges['data-officer']),
})

/** No pledge, no grant: head and data officer of the agency have signed the present text. */
export async function checkPledged({ db, county }: On, agencyId: string): Promise<void> {
  const signed = await signedDuties(db, agencyId, pledgeHashes(county))
  if (signed.head && signed['data-officer']) return
  const missing = [!signed.head && '一把手', !signed['data-officer'] && '管理专员'].filter(Boolean).join('和')
  throw refusals.badInput(`${unitName(county, agencyId)}的${missing}还没有签责任书，签了才能授权。请先到“责任书”签字。`)
}
