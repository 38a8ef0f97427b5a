import type { CaseList } from '#contract/office/cases'
import { SelectBox } from '../../../../ui/desk/select-box'

interface Props {
  id: string
  label: string
  areas: CaseList['areas']
  town: string
  village: string
  onTown: (code: string) => void
  onVillage: (code: string) => void
}

/** A village of those in which the caller may open a case. Where there is one town only, it is that one. */
export function VillageSelect({ id, label, areas, town, village, onTown, onVillage }: Props) {
  const chosen = areas.find(({ code }) => code === (areas.length === 1 ? areas[0]!.code : town))
  return (
    <>
      {areas.length > 1 && (
        <SelectBox
          id={`${id}-town`}
          label={`${label}（乡镇）`}
          empty="请选择"
          options={areas.map(({ code, name }) => ({ id: code, label: name }))}
          value={town}
          onChange={onTown}
        />
      )}
      {chosen && (
        <SelectBox
          id={id}
          label={areas.length > 1 ? '哪个村' : label}
          empty="请选择"
          options={chosen.villages.map(({ code, name }) => ({ id: code, label: name }))}
          value={village}
          onChange={onVillage}
        />
      )}
    </>
  )
}
