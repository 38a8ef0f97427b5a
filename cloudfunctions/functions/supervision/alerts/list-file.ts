import type { supervision } from '#contract/supervision/actions'
import type { AlertRow } from '#contract/supervision/alerts'
import { normOn } from '#domain/county/parameters'
import type { Cell } from '#domain/files/cells'
import { harmless } from '#domain/files/harmless'
import { yuan, type Fen } from '#domain/money/money'
import { alertOutcomeNames, alertStateNames } from '#domain/work/alerts'
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
  const content = await workbookOf(found.map((alert) => presentRow(on, alert)))
  return { fileName: `预警_${on.moment.today}.xlsx`, rows: found.length, base64: content.toString('base64') }
}

const columns: { title: string; width: number; cell: (row: AlertRow) => Cell }[] = [
  { title: '编号', width: 26, cell: ({ id }) => id },
  { title: '字', width: 6, cell: ({ word }) => word },
  { title: '什么事', width: 24, cell: ({ name }) => name },
  { title: '哪里对不上', width: 60, cell: ({ why }) => why },
  { title: '地方', width: 20, cell: ({ place }) => place },
  { title: '涉及（元）', width: 14, cell: ({ amountFen }) => inYuan(amountFen) },
  { title: '到哪一步', width: 14, cell: ({ state }) => alertStateNames[state] },
  { title: '谁手上', width: 16, cell: ({ holder }) => holder },
  { title: '发现', width: 12, cell: ({ raisedOn }) => raisedOn },
  { title: '期限', width: 12, cell: ({ dueOn }) => dueOn ?? null },
  { title: '过期', width: 8, cell: ({ late }) => (late ? '过期了' : null) },
  { title: '结果', width: 14, cell: ({ outcome }) => (outcome ? alertOutcomeNames[outcome] : null) },
  { title: '追回、补发（元）', width: 16, cell: ({ movedFen }) => inYuan(movedFen) },
]
const inYuan = (amount: Fen | undefined): Cell => (amount === undefined ? null : Number(yuan(amount).replace(/,/g, '')))

async function workbookOf(rows: AlertRow[]): Promise<Buffer> {
  // Loaded only now: few calls write a workbook.
  const { writeXlsx } = await import('hucre/xlsx')
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '预警',
          rows: [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => harmless(cell(row))))],
          cells: new Map(columns.map((_, i) => [`0,${i}`, { style: { font: { bold: true } } }] as const)),
          columns: columns.map(({ width }) => ({ width })),
        },
      ],
    }),
  )
}
