import { findCaller } from '#kernel/access/caller'
import { momentOf } from '#kernel/call/clock'
import { recordLook } from '#kernel/record/release'
import type { On } from '#kernel/call/on'
import { newAccount } from '#kernel/access/caller'
import { accounts } from '#store/access/accounts'
import type { Db } from '#store/db/collection'
import { insertMany } from '#store/db/write'
import type { LocalCloud } from '#local/host/cloud'
import { fill } from './lookup'
import { onBenchCloud } from './bench-cloud'
import { median, timeEach, type Figure } from './measure'

const people = 12_883

/** What knowing the caller and recording the look cost of a farmer's scan, and what ten times the accounts do to it. */
export const authorizationShare = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const homes = await fill(cloud, db, Math.round(people / 1.353))
    const scan = (i: number) => {
      const { token, session } = homes[i % homes.length]!
      return cloud.functions.household!(
        {
          httpMethod: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
          body: JSON.stringify({ action: 'lookup', input: { token } }),
        },
        {},
      )
    }
    await addAccounts(cloud, db, people)
    await timeEach(200, scan)
    const [before, knowing, recording] = [
      median(await timeEach(800, scan)),
      median(await timeEach(800, (i) => know(cloud, db, homes[i % homes.length]!.session))),
      median(await timeEach(800, () => record(cloud, db))),
    ]
    await addAccounts(cloud, db, 9 * people)
    await timeEach(200, scan)
    const after = median(await timeEach(800, scan))
    const ms = (value: number) => `${value.toFixed(2)} ms`
    return [
      // Beside each other in the scan: the caller beside the code, the record beside the file.
      {
        what: '认人（会话、户、岗位、授权、委托一次问清）÷ household.lookup',
        value: ms(knowing),
        ratio: knowing / before,
        note: `一次扫码 ${ms(before)}`,
      },
      { what: '审计写入（落盘）÷ household.lookup', value: ms(recording), ratio: recording / before },
      {
        what: '认人加审计 ÷ household.lookup',
        value: ms(knowing + recording),
        ratio: (knowing + recording) / before,
        note: '两样各和另一样同时进行，不是相加的等待',
      },
      {
        what: `household.lookup：十倍账户（${(10 * people).toLocaleString('en')}）÷ ${people.toLocaleString('en')}`,
        value: ms(after),
        ratio: after / before,
      },
    ]
  })

const know = (cloud: LocalCloud, db: Db, session: string) =>
  findCaller(db, cloud.keys, { road: 'http', session, action: '', input: {} }, momentOf(new Date()))

const record = (cloud: LocalCloud, db: Db) =>
  recordLook(
    {
      db,
      keys: cloud.keys,
      moment: momentOf(new Date()),
      requestId: 'bench',
      call: { road: 'http', action: '', input: {} },
    } as unknown as On,
    {},
    { action: 'bench', granted: true, householdId: 'bench' },
  )

const addAccounts = ({ keys }: LocalCloud, db: Db, count: number) =>
  insertMany(
    db,
    accounts,
    Array.from({ length: count }, (_, i) => ({
      ...newAccount(keys, '2026-11-12T00:00:00.000Z'),
      person: { personId: `p${i}`, boundOn: '2026-11-12' },
    })),
  )
