import { plainName } from '#domain/alerts/detectors/plan-month'
import type { AtWork } from '#kernel/jobs/kind'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { quarantine, stillOpen } from '#store/intake/quarantine'

/** Every text in the rows of these files that were sent back, as names are compared. */
export async function namesSentBack({ db, keys }: AtWork, importIds: string[]): Promise<Set<string>> {
  const rows = await findIn(db, quarantine, 'importId', importIds, ['rawSealed'], stillOpen)
  const cells = rows.flatMap(({ rawSealed }) => JSON.parse(open(keys, rawSealed)) as unknown[])
  return new Set(cells.filter((cell) => typeof cell === 'string').map(plainName))
}
