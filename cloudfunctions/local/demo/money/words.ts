import type { RequestRow } from '#contract/supervision/requests'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { count, find, findIn } from '#store/db/read'
import { batches, batchLines } from '#store/money/batches'
import { confirmations } from '#store/money/confirmations'
import { households } from '#store/people/register'
import type { LocalCloud } from '../../host/cloud'
import type { DemoAccount } from '../account'
import { askAs } from '../calls'
import { demoSession } from '../session'

/** So many farmers say something of the newest month's money, the first of them that something is wrong. */
const spoken = 30
const disputes: { said: 'not-received' | 'other-amount'; less?: number }[] = [
  { said: 'not-received' },
  { said: 'other-amount', less: 5000 },
  { said: 'not-received' },
]

/** Farmers say on their phones what came; who pays answers all disputes but the last, which waits. */
export async function settleWords(cloud: LocalCloud, db: Db, accounts: readonly DemoAccount[]): Promise<void> {
  if ((await count(db, confirmations, {})) >= spoken) return
  const [newest] = await find(db, batches, { state: 'answered' }, { order: [['month', 'desc']], limit: 1 })
  if (!newest) return
  const lines = await find(
    db,
    batchLines,
    { batchId: newest._id, state: 'credited', programme: 'disability-care' },
    { order: [['n', 'asc']], limit: 60 },
  )
  const homes = await findIn(
    db,
    households,
    '_id',
    lines.flatMap(({ householdId }) => householdId ?? []),
  )
  const headOf = new Map(homes.map(({ _id, headId }) => [_id, headId]))
  for (const [i, { paymentId, householdId, amountFen }] of lines.slice(0, spoken).entries()) {
    const personId = headOf.get(householdId ?? '')
    if (paymentId === null || personId === undefined) continue
    const session = await demoSession(db, cloud.keys, { person: { personId, boundOn: now().today }, staffId: null, grantHolders: [] })
    const { said, less } = disputes[i] ?? { said: 'received' as const }
    await askAs(cloud, 'household', 'confirmMoney', { paymentId, said, ...(less && { cameFen: amountFen - less }) }, session)
  }
  const payer = accounts.find(({ id }) => id === 'payer')
  if (payer) await answerAllButOne(cloud, await demoSession(db, cloud.keys, payer.binds))
}

async function answerAllButOne(cloud: LocalCloud, payer: string): Promise<void> {
  const { requests } = await askAs<{ requests: RequestRow[] }>(cloud, 'supervision', 'requests', { open: true }, payer)
  const words = '和银行一起查过：钱已经入账，是存折没有补登。请带存折到农商行补登，有问题再找我们。'
  for (const { id } of requests.slice(0, -1)) await askAs(cloud, 'supervision', 'answer', { id, words }, payer)
}
