import { Bucket } from '#kernel/call/bucket'
import type { On } from '#kernel/call/on'
import { tally, type TallyKind } from '#store/public/tallies'

/** Of everybody together, in this process: a county never scans and reads so fast, and a flood cannot write a figure of its own. */
const bucket = new Bucket(1200, 600)

/** One more of a kind today, and nothing of whom; what comes in a flood is not counted. */
export async function count({ db, moment }: On, kind: TallyKind, of: string): Promise<void> {
  if (bucket.take()) await tally(db, kind, of, moment.today)
}
