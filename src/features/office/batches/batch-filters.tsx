import type { ReactNode } from 'react'
import type { BatchList, BatchView } from '#contract/office/batches'
import { batchStateNames, batchStates, isOpenBatch, type BatchState } from '#domain/work/batches'
import { addMonths, monthOf, monthsUpTo, sayMonth, type Day, type Month } from '#domain/time/dates'
import { SelectBox } from '../../../ui/desk/select-box'

/** Which of a view; '' is all. */
export interface Filters {
  month: Month | ''
  agency: string
  state: BatchState | ''
}
export const noFilters: Filters = { month: '', agency: '', state: '' }

/** Two years back and one month ahead, the newest first. */
export const monthChoices = (today: Day): { id: Month; label: string }[] =>
  monthsUpTo(addMonths(monthOf(today), 1), 25)
    .reverse()
    .map((id) => ({ id, label: sayMonth(id, today) }))

interface Props {
  view: BatchView
  agencies: BatchList['agencies']
  filters: Filters
  today: Day
  onChange: (filters: Filters) => void
  /** Stands at the end of the row. */
  children?: ReactNode
}

/** Which month, whose, and how far. */
export function BatchFilters({ view, agencies, filters, today, onChange, children }: Props) {
  const every = { id: '', label: '全部' } as const
  return (
    <div className="filters">
      <SelectBox
        id="batches-month"
        label="哪个月"
        options={[every, ...monthChoices(today)]}
        value={filters.month}
        onChange={(month) => onChange({ ...filters, month })}
      />
      {agencies.length > 1 && (
        <SelectBox
          id="batches-agency"
          label="谁发"
          options={[{ id: '', label: '全部单位' }, ...agencies.map(({ id, name }) => ({ id, label: name }))]}
          value={filters.agency}
          onChange={(agency) => onChange({ ...filters, agency })}
        />
      )}
      {view !== 'waiting' && (
        <SelectBox
          id="batches-state"
          label="到哪一步"
          options={[
            every,
            ...batchStates.filter((state) => isOpenBatch(state) === (view === 'open')).map((id) => ({ id, label: batchStateNames[id] })),
          ]}
          value={filters.state}
          onChange={(state) => onChange({ ...filters, state })}
        />
      )}
      {children}
    </div>
  )
}
