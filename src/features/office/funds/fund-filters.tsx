import type { MoneySums } from '#contract/supervision/money'
import { sayMonth, type Day, type Month } from '#domain/time/dates'
import { SelectBox } from '../../../ui/desk/select-box'

export interface Filters {
  month: Month
  /** '' for all. A town's id is '' for those on no register, so all towns are `all`. */
  programme: string
  town: string
}

interface Props {
  sums: Pick<MoneySums, 'months' | 'programmes' | 'towns'>
  filters: Filters
  today: Day
  onChange: (filters: Filters) => void
}

/** Which month, programme and town. */
export const FundFilters = ({ sums: { months, programmes, towns }, filters, today, onChange }: Props) => (
  <div className="filters">
    <SelectBox
      id="funds-month"
      label="月份"
      options={[...new Set([filters.month, ...months])]
        .sort()
        .reverse()
        .map((month) => ({ id: month, label: sayMonth(month, today) }))}
      value={filters.month}
      onChange={(month) => onChange({ ...filters, month })}
    />
    <SelectBox
      id="funds-programme"
      label="项目"
      options={[{ id: '', label: '全部项目' }, ...programmes.map(({ id, name }) => ({ id, label: name }))]}
      value={filters.programme}
      onChange={(programme) => onChange({ ...filters, programme })}
    />
    <SelectBox
      id="funds-town"
      label="乡镇"
      options={[{ id: 'all', label: '全部乡镇' }, ...towns.map(({ id, name }) => ({ id: id === '' ? 'none' : id, label: name }))]}
      value={filters.town}
      onChange={(town) => onChange({ ...filters, town })}
    />
  </div>
)

/** As the server is asked: nothing where all are wanted. */
export const askedOf = ({ month, programme, town }: Filters) => ({
  month,
  ...(programme !== '' && { programme }),
  ...(town !== 'all' && { town: town === 'none' ? '' : town }),
})
