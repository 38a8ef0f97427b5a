import type { ReactNode } from 'react'
import { useState } from 'react'
import type { HouseholdFile } from '#contract/household/actions'
import type { RequestRow } from '#contract/supervision/requests'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { Notice } from '../../../ui/read/notice'
import { Answer } from './answer'
import { useOpenRequest } from './use-requests'
import { WayOfLine } from './way-of-line'

const kinds: Record<RequestRow['kind'], string> = {
  correction: '要求更正',
  complaint: '说不该查',
  money: '说钱不对',
  need: '走访时说的需求',
  visit: '说走访不对',
}

/** One request in the farmer's words, with its answer or the form for one. */
export function RequestCard({ request, today, draw }: { request: RequestRow; today: Day; draw: (file: HouseholdFile) => ReactNode }) {
  const [answering, setAnswering] = useState(false)
  const opening = useOpenRequest()
  const trouble = sayTrouble(opening.error)
  const { id, kind, about, words, at, place, from, dueOn, late, openedBy, way, answer, answeredBy, answeredAt, met } = request
  return (
    <section id={`request-${id}`} className="sheet" aria-label={`${from}${kinds[kind]}`}>
      <div className="request__top">
        <strong>{`${kinds[kind]}：${about}`}</strong>
        <span className="table__note">{`${from} · ${place} · ${sayMoment(Date.parse(at))}`}</span>
      </div>
      {dueOn !== undefined && answer === undefined && (
        <State
          {...(late
            ? { kind: 'needs-you', words: `过期了，${sayDay(dueOn, today)}就该答复` }
            : { kind: 'waiting', words: `${sayDay(dueOn, today)}前答复` })}
        />
      )}
      <p className="request__words">{words}</p>
      {way && <WayOfLine steps={way} today={today} />}
      {opening.data && (
        <div className="request__file">
          <div className="table__note">{`只为这一件看，${sayMoment(Date.parse(opening.data.until))}前可以再看；已记录，农户看得到。`}</div>
          {draw(opening.data.file)}
        </div>
      )}
      {trouble !== undefined && (
        <Notice id={`request-file-trouble-${id}`} kind="wrong">
          {trouble}
        </Notice>
      )}
      {answer !== undefined && (
        <div className="request__answer">
          {met !== undefined && <strong>{met ? '办好了' : '办不了'}</strong>}
          <p>{answer}</p>
          <div className="table__note">{`${answeredBy ?? ''} ${answeredAt === undefined ? '' : sayMoment(Date.parse(answeredAt))}答复`}</div>
        </div>
      )}
      {answer === undefined &&
        (answering ? (
          <Answer id={id} isNeed={kind === 'need'} onClose={() => setAnswering(false)} />
        ) : (
          <div className="form__end">
            <Press id={`request-open-${id}`} kind="main" name={`写答复给${from}`} onPress={() => setAnswering(true)}>
              写答复
            </Press>
            {!opening.data && (
              <Press
                id={`request-file-${id}`}
                name={`看${from}这一户`}
                busy={opening.isPending && '正在打开…'}
                onPress={() => opening.mutate(id)}
              >
                {openedBy === undefined ? '看这一户（一件看一次，农户看得到）' : `看这一户（${openedBy}打开过）`}
              </Press>
            )}
          </div>
        ))}
    </section>
  )
}
