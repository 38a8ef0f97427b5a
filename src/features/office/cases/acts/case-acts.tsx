import { useState } from 'react'
import type { CaseFile } from '#contract/office/cases'
import { caseActNames, type CaseAct } from '#domain/work/cases'
import { sayDay, type Day } from '#domain/time/dates'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { ActForm } from './act-form'
import { CheckForm } from './check-form'
import { ReusePress } from './reuse-press'

/** The next act as the main button, the others beside it; the form of the one that is pressed. */
export function CaseActs({ file, today }: { file: CaseFile; today: Day }) {
  const [doing, setDoing] = useState<Exclude<CaseAct, 'reuse'>>()
  const [news, setNews] = useState<string>()
  const can = file.can.flatMap((act) => (act === 'reuse' ? [] : [act]))
  const open = doing !== undefined && can.includes(doing) ? doing : undefined
  const onDone = (words: string) => {
    setNews(words)
    setDoing(undefined)
  }
  const form = { file, today, onDone, onClose: () => setDoing(undefined) }
  if (open !== undefined)
    return (
      <section id="case-acts" className="case__acts" aria-label="能办的">
        {open === 'checked' ? <CheckForm {...form} /> : <ActForm key={open} act={open} {...form} />}
      </section>
    )
  return (
    <section id="case-acts" className="case__acts" aria-label="能办的">
      {news !== undefined && <Notice id="case-done">{news}</Notice>}
      {file.reusable && <ReusePress file={file} reusable={file.reusable} said={sayDay(file.reusable.on, today)} onDone={onDone} />}
      {can.length === 0 ? (
        <p className="table__note">这一步现在不用您办。轮到谁，上面写着。</p>
      ) : (
        <div className="form__end">
          {can.map((act, i) => (
            <Press
              key={act}
              id={`case-do-${act}`}
              kind={i === 0 && !aside.includes(act) ? 'main' : 'second'}
              onPress={() => {
                setNews(undefined)
                setDoing(act)
              }}
            >
              {caseActNames[act]}
            </Press>
          ))}
        </div>
      )}
    </section>
  )
}

/** What does not bring it on: never the one thing to do here. */
const aside: readonly CaseAct[] = ['drop', 'withdraw', 'appeal']
