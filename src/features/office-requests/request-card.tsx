import { useState } from 'react'
import type { RequestRow } from '#contract/supervision'
import { sayMoment } from '../../services/clock'
import { Press } from '../../ui/desk/press'
import { Answer } from './answer'

const kinds: Record<RequestRow['kind'], string> = { correction: '要求更正', complaint: '说不该查' }

/** One request in the farmer's words, with its answer or the form for one. */
export function RequestCard({ request }: { request: RequestRow }) {
  const [answering, setAnswering] = useState(false)
  const { id, kind, about, words, at, place, from, answer, answeredBy, answeredAt } = request
  return (
    <section id={`request-${id}`} className="sheet" aria-label={`${from}${kinds[kind]}`}>
      <div className="request__top">
        <strong>{`${kinds[kind]}：${about}`}</strong>
        <span className="table__note">{`${from} · ${place} · ${sayMoment(Date.parse(at))}`}</span>
      </div>
      <p className="request__words">{words}</p>
      {answer !== undefined && (
        <div className="request__answer">
          <p>{answer}</p>
          <div className="table__note">{`${answeredBy ?? ''} ${answeredAt === undefined ? '' : sayMoment(Date.parse(answeredAt))}答复`}</div>
        </div>
      )}
      {answer === undefined && (answering
        ? <Answer id={id} onClose={() => setAnswering(false)} />
        : <Press id={`request-open-${id}`} name={`写答复给${from}`} onPress={() => setAnswering(true)}>写答复</Press>)}
    </section>
  )
}
