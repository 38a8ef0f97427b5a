import type { GrantRow } from '#contract/office/granting'
import type { TableChoices } from '#contract/supervision/tables'
import { SelectBox } from '../../../ui/desk/select-box'

interface Props {
  grant: GrantRow
  places: TableChoices['places']
  value: string
  onChange: (code: string) => void
}

/** All of the place that the grant names, or a town or village of it. */
export function WhichPlace({ grant, places, value, onChange }: Props) {
  const town = places.find(({ code }) => value.startsWith(code))
  return (
    <>
      {grant.area.length === 6 && (
        <SelectBox
          id="tables-town"
          label="乡镇"
          options={[{ id: grant.area, label: `整个${grant.areaName}` }, ...places.map(({ code, name }) => ({ id: code, label: name }))]}
          value={town?.code ?? grant.area}
          onChange={onChange}
        />
      )}
      {town && (
        <SelectBox
          id="tables-village"
          label="村（社区）"
          options={[{ id: town.code, label: `整个${town.name}` }, ...town.villages.map(({ code, name }) => ({ id: code, label: name }))]}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  )
}
