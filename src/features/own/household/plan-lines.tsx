import { View } from '@tarojs/components'
import type { HouseholdFile } from '#contract/household/actions'
import { sayDay, type Day } from '#domain/time/dates'
import { Card } from '../../../ui/read/card'
import { Status } from '../../../ui/read/status'

type Plan = NonNullable<HouseholdFile['plan']>
type Measure = Plan['measures'][number]

/** What is done for the household, why, by whom, until when, and how far it is: what is open first. */
export const PlanLines = ({ plan: { agreedOn, causes, measures }, day }: { plan: Plan; day: Day }) => (
  <Card title="我家的帮扶计划">
    <View className="payment__period">{`难在：${causes.map((one) => sayCause(one, day)).join('、')}`}</View>
    {[...measures].sort(openFirst).map((measure) => (
      <View key={measure.n} className="payment">
        <View className="payment__words">
          <View className="payment__name">{measure.name}</View>
          <Status {...standingOf(measure, day)} />
          <View className="payment__period">{`${measure.words}。${measure.hand}来做，做成是：${measure.proof}`}</View>
          {measure.notes.map((note, i) => (
            <View key={i} className="payment__period">
              {`${sayDay(note.on, day)}${note.by === '' ? '' : ` ${note.by}`}：${note.words}`}
            </View>
          ))}
        </View>
      </View>
    ))}
    <View className="row__note">{`计划是${sayDay(agreedOn, day)}定的。说得不对、情况变了，告诉来的人，或者到“更正和投诉”里说。`}</View>
  </Card>
)

const sayCause = ({ name, until }: Plan['causes'][number], day: Day): string =>
  until === undefined ? name : `${name}（到${sayDay(until, day)}）`
const openFirst = (a: Measure, b: Measure): number => Number(b.state === 'open') - Number(a.state === 'open') || a.n - b.n

function standingOf({ state, until, late }: Measure, day: Day): Parameters<typeof Status>[0] {
  if (state === 'done') return { kind: 'done', words: '做成了' }
  if (state === 'dropped') return { kind: 'waiting', words: '不做了' }
  return late
    ? { kind: 'needs-you', words: `该${sayDay(until, day)}做成的，过了，可以打电话问` }
    : { kind: 'waiting', words: `在办，到${sayDay(until, day)}` }
}
