import { useState } from 'react'
import type { BatchFile } from '#contract/office/batches'
import type { Day } from '#domain/time/dates'
import { isOpenBatch } from '#domain/work/batches'
import { isEndOfLine, type LineState } from '#domain/work/batch-lines'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { ActForm } from './act-form'
import type { Act } from './act-given'
import { actNames, wantedFor } from './act-given'

/** The next act as the main button, the others beside it; the form of the one that is pressed. */
export function BatchActs({ file, today }: { file: BatchFile; today: Day }) {
  const [doing, setDoing] = useState<Act>()
  const [news, setNews] = useState<string>()
  const can = file.can.flatMap((act) => (act === 'decideLines' || act === 'sample' ? [] : [act]))
  // The bank's file is made, then handed over; closed is what has come to its end.
  const elsewhen: Partial<Record<Act, boolean>> = {
    bankFile: file.file !== undefined,
    handOver: file.file === undefined,
    close: file.states.some(({ state }) => !isEndOfLine(state as LineState)),
  }
  const isNext = (act: Act): boolean => !wantedFor[act].aside && !elsewhen[act]
  const main = file.waits === undefined ? can.find(isNext) : undefined
  const open = doing !== undefined && can.includes(doing) ? doing : undefined
  return (
    <section id="batch-acts" className="batch__acts" aria-label="能办的">
      {open !== undefined ? (
        <ActForm
          key={open}
          act={open}
          file={file}
          today={today}
          onDone={(words) => {
            setNews(words)
            setDoing(undefined)
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : (
        <>
          {news !== undefined && <Notice id="batch-done">{news}</Notice>}
          {can.length === 0 ? (
            isOpenBatch(file.row.state) && <p className="table__note">这一步现在不用您办。轮到谁，上面写着。</p>
          ) : (
            <div className="form__end">
              {can.map((act) => (
                <Press
                  key={act}
                  id={`batch-do-${act}`}
                  kind={act === main ? 'main' : 'second'}
                  onPress={() => {
                    setNews(undefined)
                    setDoing(act)
                  }}
                >
                  {actNames[act]}
                </Press>
              ))}
            </div>
          )}
        </>
      )}
    </section>
  )
}
