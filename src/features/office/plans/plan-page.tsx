import { useState } from 'react'
import type { PlanView } from '#contract/call/plan'
import { roleNames } from '#domain/access/staff'
import { sayDay, sayWhen, type Day } from '#domain/time/dates'
import { measureStateNames, planActNames, planStateNames } from '#domain/work/plans'
import { sayMoment } from '../../../services/wire/clock'
import { Facts } from '../../../ui/desk/facts'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { PlanActForm, type Doing } from './plan-act-form'

type Measure = NonNullable<PlanView['plan']>['measures'][number]

/** One household's plan: what stands and how far it is, what waits for a second person, and what this officer may do. */
export function PlanPage({ view, today }: { view: PlanView; today: Day }) {
  const [doing, setDoing] = useState<Doing>()
  const { plan, wanted, can } = view
  const decides = (['approve', 'sendBack'] as const).filter((act) => can.includes(act))
  const form = (at: Doing) => (
    <PlanActForm key={`${at.act} ${at.n}`} householdId={view.householdId} doing={at} onClose={() => setDoing(undefined)} />
  )
  return (
    <article className="plan">
      <Heading level={2}>{`${view.who} · ${view.village}`}</Heading>
      <Facts
        facts={[
          ['类别', view.category],
          ['到哪一步', view.ended ? '已经不在名册上，计划到此为止' : view.state && planStateNames[view.state]],
          ['定下的日子', plan && sayWhen(plan.agreedOn)],
          ['难在哪里', plan && sayCauses(plan.causes, today)],
        ]}
      />
      {view.unanswered.length > 0 && (
        <Notice id="plan-unanswered" kind="needs-you">{`${view.unanswered.join('、')}没有对应的措施在办或者做成。`}</Notice>
      )}
      {view.reviews
        .filter(({ late }) => late)
        .map(({ why, dueOn }) => (
          <Notice key={why} id="plan-review" kind="needs-you">{`该重看了：${why}，应当在${sayDay(dueOn, today)}以前看。`}</Notice>
        ))}
      {wanted && (
        <section id="plan-wanted">
          <Heading level={3}>{wanted.on === undefined ? '退回的一版' : '等审批的一版'}</Heading>
          <p className="table__note">{[wanted.by, wanted.on && sayDay(wanted.on, today)].filter(Boolean).join('，')}</p>
          <ol className="plan__list">
            {wanted.measures.map(({ name, words, hand, until, proof, n }, i) => (
              <li key={i}>
                <strong>{`${name}${n === undefined ? '' : `（接着第 ${n} 项）`}`}</strong>
                <div>{`${words}。${hand}做，到${sayDay(until, today)}；做成是：${proof}`}</div>
              </li>
            ))}
          </ol>
          <p>{`难在：${sayCauses(wanted.causes, today)}`}</p>
        </section>
      )}
      {decides.length > 0 && doing?.n === undefined && (
        <section id="plan-acts" aria-label="能办的">
          {doing ? (
            form(doing)
          ) : (
            <div className="form__end">
              {decides.map((act) => (
                <Press key={act} id={`plan-do-${act}`} kind={act === 'approve' ? 'main' : 'second'} onPress={() => setDoing({ act })}>
                  {planActNames[act]}
                </Press>
              ))}
            </div>
          )}
        </section>
      )}
      {plan && (
        <>
          <Heading level={3}>措施</Heading>
          <ol className="plan__list">
            {plan.measures.map((measure) => (
              <li key={measure.n}>
                <OneMeasure measure={measure} today={today} />
                {doing?.n === measure.n
                  ? form(doing)
                  : measure.state === 'open' && (
                      <div className="form__end">
                        {(['note', 'done', 'drop'] as const)
                          .filter((act) => can.includes(act))
                          .map((act) => (
                            <Press key={act} id={`measure-${act}-${measure.n}`} onPress={() => setDoing({ act, n: measure.n })}>
                              {planActNames[act]}
                            </Press>
                          ))}
                      </div>
                    )}
              </li>
            ))}
          </ol>
        </>
      )}
      <Heading level={3}>经过</Heading>
      <ol id="plan-history" className="plan__list">
        {[...view.history].reverse().map(({ at, act, by, words }, i) => (
          <li key={view.history.length - i}>
            <span className="table__note">{sayMoment(Date.parse(at))}</span>{' '}
            {`${by.name}（${by.agency}${roleNames[by.role]}）：${planActNames[act]}`}
            {words !== undefined && <p className="plan__said">{words}</p>}
          </li>
        ))}
      </ol>
    </article>
  )
}

const sayCauses = (causes: NonNullable<PlanView['plan']>['causes'], today: Day): string =>
  causes.map(({ name, until }) => (until === undefined ? name : `${name}（到${sayDay(until, today)}）`)).join('、')

const OneMeasure = ({ measure: { name, words, hand, until, proof, state, late, notes }, today }: { measure: Measure; today: Day }) => (
  <>
    <strong>{name}</strong>
    <State
      kind={state === 'done' ? 'done' : state === 'dropped' ? 'ended' : late ? 'needs-you' : 'waiting'}
      words={`${measureStateNames[state]}${state === 'open' ? `，到${sayDay(until, today)}${late ? '，过了' : ''}` : ''}`}
    />
    <div>{`${words}。${hand}做；做成是：${proof}`}</div>
    {notes.map((note, i) => (
      <p key={i} className="plan__said">{`${sayDay(note.on, today)} ${note.by}：${note.words}`}</p>
    ))}
  </>
)
