import type { supervision } from '#contract/supervision/actions'
import type { AlertRow } from '#contract/supervision/alerts'
import { normOn } from '#domain/county/parameters'
import type { TableCell, TableColumn } from '#domain/tables/table'
import { alertOutcomeNames, alertStateNames } from '#domain/work/alerts'
import { signedBy } from '#affairs/tables/signed-by'
import { workbookOf } from '#affairs/tables/workbook/write'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'
import { listAlerts } from '#store/work/alert-lists'
import type { Alert } from '#store/work/alerts'
import { filterOf } from './list'
import { presentRow } from './present'

/** As many alerts as fit in one reply. */
const mostRows = 5_000
const pageSize = 1_000

/** The list as it stands on the screen, as a workbook: the same alerts in the same order. Who took it away is on record. */
export const alertsFile: Action<typeof supervision.alertsFile> = async ({ view, ...wanted }, on) => {
  const caller = await on.caller()
  const most = view === 'today' ? normOn(on.county, 'alerts-a-day', on.moment.today) : mostRows + 1
  const filter = filterOf(on, caller.staff!, view, wanted)
  const found: Alert[] = []
  for (let last: Alert | undefined, more = true; more && found.length < most; last = found.at(-1)) {
    const size = Math.min(pageSize, most - found.length)
    const page = await listAlerts(on.db, filter, size, last && { rank: last.rank, id: last._id })
    found.push(...page)
    more = page.length === size
  }
  if (found.length === 0) throw refusals.notFound('这样筛下来一条也没有，不用导出。')
  if (found.length > mostRows) throw refusals.badInput(`一次最多导出 ${mostRows} 条。请按乡镇或种类筛一筛，分次导出。`)
  await recordLook(on, caller, { action: 'supervision.alertsFile', granted: true, rows: found.length })
  const columns = columnsHere.map(({ cell: _, ...column }) => column)
  const content = workbookOf(
    { title: `${on.county.name}预警清单`, columns, ...signedBy(on, caller) },
    found.map((alert) => presentRow(on, alert)).map((row) => columnsHere.map(({ cell }) => cell(row))),
  )
  return { fileName: `预警_${on.moment.today}.xlsx`, rows: found.length, base64: content.toString('base64') }
}

const columnsHere: (TableColumn & { cell: (row: AlertRow) => TableCell })[] = [
  { heading: ['编号'], width: 26, kind: 'text', cell: ({ id }) => id },
  { heading: ['字'], width: 6, kind: 'text', cell: ({ word }) => word },
  { heading: ['什么事'], width: 24, kind: 'text', cell: ({ name }) => name },
  { heading: ['哪里对不上'], width: 60, kind: 'text', cell: ({ why }) => why },
  { heading: ['地方'], width: 20, kind: 'text', cell: ({ place }) => place },
  { heading: ['涉及（元）'], width: 14, kind: 'money', totalled: true, cell: ({ amountFen }) => amountFen ?? null },
  { heading: ['到哪一步'], width: 14, kind: 'text', cell: ({ state }) => alertStateNames[state] },
  { heading: ['谁手上'], width: 16, kind: 'text', cell: ({ holder }) => holder },
  { heading: ['发现'], width: 12, kind: 'day', cell: ({ raisedOn }) => raisedOn },
  { heading: ['期限'], width: 12, kind: 'day', cell: ({ dueOn }) => dueOn ?? null },
  { heading: ['过期'], width: 8, kind: 'text', cell: ({ late }) => (late ? '过期了' : null) },
  { heading: ['结果'], width: 14, kind: 'text', cell: ({ outcome }) => (outcome ? alertOutcomeNames[outcome] : null) },
  { heading: ['追回、补发（元）'], width: 16, kind: 'money', totalled: true, cell: ({ movedFen }) => movedFen ?? null },
]
