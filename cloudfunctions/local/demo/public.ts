import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SuggestionRow } from '#contract/office/publishing'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { find } from '#store/db/read'
import { insertMany } from '#store/db/write'
import { tallies } from '#store/public/tallies'
import type { LocalCloud } from '../host/cloud'
import { writeWhole } from '../host/data-folder'
import type { DemoAccount } from './account'
import { askAs } from './calls'
import { settleDemoReports } from './send-reports'
import { demoSession } from './session'
import told from './suggestions.json'
import { demoScans } from './scans'

/** What the demo's public has scanned, suggested and reported, once. Sent by the ways that the public and the offices themselves use. */
export async function settleDemoPublic(cloud: LocalCloud, db: Db, accounts: DemoAccount[]): Promise<void> {
  const note = join(cloud.data.path, 'demo-public.json')
  if (existsSync(note)) return
  const session = async (id: string) => demoSession(db, cloud.keys, accounts.find((account) => account.id === id)!.binds)
  await settleScans(cloud, db)
  await settleDemoReports(cloud, db, await session('discipline'))
  await settleSuggestions(cloud, await session('data-head'), await session('officer'))
  writeWhole(note, JSON.stringify({ settledOn: now().today }))
}

/** A start that was killed left some: only those that are missing are added. */
async function settleScans(cloud: LocalCloud, db: Db): Promise<void> {
  const made = demoScans(cloud.county, now().today)
  const there = new Set((await find(db, tallies, { kind: 'scan' }, { fields: ['_id'] })).map(({ _id }) => _id))
  await insertMany(
    db,
    tallies,
    made.filter(({ _id }) => !there.has(_id)),
  )
}

async function settleSuggestions(cloud: LocalCloud, dataOffice: string, officer: string): Promise<void> {
  const agencyId = cloud.county.sources.members
  for (const { words, answer, question } of told) {
    await askAs(cloud, 'bulletin', 'suggest', { words })
    if (answer === undefined) continue
    const { suggestions } = await askAs<{ suggestions: SuggestionRow[] }>(cloud, 'office', 'suggestions', { open: true }, dataOffice)
    const id = suggestions.find((row) => row.words === words && row.state === 'received')?.id
    if (id === undefined) continue
    await askAs(cloud, 'office', 'assignSuggestion', { id, agencyId, why: '' }, dataOffice)
    await askAs(cloud, 'office', 'answerSuggestion', { id, words: answer, ...(question && { publish: { question, answer } }) }, officer)
  }
}
