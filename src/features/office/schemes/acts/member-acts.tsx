import { useState } from 'react'
import type { SchemeMemberFile } from '#contract/office/schemes'
import type { Day } from '#domain/time/dates'
import { membershipActNames } from '#domain/work/memberships'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import type { MemberAct } from './act-given'
import { MemberActForm } from './member-act-form'

/** What brings it on is the main button; what takes back or strikes off never is. */
const main: readonly MemberAct[] = ['sign', 'tell', 'approve', 'return']

/** The acts that are the caller's now, and the form of the one that is pressed. */
export function MemberActs({ file, today }: { file: SchemeMemberFile; today: Day }) {
  const [doing, setDoing] = useState<MemberAct>()
  const [news, setNews] = useState<string>()
  const can = file.can.flatMap((act) => (act === 'join' ? [] : [act]))
  if (doing !== undefined && can.includes(doing))
    return (
      <MemberActForm
        key={doing}
        act={doing}
        file={file}
        today={today}
        onDone={() => {
          setNews(`“${membershipActNames[doing]}”办好了。`)
          setDoing(undefined)
        }}
        onClose={() => setDoing(undefined)}
      />
    )
  return (
    <section id="member-acts" aria-label="能办的">
      {news !== undefined && <Notice id="member-done">{news}</Notice>}
      {can.length > 0 && (
        <div className="form__end">
          {can.map((act) => (
            <Press
              key={act}
              id={`member-do-${act}`}
              kind={act === can.find((one) => main.includes(one)) ? 'main' : 'second'}
              onPress={() => {
                setNews(undefined)
                setDoing(act)
              }}
            >
              {membershipActNames[act]}
            </Press>
          ))}
        </div>
      )}
    </section>
  )
}
