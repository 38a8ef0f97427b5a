import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Work } from '#contract/household/actions'
import type { Day, Month } from '#domain/time/dates'
import { isDay, sayDay, sayMonth } from '#domain/time/dates'
import { heldCount } from '../../../services/outbox/held-keys'
import { go, paths } from '../../../services/pages/paths'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Link } from '../../../ui/act/link'
import { Row } from '../../../ui/read/row'
import { Status } from '../../../ui/read/status'
import { WhenReady } from '../../../ui/read/when-ready'
import { useWork } from './use-work'

/** A worker's home: what waits, their villages, their households. A household opens by its card only. */
export function WorkCards() {
  const query = useWork()
  const waiting = heldCount()
  return (
    <WhenReady query={query}>
      {(work) => (
        <>
          <Card title="等着办的">
            {waits(work).map((words) => (
              <View key={words} className="work__line">
                <Status kind="needs-you" words={words} />
              </View>
            ))}
            {waits(work).length === 0 && (
              <View className="work__line">
                <Status kind="done" words="现在没有等着办的" />
              </View>
            )}
          </Card>
          <Card>
            <Row id="see-homes" icon="home" note="轮到哪一户、为什么；没信号也能记" onPress={() => go(paths.homes)}>
              我的户，去走访
            </Row>
            {waiting > 0 && (
              <Row id="see-outbox" note="封好在这部手机里，有信号就传" onPress={() => go(paths.outbox)}>
                {`还有 ${waiting} 次走访没传`}
              </Row>
            )}
          </Card>
          {work.role === 'grid-worker' && (
            <Card>
              <Row id="see-checks" icon="home" note="到期早的在前，当面填" onPress={() => go(paths.checks)}>
                入户核查
              </Row>
              <Row id="see-calls" icon="phone" note="随机抽到的，问一声钱收到没有" onPress={() => go(paths.calls)}>
                抽样回访
              </Row>
            </Card>
          )}
          <Villages work={work} />
          {work.role !== 'grid-worker' && <Households work={work} />}
        </>
      )}
    </WhenReady>
  )
}

const seldom: Record<Work['role'], string> = { 'grid-worker': '', cadre: '这个季度还没走访', doctor: '今年还没上门' }

function waits({ role, villages, waits: { phones, visits } }: Work): string[] {
  const short = villages.reduce((sum, village) => sum + (village.short ?? 0), 0)
  return [
    ...(phones > 0 ? [`${phones} 部手机等您当面核对`] : []),
    ...(visits > 0 ? [`${visits} 户${seldom[role]}`] : []),
    ...(short > 0 ? [`${short} 户有钱没入账，帮着问一问`] : []),
  ]
}

const Villages = ({ work: { role, villages } }: { work: Work }) => (
  <Card title={role === 'grid-worker' ? '我的村' : '我的户在这些村'}>
    {villages.length === 0 && <Empty>还没有分给您的村和户。请问镇里管名册的人。</Empty>}
    {villages.map(({ name, households, short }) => (
      <View key={name} className="work__line work__line--two">
        <View>{name}</View>
        <View className="work__count">{`${households} 户${short ? `，${short} 户有钱没到` : ''}`}</View>
      </View>
    ))}
  </Card>
)

const first = 6

function Households({ work: { households } }: { work: Work }) {
  const [all, setAll] = useState(false)
  if (households.length === 0) return null
  return (
    <Card title="我的户">
      {households.slice(0, all ? undefined : first).map(({ head, village, lastVisit, due }, i) => (
        <View key={i} className="work__line">
          <View>{`${head} · ${village}`}</View>
          {due ? (
            <Status kind="needs-you" words={lastVisit ? `上次去：${sayWhen(lastVisit)}` : '还没去过'} />
          ) : (
            <View className="row__note">{lastVisit ? `上次去：${sayWhen(lastVisit)}` : '去过了'}</View>
          )}
        </View>
      ))}
      {households.length > first && !all && (
        <Link id="all-households" onPress={() => setAll(true)}>{`还有 ${households.length - first} 户`}</Link>
      )}
      <View className="row__note">要看一户的情况，扫他家的卡，说明为什么查、征得同意。</View>
    </Card>
  )
}

const sayWhen = (when: Day | Month): string => (isDay(when) ? sayDay(when, today()) : sayMonth(when, today()))
