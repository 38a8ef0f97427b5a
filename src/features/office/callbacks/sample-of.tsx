import type { Day } from '#domain/time/dates'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { DrawForm } from './draw-form'
import { DrawnView } from './drawn-view'
import { useSample } from './use-sample'

/** 抽样回访 of one batch: drawing it, or what those who were asked say. */
export function SampleOf({ batchId, today }: { batchId: string; today: Day }) {
  const query = useSample(batchId)
  return (
    <section className="sheet" aria-label="抽样回访">
      <Heading level={2}>抽样回访</Heading>
      <WhenReady query={query} words="正在取抽样回访…">
        {(sample) =>
          sample.drawn ? (
            <DrawnView drawn={sample.drawn} today={today} />
          ) : sample.why !== undefined ? (
            <p className="room-words">{sample.why}</p>
          ) : (
            <DrawForm sample={sample} />
          )
        }
      </WhenReady>
    </section>
  )
}
