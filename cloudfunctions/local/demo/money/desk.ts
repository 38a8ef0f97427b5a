import type { BatchFile } from '#contract/office/batches'
import type { BatchLineList } from '#contract/office/batch-lines'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { changeAccount } from '#store/access/accounts'
import type { LocalCloud } from '../../host/cloud'
import type { DemoAccount } from '../account'
import { askAs } from '../calls'
import { demoSession } from '../session'

/** Those of the finance bureau who bring a month's money on its way, each signed in. */
export interface MoneyDesk {
  clerk: string
  head: string
  ask<Data = BatchFile>(action: string, input: object, as?: string): Promise<Data>
}

/** Signs the two in as of the cloud's clock. Nothing where the demo has no such staff. */
export async function moneyDesk(cloud: LocalCloud, db: Db, accounts: readonly DemoAccount[]): Promise<MoneyDesk | undefined> {
  const of = (id: string) => accounts.find((account) => account.id === id)
  const [clerk, head] = [of('finance'), of('finance-head')]
  if (!clerk || !head) return undefined
  const as = { clerk: await demoSession(db, cloud.keys, clerk.binds), head: await demoSession(db, cloud.keys, head.binds) }
  // A demo's officer has no second device to prove it with.
  await changeAccount(db, as.clerk.split('/')[0]!, { $set: { 'session.steppedUp': now().iso } })
  return { ...as, ask: (action, input, who = as.clerk) => askAs(cloud, 'office', action, input, who) }
}

/** Goes on with the long work beside a batch until there is none. */
export async function ended({ ask }: MoneyDesk, file: BatchFile): Promise<BatchFile> {
  let at = file
  while (at.work.some(({ state }) => state === 'waiting')) at = await ask('batchProgress', { id: at.row.id })
  return at
}

/** The same. @throws Error where some of it has failed. */
export async function worked(desk: MoneyDesk, file: BatchFile): Promise<BatchFile> {
  const at = await ended(desk, file)
  const failed = at.work.find(({ state }) => state === 'failed')
  if (failed) throw new Error(`${at.row.name}：${failed.name}没有做完。${failed.fault ?? ''}`)
  return at
}

/** Every line that was marked gets a person's word. `leaveOut`: on which doubts the money does not go. */
export async function decideAll({ ask }: MoneyDesk, id: string, leaveOut: readonly string[]): Promise<void> {
  for (;;) {
    const { rows } = await ask<BatchLineList>('batchLines', { id, view: 'undecided' })
    if (rows.length === 0) return
    for (const act of ['pay', 'leaveOut'] as const) {
      const some = rows.filter(({ flags }) => flags.some(({ code }) => leaveOut.includes(code)) === (act === 'leaveOut'))
      const words = act === 'pay' ? '问过乡镇和发放单位，照发' : '名单上已经去世，核对过户籍，不发'
      if (some.length > 0) await ask('decideLines', { id, lineIds: some.map((row) => row.id), count: some.length, act, words })
    }
  }
}
