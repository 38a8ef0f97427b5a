import type { AlertFile, AlertList } from '#contract/supervision/alerts'
import type { DetectorName } from '#domain/alerts/detectors/all'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { alerts } from '#store/work/alerts'
import type { LocalCloud } from '../../host/cloud'
import type { DemoAccount } from '../account'
import { askAs } from '../calls'
import { demoSession } from '../session'

/** The paper's four cases of funds, each from the mistake in the files that its alert found. */
const told: { detector: DetectorName; order: string; did: string; end: string }[] = [
  {
    detector: 'duplicate_payment',
    order: '查清为什么排了两次，多发的追回',
    did: '录表时复制了一行，多发的已经由本人退回专户',
    end: '退款单和专户流水都看过，多发的已追回',
  },
  {
    detector: 'not_on_register',
    order: '退出的人为什么还在发放表上，查清，追回',
    did: '退出名单没有传到做表的人，已经停发，钱已追回',
    end: '停发和退款都核实了',
  },
  {
    detector: 'amount_mismatch',
    order: '发放表和名册差的钱，查清是哪一边错',
    did: '发放表多填了一百元，已经改正，多发的下月抵扣并告知本人',
    end: '改正后的表和告知书都看过',
  },
  {
    detector: 'account_name_mismatch',
    order: '钱为什么打进别人的账户，查清，改回本人账户',
    did: '账户抄错了一户，钱已经退回，重新打给本人',
    end: '本人当面说收到了，账户也改好了',
  },
]

/**
 * Looks for alerts as every night until those of the demo's four cases are there, and brings these through the spine: handed, inspected,
 * ordered, put right, looked at again, closed. What stands further already goes on from there. The rest of the night's search is a job
 * under way, with which the cloud goes on by itself once it is open.
 */
export async function settleFundCases(cloud: LocalCloud, db: Db, accounts: readonly DemoAccount[]): Promise<void> {
  while (!(await areRaised(db)) && (await cloud.operate<{ more: boolean }>('patrol', 'alerts', {})).more);
  const session = async (id: string) => demoSession(db, cloud.keys, accounts.find((account) => account.id === id)!.binds)
  const [overseer, holder] = [await session('discipline'), await session('officer')]
  for (const one of told) {
    if ((await count(db, alerts, { detector: one.detector, state: 'closed' })) > 0) continue
    const { rows } = await askAs<AlertList>(cloud, 'supervision', 'alerts', { view: 'open', detector: one.detector }, overseer)
    const id = rows[0]?.id
    if (id !== undefined) await bringToEnd(cloud, { ...one, id, overseer, holder })
  }
}

async function areRaised(db: Db): Promise<boolean> {
  const raised = await Promise.all(told.map(({ detector }) => count(db, alerts, { detector })))
  return raised.every((found) => found > 0)
}

async function bringToEnd(
  cloud: LocalCloud,
  { id, overseer, holder, order, did, end }: (typeof told)[number] & { id: string; overseer: string; holder: string },
): Promise<void> {
  const does = (action: string, input: object, as: string) => askAs<AlertFile>(cloud, 'supervision', action, { id, ...input }, as)
  const next: Partial<Record<AlertFile['row']['state'], () => Promise<AlertFile>>> = {
    found: () => does('handAlert', { agencyId: cloud.county.sources.members, words: '请先核实，三天内报来' }, overseer),
    handed: () => does('inspectAlert', { words: '涉及群众的钱，查到底' }, overseer),
    inspection: () => does('orderAlert', { words: order, days: 10 }, overseer),
    rectification: () => does('rectifiedAlert', { words: did }, holder),
    recheck: () => does('passAlert', { outcome: 'fund', words: end }, overseer),
  }
  let { row } = await does('alert', {}, overseer)
  for (let step = next[row.state]; step; step = next[row.state]) ({ row } = await step())
}
