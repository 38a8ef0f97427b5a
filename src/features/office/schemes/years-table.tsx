import type { SchemeRow } from '#contract/office/schemes'
import type { BookView } from '#domain/money/scheme-book'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { Counted } from './counted'

type Year = SchemeRow['totals']['years'][number]
type Open = (view: BookView, year: number) => void

/** Dividends by year, the newest first: due by the agreements, paid by the lists, and what is missing; each count opens its households. */
export const YearsTable = ({ years, today, onOpen }: { years: readonly Year[]; today: Day; onOpen: Open }) =>
  years.length === 0 ? (
    <Empty>还没有分红：没有签过协议，也没有导入过分红表。</Empty>
  ) : (
    <Table
      id="scheme-years"
      name="各年分红"
      columns={columns(today, onOpen)}
      rows={years}
      keyOf={({ year }) => String(year)}
      warm={({ isOver, outstandingFen }) => isOver && outstandingFen > 0}
    />
  )

const part = (title: string, view: 'due' | 'paid' | 'outstanding' | 'surplus', onOpen: Open): Column<Year> => ({
  id: view,
  title: `${title}（元）`,
  numeric: true,
  cell: (one) => (
    <>
      {yuan(one[`${view}Fen`])}
      <div className="table__note">
        <Counted id={`${view}-${one.year}`} count={one[view]} onOpen={() => onOpen(view, one.year)} /> 户
      </div>
    </>
  ),
})

const columns = (today: Day, onOpen: Open): Column<Year>[] => [
  {
    id: 'year',
    title: '哪一年',
    cell: ({ year, dueOn, isOver }) => (
      <>
        <strong>{`${year}年`}</strong>
        <div className="table__note">{`最晚${sayDay(dueOn, today)}发${isOver ? '，过了' : ''}`}</div>
      </>
    ),
  },
  part('按协议应分', 'due', onOpen),
  part('分红表上', 'paid', onOpen),
  part('还差', 'outstanding', onOpen),
  part('多发', 'surplus', onOpen),
]
