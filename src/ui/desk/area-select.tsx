import type { GrantChoices } from '#contract/office/granting'
import { SelectBox } from './select-box'

type Areas = GrantChoices['areas']
interface Props {
  id: string
  areas: Areas
  value: string
  onChange: (code: string) => void
}

const county = (areas: Areas): string => areas[0]?.code.slice(0, 6) ?? ''

/** A place by its division code: the whole county, a town, or a village of it. */
export function AreaSelect({ id, areas, value, onChange }: Props) {
  const town = areas.find(({ code }) => value.startsWith(code))
  return (
    <>
      <SelectBox
        id={id}
        label="地方"
        empty="请选择"
        options={[...areas.map(({ code, name }) => ({ id: code, label: name })), { id: county(areas), label: '全县' }]}
        value={town?.code ?? value}
        onChange={onChange}
      />
      {town && (
        <SelectBox
          id={`${id}-village`}
          label="村（社区）"
          options={[{ id: town.code, label: `整个${town.name}` }, ...town.villages.map(({ code, name }) => ({ id: code, label: name }))]}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  )
}
