import { useState } from 'react'
import type { Look, LookColumn } from '#contract/intake/look'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'

interface Props {
  column: LookColumn
  keys: Look['choices']['keys']
  onChoose: (key: string | null) => void
  onClose: () => void
}

const unused = '-'

/** What a column is read as, why, and what it shall be read as instead. */
export function ColumnChip({ column, keys, onChoose, onClose }: Props) {
  const [key, setKey] = useState(column.key ?? unused)
  return (
    <div className="sheet sheet--narrow" aria-label="这一列读作什么">
      <SelectBox
        id="column-key"
        label={`“${column.heading || `第 ${column.column + 1} 列`}”这一列读作`}
        hint={column.because}
        options={[{ value: unused, label: '不用这一列' }, ...keys].map(({ value, label }) => ({ id: value, label }))}
        value={key}
        onChange={setKey}
      />
      <div className="form__end column-chip__end">
        <Press id="column-set" kind="main" onPress={() => onChoose(key === unused ? null : key)}>
          就这样读
        </Press>
        <Press id="column-close" kind="quiet" onPress={onClose}>
          不改
        </Press>
      </div>
    </div>
  )
}
