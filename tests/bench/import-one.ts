import { startCloud } from '#local/host/cloud'
import { importFile } from '#local/import/import-files'

/** Imports one file into the cloud that runs on a data folder, in a process of its own; says how long it took and what memory it wanted. */
async function main(data: string, path: string): Promise<void> {
  const cloud = await startCloud({ data, county: 'wencheng' })
  const before = performance.now()
  const { accepted, refused } = await importFile(cloud, path)
  if (refused) throw new Error(refused)
  const seconds = (performance.now() - before) / 1000
  console.log(JSON.stringify({ accepted, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
  process.exit(0)
}
void main(process.argv[2]!, process.argv[3]!)
