import type { ReactNode } from 'react'
import type { HouseholdFile } from '#contract/household/actions'
import { alertWords } from '#domain/alerts/finding'
import type { Day } from '#domain/time/dates'
import { usePlace } from '../../../services/desk/office-place'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import type { Filters } from './alert-filters'
import { noFilters } from './alert-filters'
import { AlertView } from './alert-view'
import { Listed } from './listed'
import type { Viewed } from './alert-words'
import { views } from './alert-words'
import { FiguresView } from './figures-view'
import { useAlert, useAlertFigures } from './use-alerts'
import './alerts.scss'

/** 预警: what does not fit, for whoever must look; never more at once than a day can hold, unless one asks for all. */
export function Alerts({ today, draw }: { today: Day; draw: (file: HouseholdFile) => ReactNode }) {
  const named = usePlace('word')
  const word = alertWords.find((one) => one === named) ?? ''
  const [view, setView] = useKept<Viewed>(`alerts view ${word}`, word === '' ? 'today' : 'open')
  const [filters, setFilters] = useKept<Filters>(`alerts filters ${word}`, { ...noFilters, word })
  const [opened, setOpened] = useKept('alert opened', '')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>预警</Heading>
        {opened !== '' && (
          <Press id="alert-back" onPress={() => setOpened(() => '')}>
            回到列表
          </Press>
        )}
      </div>
      {opened !== '' ? (
        <Opened key={opened} id={opened} today={today} draw={draw} onBack={() => setOpened(() => '')} />
      ) : (
        <>
          <PickTabs name="哪些" tabs={views} open={view} onOpen={(id) => setView(() => id)} />
          {view === 'figures' ? (
            <Figures />
          ) : (
            <Listed
              view={view}
              filters={filters}
              today={today}
              onFilters={(next) => setFilters(() => next)}
              onOpen={(id) => setOpened(() => id)}
              onAll={() => setView(() => 'waiting')}
            />
          )}
        </>
      )}
    </>
  )
}

function Figures() {
  return (
    <WhenReady query={useAlertFigures()} words="正在数…">
      {(figures) => <FiguresView figures={figures} />}
    </WhenReady>
  )
}

interface OpenedProps {
  id: string
  today: Day
  draw: (file: HouseholdFile) => ReactNode
  onBack: () => void
}

function Opened({ id, today, draw, onBack }: OpenedProps) {
  return (
    <WhenReady
      query={useAlert(id)}
      words="正在打开…"
      instead={
        <Press id="alert-gone-back" kind="main" onPress={onBack}>
          回到列表
        </Press>
      }
    >
      {(file) => <AlertView file={file} today={today} draw={draw} />}
    </WhenReady>
  )
}
