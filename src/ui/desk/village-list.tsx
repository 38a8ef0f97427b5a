import { useState } from 'react'
import type { GrantChoices } from '#contract/office/granting'
import { CheckList } from './check-list'
import { Press } from './press'
import { SelectBox } from './select-box'

type Areas = GrantChoices['areas']

/** Several villages, perhaps of several towns: choose a town, tick its villages; what is chosen stays listed below. */
export function VillageList({
  id,
  areas,
  chosen,
  onChange,
}: {
  id: string
  areas: Areas
  chosen: readonly string[]
  onChange: (codes: string[]) => void
}) {
  const [townCode, setTownCode] = useState('')
  const town = areas.find(({ code }) => code === townCode)
  const elsewhere = chosen.filter((code) => !town || !code.startsWith(town.code))
  const villages = areas.flatMap((one) => one.villages.map(({ code, name }) => ({ code, name: `${one.name}${name}` })))
  return (
    <div className="villages">
      <SelectBox
        id={`${id}-town`}
        label="管哪个乡镇的村"
        empty="请选择乡镇"
        options={areas.map(({ code, name }) => ({ id: code, label: name }))}
        value={townCode}
        onChange={setTownCode}
      />
      {town && (
        <CheckList
          id={id}
          label={`${town.name}的村（社区）`}
          options={town.villages.map(({ code, name }) => ({ id: code, label: name }))}
          chosen={chosen}
          onChange={(here) => onChange([...elsewhere, ...here])}
        />
      )}
      {chosen.length > 0 && (
        <div className="villages__chosen">
          <span>{`已选 ${chosen.length} 个村：${villages
            .filter(({ code }) => chosen.includes(code))
            .map(({ name }) => name)
            .join('、')}`}</span>
          <Press id={`${id}-none`} kind="quiet" onPress={() => onChange([])}>
            都不选
          </Press>
        </div>
      )}
    </div>
  )
}
