import { useState } from 'react'
import type { InputOf } from '#contract/call/action'
import type { intake } from '#contract/intake/actions'
import type { Look } from '#contract/intake/look'
import { SelectBox } from '../../../ui/desk/select-box'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { SheetGrid } from './sheet-grid'

export type Direction = Omit<InputOf<typeof intake.direct>, 'sha256'>

/** What the file is understood to be, over the sheets themselves; each part of it can be put right. */
export function Understood({ look, onDirect }: { look: Look; onDirect?: (order: Direction) => void }) {
  const { sheets, choices } = look
  const [name, setName] = useState(sheets.find(({ read }) => read)?.name ?? sheets[0]?.name ?? '')
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0]
  const boxes = choices.kinds.map(({ value, label }) => ({ id: value, label }))
  return (
    <section className="sheet" aria-label="这份表读成什么">
      {onDirect && (
        <div className="filters">
          <SelectBox
            id="look-kind"
            label="是什么表"
            empty="没有认出来，请选"
            options={boxes}
            value={look.kind ?? ''}
            onChange={(kind) => onDirect({ kind: kind as Direction['kind'] })}
          />
          <SelectBox
            id="look-agency"
            label="哪个单位报的"
            empty="没有写，请选"
            options={choices.agencies.map(({ value, label }) => ({ id: value, label }))}
            value={look.agencyId ?? ''}
            onChange={(agencyId) => onDirect({ agencyId })}
          />
        </div>
      )}
      {sheets.length > 1 && (
        <PickTabs
          name="工作表"
          tabs={sheets.map((one) => ({ id: one.name, label: `${one.name}${one.hidden ? '（藏着的）' : ''}${one.read ? '' : '（不读）'}` }))}
          open={sheet?.name ?? ''}
          onOpen={setName}
        />
      )}
      {sheet && (
        <>
          <div className="table__note look__sheet">
            {[sheet.period, sheet.unit && `金额按${sheet.unit}读`, `一共 ${sheet.rowsInAll} 行，这里是前 ${sheet.first.length} 行`]
              .filter(Boolean)
              .join(' · ')}
            {' · ✓ 表头写明的　～ 看内容认的　? 要您说　– 不用'}
          </div>
          <SheetGrid
            key={sheet.name}
            sheet={sheet}
            keys={choices.keys}
            onChoose={onDirect && ((column, key) => onDirect({ columns: [{ sheet: sheet.name, headings: sheet.headings, column, key }] }))}
          />
        </>
      )}
    </section>
  )
}
