import type { AlertFigures } from '#contract/supervision/alert-figures'
import { yuan } from '#domain/money/money'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'

type Row = AlertFigures['detectors'][number]

/** Of those that were looked into to the end, how many were really so; nothing while none was. */
export function precisionOf({ confirmed, nothing, refused }: Row): string {
  const ended = confirmed + nothing + refused
  return ended === 0 ? '还没有办完的' : `${Math.round((confirmed / ended) * 100)}%（${ended} 条里 ${confirmed} 条）`
}

const columns: Column<Row>[] = [
  { id: 'name', title: '哪一种', cell: ({ word, name }) => `${word} · ${name}` },
  { id: 'raised', title: '发现', numeric: true, cell: ({ raised }) => raised },
  { id: 'open', title: '没办完', numeric: true, cell: ({ open }) => open },
  { id: 'confirmed', title: '查实', numeric: true, cell: ({ confirmed }) => confirmed },
  { id: 'nothing', title: '查无问题、退回', numeric: true, cell: ({ nothing, refused }) => nothing + refused },
  { id: 'gone', title: '自己没有了', numeric: true, cell: ({ gone }) => gone },
  { id: 'precision', title: '准不准', cell: precisionOf },
  { id: 'moved', title: '追回、补发（元）', numeric: true, cell: ({ movedFen }) => yuan(movedFen) },
]

/** Whether the alerts are worth it: each kind raised, confirmed, and the money that moved; and whether there are too many. */
export function FiguresView({ figures: { detectors: rows, month } }: { figures: AlertFigures }) {
  return (
    <>
      <Notice id="alerts-month" kind={month.raised > month.aim ? 'needs-you' : 'plain'}>
        {`本月新发现 ${month.raised} 条；名册上 ${month.households} 户，按每月不多于 ${month.aim} 条来定。${
          month.raised > month.aim ? '多了：请看看下面哪一种查实得少，规则要不要改严。' : ''
        }`}
      </Notice>
      {rows.length === 0 ? (
        <Empty>还没有发现过。导入发放计划、回执、名册以后，对不上的会到这里。</Empty>
      ) : (
        <Table id="alerts-figures" name="每一种预警办得怎样" columns={columns} rows={rows} keyOf={({ detector }) => detector} />
      )}
      <p className="table__note">准不准 = 查实的 ÷（查实的 + 查无问题的 + 退回的）。自己没有了的、没办完的不算。</p>
    </>
  )
}
