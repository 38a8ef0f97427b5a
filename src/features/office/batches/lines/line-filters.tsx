import type { BatchLineList } from '#contract/office/batch-lines'
import type { BatchRow } from '#contract/office/batches'
import { isAtBank } from '#domain/work/batches'
import type { LineState } from '#domain/work/batch-lines'
import { SelectBox } from '../../../../ui/desk/select-box'
import { stateOfLine } from '../batch-words'
import type { Wanted } from './use-lines'

/** Which lines; '' is all. */
export interface Filters {
  view: Wanted['view']
  flag: string
  state: LineState | ''
  town: string
}
export const noFilters: Filters = { view: 'all', flag: '', state: '', town: '' }

export const wantedOf = ({ view, flag, state, town }: Filters): Omit<Wanted, 'id'> => ({
  view,
  ...(flag !== '' && { flag }),
  ...(state !== '' && { state }),
  ...(town !== '' && { town }),
})

const views: readonly { id: Wanted['view']; label: string }[] = [
  { id: 'all', label: '全部' },
  { id: 'flagged', label: '核对标出来的' },
  { id: 'undecided', label: '标出来还没定的' },
]
/** Of a batch that the bank has. */
const open = { id: 'open' as const, label: '还没办完的' }

const isOfFlags = (view: Wanted['view']): boolean => view === 'flagged' || view === 'undecided'

interface Props {
  list: BatchLineList
  filters: Filters
  batch: BatchRow
  onChange: (filters: Filters) => void
}

/** Which lines, by what is wrong with them and how they stand, each with how many there are. */
export const LineFilters = ({ list: { flags, states, towns }, filters, batch, onChange }: Props) => (
  <div className="filters">
    <SelectBox
      id="lines-view"
      label="看哪些"
      options={isAtBank(batch.state) ? [open, ...views] : views}
      value={filters.view}
      onChange={(view) => onChange({ ...filters, view, flag: isOfFlags(view) ? filters.flag : '' })}
    />
    {flags.length > 0 && isOfFlags(filters.view) && (
      <SelectBox
        id="lines-flag"
        label="哪里不对"
        options={[
          { id: '', label: '各种' },
          ...flags.map(({ code, name, lines, undecided }) => ({
            id: code,
            label: `${name}（${filters.view === 'undecided' ? undecided : lines} 行）`,
          })),
        ]}
        value={filters.flag}
        onChange={(flag) => onChange({ ...filters, flag })}
      />
    )}
    <SelectBox
      id="lines-state"
      label="怎样了"
      options={[
        { id: '' as const, label: '各种' },
        ...states.map(({ state, lines }) => ({ id: state, label: `${stateOfLine(state, batch.state).words}（${lines} 行）` })),
      ]}
      value={filters.state}
      onChange={(state) => onChange({ ...filters, state })}
    />
    {towns.length > 1 && (
      <SelectBox
        id="lines-town"
        label="乡镇"
        options={[{ id: '', label: '全部乡镇' }, ...towns.map(({ id, name, lines }) => ({ id, label: `${name}（${lines} 行）` }))]}
        value={filters.town}
        onChange={(town) => onChange({ ...filters, town })}
      />
    )}
  </div>
)
