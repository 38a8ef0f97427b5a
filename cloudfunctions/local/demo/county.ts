import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '#kernel/call/clock'
import type { Day } from '#domain/time/dates'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { imports } from '#store/intake/intake'
import type { LocalCloud } from '../host/cloud'
import { writeWhole } from '../host/data-folder'
import { generateDemo } from './files/generate'
import { settleMoney } from './money/settle'
import { endDemoSessions } from './session'
import { importFile } from '../import/import-files'
import { showProgress } from '../commands/with/progress'

/** `closed`: something else was imported since, and nobody signs in by a demo page any more. */
interface DemoNote {
  today: Day
  done: boolean
  closed?: true
}

const noteIn = (folder: string): DemoNote | undefined => {
  const note = join(folder, 'demo.json')
  return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as DemoNote) : undefined
}

/**
 * Fills an empty cloud with the demo county: department files are made, then taken in like any department's.
 * A start that was killed goes on with the same day's files; what is in is not taken in twice.
 * False where a county's own data is: nothing invented is mixed with it, and nobody signs in to it by a demo page.
 */
export async function settleDemo(cloud: LocalCloud, db: Db): Promise<boolean> {
  const note = join(cloud.data.path, 'demo.json')
  const before = noteIn(cloud.data.path)
  if (before?.done) return !before.closed
  if (!before && (await count(db, imports, {})) > 0) return false
  const today = before?.today ?? now().today
  writeWhole(note, JSON.stringify({ today, done: false } satisfies DemoNote))
  // What is invented is made again if the machine loses power: nothing waits for the disk until all of it is there.
  await cloud.syncEachWrite(false)
  const outDir = join(cloud.data.path, 'department-files')
  const making = showProgress('生成演示县的部门文件', 0)
  const files = await generateDemo({
    county: cloud.county,
    today,
    outDir,
    onProgress: ({ done, total, file }) => making.step(done, file, total),
  })
  making.end()
  const first = files.filter(({ month }) => month === undefined)
  const taking = showProgress('导入部门文件', first.length)
  for (const [i, { path, file }] of first.entries()) {
    taking.step(i, file)
    const { refused } = await importFile(cloud, path)
    if (refused) throw new Error(`演示文件 ${file} 没有收下：${refused}`)
  }
  taking.step(first.length, '完成')
  taking.end()
  await settleMoney(
    cloud,
    db,
    files.filter(({ month }) => month !== undefined),
  )
  await cloud.syncEachWrite(true)
  rmSync(outDir, { recursive: true, force: true })
  writeWhole(note, JSON.stringify({ today, done: true } satisfies DemoNote))
  return true
}

/** True while the folder holds the demo county and nothing else. */
export const isDemoOpen = (folder: string): boolean => {
  const note = noteIn(folder)
  return note?.done === true && !note.closed
}

/** To be called when a department's own file was taken in: what it says is nobody's to try out. True if the demo was open until now. */
export async function closeDemo(folder: string, db: Db): Promise<boolean> {
  if (!isDemoOpen(folder)) return false
  writeWhole(join(folder, 'demo.json'), JSON.stringify({ ...noteIn(folder)!, closed: true } satisfies DemoNote))
  await endDemoSessions(db)
  return true
}
