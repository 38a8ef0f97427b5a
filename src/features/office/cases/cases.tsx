import type { CaseView } from '#contract/office/cases'
import type { Day } from '#domain/time/dates'
import { useState } from 'react'
import { usePlace } from '../../../services/desk/office-place'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import type { Filters } from './case-filters'
import { noFilters } from './case-filters'
import { CaseView as OneCase } from './case-view'
import { views } from './case-words'
import { Listed } from './listed'
import { NewCase } from './open/new-case'
import { useCase } from './use-cases'
import './cases.scss'

/** 办件: what is to be done about the register, by what is due first. */
export function Cases({ today }: { today: Day }) {
  const named = usePlace('case') ?? ''
  const [view, setView] = useKept<CaseView>('cases view', 'waiting')
  const [filters, setFilters] = useKept<Filters>('cases filters', noFilters)
  const [opened, setOpened] = useKept('case opened', '')
  const [isNew, setNew] = useKept('case new', false)
  // Another room names one in the address; gone back from, it is not opened again.
  const [left, setLeft] = useState('')
  const open = opened !== '' ? opened : named !== left ? named : ''
  const back = () => {
    setLeft(named)
    setOpened(() => '')
    setNew(() => false)
  }
  return (
    <>
      <div className="room-top">
        <Heading level={1}>办件</Heading>
        {(open !== '' || isNew) && (
          <Press id="case-back" onPress={back}>
            回到列表
          </Press>
        )}
      </div>
      {open !== '' ? (
        <Opened key={open} id={open} today={today} onBack={back} />
      ) : isNew ? (
        <NewCase
          today={today}
          onOpened={(id) => {
            setNew(() => false)
            setOpened(() => id)
          }}
        />
      ) : (
        <>
          <PickTabs name="哪些" tabs={views} open={view} onOpen={(id) => setView(() => id)} />
          <Listed
            view={view}
            filters={filters}
            today={today}
            onFilters={(next) => setFilters(() => next)}
            onOpen={(id) => setOpened(() => id)}
            onNew={() => setNew(() => true)}
          />
        </>
      )}
    </>
  )
}

interface OpenedProps {
  id: string
  today: Day
  onBack: () => void
}

function Opened({ id, today, onBack }: OpenedProps) {
  return (
    <WhenReady
      query={useCase(id)}
      words="正在打开…"
      instead={
        <Press id="case-gone-back" kind="main" onPress={onBack}>
          回到列表
        </Press>
      }
    >
      {(file) => <OneCase file={file} today={today} />}
    </WhenReady>
  )
}
