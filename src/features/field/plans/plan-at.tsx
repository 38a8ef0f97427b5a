import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PlanView } from '#contract/call/plan'
import { sayDay } from '#domain/time/dates'
import { planStateNames } from '#domain/work/plans'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { Status } from '../../../ui/read/status'
import { WhenReady } from '../../../ui/read/when-ready'
import { MeasureNote } from './measure-note'
import { PlanForm } from './plan-form'
import { usePlan } from './use-plan'

/** A household's plan on the phone of whoever looks after it: what stands, each measure with its progress, and the form. */
export function PlanAt({ householdId }: { householdId: string }) {
  const query = usePlan(householdId)
  const [writing, setWriting] = useState(false)
  const [sent, setSent] = useState(false)
  return (
    <WhenReady query={query}>
      {(view) =>
        writing && view.choices ? (
          <PlanForm
            view={view}
            choices={view.choices}
            onClose={() => setWriting(false)}
            onSent={() => {
              setWriting(false)
              setSent(true)
            }}
          />
        ) : (
          <>
            {sent && <Notice id="plan-sent">送到镇里了，等另一个人看过同意，就是这一户的计划。</Notice>}
            <Standing view={view} />
            {view.plan?.measures.map((measure) => (
              <MeasureNote key={measure.n} householdId={householdId} measure={measure} can={view.can} />
            ))}
            {view.can.includes('write') && (
              <Button id="write-plan" onPress={() => setWriting(true)}>
                {view.state === undefined ? '写计划' : '改计划'}
              </Button>
            )}
          </>
        )
      }
    </WhenReady>
  )
}

function Standing({ view: { who, village, state, ended, plan, wanted, unanswered, reviews, history } }: { view: PlanView }) {
  const back = wanted && wanted.on === undefined ? history.filter(({ act }) => act === 'sendBack').at(-1) : undefined
  return (
    <Card title={`${village}：${who}一家`}>
      <View className="work__line">
        <Status
          kind={state === 'standing' && !back ? 'done' : 'waiting'}
          words={ended ? '已经不在名册上，计划到此为止' : state === undefined ? '还没有写计划' : planStateNames[state]}
        />
      </View>
      {back && <View className="work__line">{`退回的话：${back.words ?? ''}`}</View>}
      {plan && (
        <View className="work__line">{`难在：${plan.causes.map(({ name }) => name).join('、')}（${sayDay(plan.agreedOn, today())}定的）`}</View>
      )}
      {unanswered.length > 0 && (
        <View className="work__line">
          <Status kind="needs-you" words={`${unanswered.join('、')}还没有对应的措施`} />
        </View>
      )}
      {reviews
        .filter(({ late }) => late)
        .map(({ why }) => (
          <View key={why} className="work__line">
            <Status kind="needs-you" words={`该重看了：${why}`} />
          </View>
        ))}
      <View className="row__note">打开这一户已经记了一笔。</View>
    </Card>
  )
}
