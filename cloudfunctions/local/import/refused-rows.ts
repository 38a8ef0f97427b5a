import { writeFileSync } from 'node:fs'
import type { OutputOf } from '#contract/call/action'
import type { intake } from '#contract/intake/actions'
import type { LocalCloud } from '../host/cloud'

type Listed = OutputOf<typeof intake.quarantine>
type Workbook = OutputOf<typeof intake.quarantineFile>
type Life = OutputOf<typeof intake.life>

/** Every refused row that waits still, page by page. */
export async function* refusedRows(cloud: LocalCloud): AsyncGenerator<Listed['rows'][number]> {
  for (let page: string | undefined, more = true; more;) {
    const { rows, next } = await cloud.operate<Listed>('intake', 'quarantine', page === undefined ? {} : { page })
    yield* rows
    more = next !== undefined
    page = next
  }
}

/** How many rows wait at each agency, for which reasons, since when: lines to read. */
export async function sayRefused(cloud: LocalCloud): Promise<string[]> {
  const [{ counts }, { agencies }] = [
    await cloud.operate<Listed>('intake', 'quarantine', {}),
    await cloud.operate<Life>('intake', 'life', {}),
  ]
  const waiting = agencies.filter(({ open, mended }) => open + mended > 0)
  return waiting.flatMap(({ agencyId, agency, open, mended, oldest, medianDays }) => [
    `${agency}：还有 ${open} 行没改好${oldest ? `，最早的是 ${oldest} 退回的` : ''}；改好 ${mended} 行${medianDays === null ? '' : `，一半在 ${medianDays} 天内改好`}`,
    ...counts.filter((one) => one.agencyId === agencyId).map(({ label, rows }) => `    ${label} ${rows} 行`),
  ])
}

/** Writes the refused rows as workbooks that can be corrected and imported, for their owner alone. Gives their paths. */
export async function writeWorkbooks(cloud: LocalCloud, out: string): Promise<{ path: string; rows: number }[]> {
  const written: { path: string; rows: number }[] = []
  for (let part = 0, parts = 1; part < parts; part++) {
    const workbook = await cloud.operate<Workbook>('intake', 'quarantineFile', { part })
    const path = out.replace(/(\.xlsx)?$/i, part === 0 ? '.xlsx' : `_${part + 1}.xlsx`)
    writeFileSync(path, Buffer.from(workbook.base64, 'base64'), { mode: 0o600 })
    written.push({ path, rows: workbook.rows })
    parts = workbook.parts
  }
  return written
}
