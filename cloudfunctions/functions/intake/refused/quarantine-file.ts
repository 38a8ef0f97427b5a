import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { pageOf, visible } from '#affairs/intake/mending/lists'
import { recordRows } from '#affairs/intake/mending/record'
import { refusedSheets } from '#affairs/intake/mending/refused-sheets'
import { writeRefused } from '#affairs/intake/mending/write-refused'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { count } from '#store/db/read'
import { quarantine, stillOpen, type QuarantinedRow } from '#store/intake/quarantine'

/** So many rows go into one workbook. */
const perWorkbook = 999

/** Refused rows as a workbook that may be sent back; of very many, one workbook after the other: `part`. */
export const quarantineFile: Action<typeof intake.quarantineFile> = async ({ part, ...asked }, on) => {
  const filter = { ...visible(await atDesk(on), asked), ...stillOpen }
  const parts = Math.max(1, Math.ceil((await count(on.db, quarantine, filter)) / perWorkbook))
  let rows: QuarantinedRow[] = []
  let page: string | undefined
  for (let i = 0; i <= part; i++) {
    const found = await pageOf(on.db, quarantine, filter, page, perWorkbook)
    rows = i === part ? found.rows : []
    page = found.next
    if (page === undefined) break
  }
  if (rows.length === 0) throw refusals.notFound('没有退回的行，不用下载。')
  await recordRows(on, 'intake.quarantineFile', rows)
  const workbook = await writeRefused(await refusedSheets(on, rows))
  return {
    fileName: `退回的行_${on.moment.today}${parts > 1 ? `_${part + 1}` : ''}.xlsx`,
    rows: rows.length,
    parts,
    base64: workbook.toString('base64'),
  }
}
