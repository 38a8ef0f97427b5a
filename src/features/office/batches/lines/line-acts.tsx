import { useState } from 'react'
import type { BatchLineFile } from '#contract/office/batch-lines'
import { lineActNames } from '#domain/work/batch-lines'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { LineForm } from './line-form'
import type { Act } from './line-given'

/** What this officer may do with one line, and the form of the one that is pressed. */
export function LineActs({ file }: { file: BatchLineFile }) {
  const { row, mend } = file
  const [doing, setDoing] = useState<Act>()
  const [news, setNews] = useState<string>()
  const can = row.can.flatMap((act) => (act === 'pay' || act === 'hold' || act === 'leaveOut' ? [] : [act]))
  const open = doing !== undefined && can.includes(doing) ? doing : undefined
  return (
    <section id="line-acts" className="batch__acts" aria-label="能办的">
      {mend && (
        <Notice id="line-mend" kind="needs-you">
          {`${mend.by}提出改成：${mend.account}，${mend.card}。凭据：${mend.evidence}`}
        </Notice>
      )}
      {open !== undefined ? (
        <LineForm
          key={open}
          act={open}
          file={file}
          onDone={(words) => {
            setNews(words)
            setDoing(undefined)
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : (
        <>
          {news !== undefined && <Notice id="line-done">{news}</Notice>}
          {can.length > 0 && (
            <div className="form__end">
              {can.map((act, i) => (
                <Press
                  key={act}
                  id={`line-do-${act}`}
                  kind={i === 0 && act !== 'recover' ? 'main' : 'second'}
                  onPress={() => {
                    setNews(undefined)
                    setDoing(act)
                  }}
                >
                  {lineActNames[act]}
                </Press>
              ))}
            </div>
          )}
        </>
      )}
    </section>
  )
}
