import { today as dayNow } from '../../../services/wire/clock'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { TextBox } from '../../../ui/desk/text-box'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import type { RangeTab, TypedRange } from './range'
import { isRange, rangeFault, rangeTabs, recent, thisYear } from './range'
import { useScans } from './use-scans'
import { ScansView } from './scans-view'
import './posters.scss'

/** 海报: how often the posters of each place were scanned. Nobody knows by whom. */
export function Posters() {
  const today = dayNow()
  const [tab, setTab] = useKept<RangeTab>('posters tab', 'recent')
  const [own, setOwn] = useKept<TypedRange>('posters own', recent(today))
  const range: TypedRange = tab === 'recent' ? recent(today) : tab === 'year' ? thisYear(today) : own
  const fault = rangeFault(range, today)
  const query = useScans(range, fault === undefined)
  return (
    <>
      <div className="room-top">
        <Heading level={1}>海报</Heading>
      </div>
      <PickTabs name="看哪些天" tabs={rangeTabs} open={tab} onOpen={(id) => setTab(() => id)} />
      {tab === 'own' && (
        <div className="filters">
          <TextBox
            id="scans-from"
            label="从哪天"
            type="date"
            max={today}
            value={own.from}
            onChange={(from) => setOwn((before) => ({ ...before, from }))}
          />
          <TextBox
            id="scans-until"
            label="到哪天"
            type="date"
            min={own.from}
            max={today}
            value={own.until}
            onChange={(until) => setOwn((before) => ({ ...before, until }))}
          />
        </div>
      )}
      {fault !== undefined || !isRange(range) ? (
        <Notice id="scans-fault" kind="wrong">
          {fault}
        </Notice>
      ) : (
        <WhenReady query={query} words="正在数…">
          {(scans) => <ScansView range={range} scans={scans} today={today} />}
        </WhenReady>
      )}
    </>
  )
}
