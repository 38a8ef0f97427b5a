import type { MoneySums } from '#contract/supervision/money'
import { yuan } from '#domain/money/money'
import type { Day, Month } from '#domain/time/dates'
import { roomAddress } from '../../../services/desk/office-place'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { useKept } from '../../../ui/desk/use-kept'
import { Empty } from '../../../ui/read/empty'
import { askedOf, type Filters } from './fund-filters'
import { sayAll, sayBehind, sayEmpty } from './fund-words'
import { addUp, groupSums, monthRows, type Row } from './group-sums'
import { SumTable, type Behind } from './sum-table'
import type { WantedClaims } from './use-funds'

const views = [
  { id: 'town', label: '按乡镇' },
  { id: 'programme', label: '按项目' },
  { id: 'month', label: '按月' },
] as const
type By = (typeof views)[number]['id']
const titles: Record<By, string> = { town: '乡镇', programme: '项目', month: '月份' }
const whole = { id: 'all', name: '合计' }

interface Props {
  sums: MoneySums
  filters: Filters
  today: Day
  onOpen: (asked: WantedClaims, words: string) => void
}

/** The sums by town, by programme, or month by month. */
export function SumsView({ sums, filters, today, onOpen }: Props) {
  const [by, setBy] = useKept<By>('funds by', 'town')
  const total = addUp(whole, sums.sums)
  const open = (row: Row, { words, ...behind }: Behind) => {
    const at = by === 'month' ? { ...filters, month: row.id as Month } : filters
    const own = by !== 'month' && row.id !== whole.id
    onOpen(
      { ...askedOf(at), ...(own && { [by]: row.id }), ...behind },
      sayBehind(sums, at, { row: own ? row.name : undefined, words, today }),
    )
  }
  return (
    <>
      {sums.sums.length === 0 ? (
        <Empty>{sayEmpty(sums, filters, today)}</Empty>
      ) : (
        <>
          <p id="funds-says" className="funds__says">
            {sayAll(total)}
          </p>
          <PickTabs name="怎么分" tabs={views} open={by} onOpen={(id) => setBy(() => id)} />
          {by === 'month' ? (
            <SumTable title={titles[by]} rows={monthRows(sums.byMonth, today)} onOpen={open} />
          ) : (
            <SumTable
              title={titles[by]}
              rows={groupSums(sums.sums, by, by === 'town' ? sums.towns : sums.programmes)}
              all={total}
              onOpen={open}
            />
          )}
        </>
      )}
      {sums.withoutPlan && sums.withoutPlan.lines > 0 && (
        <p id="funds-without-plan" className="room-words">
          {`另有银行付了、哪一份计划里都没有的 ${sums.withoutPlan.lines} 笔，${yuan(sums.withoutPlan.fen)} 元，不在上面的数里。`}
          <a className="funds__link" href={roomAddress('alerts')}>
            到“预警”里看
          </a>
        </p>
      )}
      <p className="room-words">
        {'数字点开是一笔一笔的明细。要带走，'}
        <a className="funds__link" href={roomAddress('tables')}>
          到“表册”里做资金发放表
        </a>
        。
      </p>
    </>
  )
}
