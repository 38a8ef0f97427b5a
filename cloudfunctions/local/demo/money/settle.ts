import type { Db } from '#store/db/collection'
import type { LocalCloud } from '../../host/cloud'
import type { DemoFile } from '../files/generate'
import { endDemoSessions } from '../session'
import { findDemoPeople } from '../sign-ins'
import { settleFundCases } from './cases'
import { settleWords } from './words'
import { liveYear } from './year'

/** The demo's money: its year, what farmers say of it, and the cases that come of it. */
export async function settleMoney(cloud: LocalCloud, db: Db, files: readonly DemoFile[]): Promise<void> {
  const people = await findDemoPeople(db, cloud.county, cloud.keys)
  if (!people) return
  const { accounts } = people
  await liveYear(cloud, db, { files, accounts })
  await settleWords(cloud, db, accounts)
  await settleFundCases(cloud, db, accounts)
  await endDemoSessions(db)
}
