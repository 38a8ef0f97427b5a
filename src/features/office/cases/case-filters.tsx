import type { ReactNode } from 'react'
import type { CaseList } from '#contract/office/cases'
import { caseKindNames, caseKinds, type CaseKind } from '#domain/work/cases'
import { SelectBox } from '../../../ui/desk/select-box'

/** Which of a view; '' is all. */
export interface Filters {
  kind: CaseKind | ''
  town: string
}
export const noFilters: Filters = { kind: '', town: '' }

interface Props {
  towns: CaseList['towns']
  filters: Filters
  onChange: (filters: Filters) => void
  /** Stands at the end of the row. */
  children?: ReactNode
}

/** What for, and where. */
export function CaseFilters({ towns, filters, onChange, children }: Props) {
  const every = { id: '', label: '全部' } as const
  return (
    <div className="filters">
      <SelectBox
        id="cases-kind"
        label="办什么"
        options={[every, ...caseKinds.map((id) => ({ id, label: caseKindNames[id] }))]}
        value={filters.kind}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
      {towns.length > 1 && (
        <SelectBox
          id="cases-town"
          label="乡镇"
          options={[{ id: '', label: '全县' }, ...towns.map(({ id, name }) => ({ id, label: name }))]}
          value={filters.town}
          onChange={(town) => onChange({ ...filters, town })}
        />
      )}
      {children}
    </div>
  )
}
