import type { County } from '#domain/county/county'
import { normOn } from '#domain/county/parameters'
import { alertWords } from '#domain/alerts/finding'
import type { Day } from '#domain/time/dates'
import { areaOf } from '#domain/work/alert-powers'
import type { Db, Filter } from '#store/db/collection'
import type { Staff } from '#store/access/staff'
import { countAlerts, countBy } from '#store/work/alert-lists'

/** Which alerts an officer sees, and which wait for them: domain/work/alert-powers as filters of the database. */

type Officer = Pick<Staff, 'agencyId' | 'role'>

const isOverseer = ({ duties }: County, { agencyId }: Officer): boolean => agencyId === duties.discipline

/** The discipline office and the data office's two see all; an agency sees what it looks at first or has in hand, and its area's. */
export function seenBy(county: County, one: Officer): Filter {
  if (isOverseer(county, one) || (one.agencyId === county.duties.data && one.role !== 'officer')) return {}
  const area = areaOf(county, one.agencyId)
  return { $or: [{ agencyId: one.agencyId }, { handedTo: one.agencyId }, ...(area === undefined ? [] : [{ townCode: area }])] }
}

/** Those in which the next step is this officer's: in their agency's hands; for the discipline office, its inspections and what is late. */
export function waitingFor(county: County, one: Officer, today: Day): Filter {
  const { agencyId, role } = one
  const inHand = {
    $or: [{ handedTo: agencyId }, { handedTo: null, agencyId }],
    state: { $in: ['found', 'handed', 'rectification'] },
  }
  const ours: Filter[] = [inHand]
  if (isOverseer(county, one))
    ours.push(
      { state: { $in: ['inspection', 'recheck'] } },
      { state: { $in: ['found', 'handed', 'rectification'] }, dueOn: { $lt: today } },
    )
  else if (role === 'head') ours.push({ state: 'recheck', inspected: false, agencyId })
  return { open: true, $or: ours }
}

export interface WordCount {
  word: (typeof alertWords)[number]
  open: number
  late: number
}

/** The board of four words: how many open ones this officer sees. */
export async function countWords(db: Db, county: County, one: Officer, today: Day): Promise<WordCount[]> {
  const seen = { $and: [seenBy(county, one), { open: true }] }
  const [open, late] = await Promise.all([
    countBy<string>(db, 'word', seen),
    countBy<string>(db, 'word', { $and: [seen, { dueOn: { $lt: today } }] }),
  ])
  return alertWords.map((word) => ({ word, open: open.get(word) ?? 0, late: late.get(word) ?? 0 }))
}

/** How many wait for this officer, at most what a day can hold: no menu shall say a number that nobody can do anything about. */
export async function countForToday(db: Db, county: County, one: Officer, today: Day): Promise<number> {
  return Math.min(await countAlerts(db, waitingFor(county, one, today)), normOn(county, 'alerts-a-day', today))
}
