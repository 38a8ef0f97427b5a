import { useState } from 'react'
import type { AlertFile } from '#contract/supervision/alerts'
import type { PeopleAct } from '#domain/work/alerts'
import { alertActNames } from '#domain/work/alerts'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { ActForm } from './act-form'

interface Props {
  file: AlertFile
}

/** Buttons for what the answer says that this officer can do, and the form of the one that is pressed. */
export function Acts({ file }: Props) {
  const [doing, setDoing] = useState<PeopleAct>()
  const [news, setNews] = useState<string>()
  const { can } = file
  const open = doing !== undefined && can.includes(doing) ? doing : undefined
  return (
    <section id="alert-acts" className="alert__acts" aria-label="能办的">
      {news !== undefined && <Notice id="alert-done">{news}</Notice>}
      {open === undefined ? (
        can.length === 0 ? (
          <p className="table__note">这一步不用您办。谁手上在办，上面写着。</p>
        ) : (
          <div className="form__end">
            {can.map((act, i) => (
              <Press
                key={act}
                id={`alert-do-${act}`}
                kind={i === 0 ? 'main' : 'second'}
                onPress={() => {
                  setNews(undefined)
                  setDoing(act)
                }}
              >
                {alertActNames[act]}
              </Press>
            ))}
          </div>
        )
      ) : (
        <ActForm
          key={open}
          act={open}
          file={file}

          onDone={(words) => {
            setNews(words)
            setDoing(undefined)
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
    </section>
  )
}
