import type { Db } from '#store/db/collection'
import { showProgress } from '../../commands/with/progress'
import type { LocalCloud } from '../../host/cloud'
import { importFile } from '../../import/import-files'
import type { DemoAccount } from '../account'
import { sayPeriod } from '../files/due'
import type { DemoFile } from '../files/generate'
import { endDemoSessions } from '../session'
import { standAt } from './clock'
import { moneyDesk } from './desk'
import { batchOf, beginReturned, bringTo, closeIfDone, mendAndForget, takeBack, type Paying } from './month'

/** So many of the newest months have the longer batches. */
const recentMonths = 3

interface Year {
  /** Plans and receipts, each of its month, the oldest first. */
  files: readonly DemoFile[]
  accounts: readonly DemoAccount[]
}

/**
 * Twelve months of money, each on its own days: the plan comes, a batch is drafted from it, decided, put forward by one and approved by
 * another, handed to the bank; its answers come; what did not arrive goes on in the next month's, and the old batch is closed. The newest
 * month stays open. Killed and begun again, it goes on.
 */
export async function liveYear(cloud: LocalCloud, db: Db, { files, accounts }: Year): Promise<void> {
  const months = [...new Set(files.flatMap(({ month }) => month ?? []))].sort()
  const { banks, duties } = cloud.county
  // Without a bank's layout no file can be made for it, and nothing is handed over: then the files alone are taken in.
  const bank = banks.banks.find(({ file }) => file !== undefined)
  const signIn = async () => bank && moneyDesk(cloud, db, accounts)
  const progress = showProgress('十二个月的钱走一遍', months.length)
  let former: string | undefined
  try {
    for (const [i, month] of months.entries()) {
      progress.step(i, sayPeriod(month))
      const isNewest = i === months.length - 1
      const age = i < months.length - recentMonths ? 'older' : 'recent'
      const paying: Paying = {
        month,
        age,
        agencyId: duties.finance,
        bankId: bank?.id ?? '',
        leaveOut: isNewest ? ['paid_after_death'] : [],
      }
      const fileOf = (kind: DemoFile['kind']) => files.find((file) => file.month === month && file.kind === kind)
      const [plan, receipt] = [fileOf('payment-plan')!, fileOf('bank-receipt')]
      await standAt(cloud, `${month}-12`)
      const importId = await takeIn(cloud, plan)
      const begun = await signIn()
      let batch = begun && (await batchOf(begun, db, importId, paying))
      if (begun && former !== undefined && isNewest) await takeBack(begun, former)
      if (begun && batch && receipt) batch = await bringTo(begun, batch, 'frozen', paying)
      if (receipt) {
        await standAt(cloud, `${month}-14`)
        const handing = await signIn()
        if (handing && batch) batch = await bringTo(handing, batch, 'sent', { ...paying, on: `${month}-14` })
        await standAt(cloud, `${month}-16`)
        await takeIn(cloud, receipt)
        while ((await cloud.operate<{ worked: boolean }>('intake', 'work', {})).worked);
        const closing = await signIn()
        if (closing && former !== undefined && i === months.length - 2) await mendAndForget(closing, db, former)
        if (closing && former !== undefined) await closeIfDone(closing, former)
        if (closing && batch && isNewest) await beginReturned(closing, db, paying)
      }
      former = batch?.row.id
    }
    progress.step(months.length, '完成')
  } finally {
    progress.end()
    await standAt(cloud)
    await endDemoSessions(db)
  }
}

async function takeIn(cloud: LocalCloud, { path, file }: DemoFile): Promise<string> {
  const { refused, sha256 } = await importFile(cloud, path)
  if (refused) throw new Error(`演示文件 ${file} 没有收下：${refused}`)
  return sha256
}
