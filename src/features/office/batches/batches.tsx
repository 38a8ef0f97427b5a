import { useState, type ReactNode } from 'react'
import type { BatchView } from '#contract/office/batches'
import type { Day } from '#domain/time/dates'
import { usePlace } from '../../../services/desk/office-place'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { OpenedBatch } from './open/opened-batch'
import { LineView } from './lines/line-view'
import type { Filters } from './batch-filters'
import { noFilters } from './batch-filters'
import { Listed } from './listed'
import { NewBatch } from './new-batch'
import './batches.scss'

const views = [
  { id: 'waiting', label: '轮到我' },
  { id: 'open', label: '没办完的' },
  { id: 'ended', label: '办完的' },
] as const

interface Props {
  today: Day
  /** What those say who were called back about a batch. */
  sampleOf: (batchId: string) => ReactNode
}

/** 批次: money that goes to the bank once; a list, one of them, or one of its lines. */
export function Batches({ today, sampleOf }: Props) {
  const [view, setView] = useKept<BatchView>('batches view', 'waiting')
  const [filters, setFilters] = useKept<Filters>('batches filters', noFilters)
  const [isNew, setNew] = useKept('batch new', false)
  const [opened, setOpened] = useKept('batch opened', '')
  const [line, setLine] = useKept('batch line opened', '')
  // Another room names one in the address; gone back from, it is not opened again.
  const named = usePlace('batch') ?? ''
  const [left, setLeft] = useState('')
  const open = opened !== '' ? opened : named !== left ? named : ''
  const openBatch = (id: string) => {
    setLine(() => '')
    setNew(() => false)
    setOpened(() => id)
  }
  const back = () => {
    setLeft(named)
    openBatch('')
  }
  return (
    <>
      <div className="room-top">
        <Heading level={1}>批次</Heading>
        {line !== '' ? (
          <Press id="line-back" onPress={() => setLine(() => '')}>
            回到这一批
          </Press>
        ) : (
          (open !== '' || isNew) && (
            <Press id="batch-back" onPress={back}>
              回到列表
            </Press>
          )
        )}
      </div>
      {line !== '' ? (
        <LineView key={line} id={line} today={today} onLine={(id) => setLine(() => id)} onBack={() => setLine(() => '')} />
      ) : open !== '' ? (
        <OpenedBatch key={open} id={open} today={today} sampleOf={sampleOf} onLine={(id) => setLine(() => id)} onBack={back} />
      ) : isNew ? (
        <NewBatch today={today} onOpened={openBatch} />
      ) : (
        <>
          <PickTabs name="哪些" tabs={views} open={view} onOpen={(id) => setView(() => id)} />
          <Listed
            view={view}
            filters={filters}
            today={today}
            onFilters={(next) => setFilters(() => next)}
            onOpen={openBatch}
            onNew={() => setNew(() => true)}
          />
        </>
      )}
    </>
  )
}
