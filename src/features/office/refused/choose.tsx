import { SelectBox } from '../../../ui/desk/select-box'
import type { RefusedCount, RefusedOf } from './use-refused'

interface Props {
  counts: readonly RefusedCount[]
  of: RefusedOf
  onChange: (of: RefusedOf) => void
}

const all = '-'
/** Of files that name no agency. */
const nobody = ''

/** Which agency's rows, and for which reason; each with how many there are. */
export function Choose({ counts, of, onChange }: Props) {
  const sum = (some: readonly RefusedCount[]) => some.reduce((total, { rows }) => total + rows, 0)
  const inAgency = counts.filter(({ agencyId }) => of.agencyId === undefined || agencyId === of.agencyId)
  const agencies = [...new Map(counts.map(({ agencyId, agency }) => [agencyId ?? nobody, agency])).entries()]
  const codes = [...new Map(inAgency.map(({ code, label }) => [code, label])).entries()]
  return (
    <div className="filters">
      <SelectBox
        id="refused-agency"
        label="哪个单位报的"
        options={[
          { id: all, label: `全部（${sum(counts)} 行）` },
          ...agencies.map(([id, name]) => ({
            id,
            label: `${name}（${sum(counts.filter(({ agencyId }) => (agencyId ?? nobody) === id))} 行）`,
          })),
        ]}
        value={of.agencyId ?? all}
        onChange={(id) => onChange({ ...(id !== all && { agencyId: id }) })}
      />
      <SelectBox
        id="refused-code"
        label="为什么"
        options={[
          { id: all, label: '各种原因' },
          ...codes.map(([code, label]) => ({ id: code, label: `${label}（${sum(inAgency.filter((one) => one.code === code))} 行）` })),
        ]}
        value={of.code ?? all}
        onChange={(code) => onChange({ ...(of.agencyId !== undefined && { agencyId: of.agencyId }), ...(code !== all && { code }) })}
      />
    </div>
  )
}
