import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Home } from '#contract/field/actions'
import type { WorkerRole } from '#domain/access/staff'
import { visits } from '../../../services/built-in/visits'
import { useHandBack, useTakeAlong, useTaking } from '../../../services/outbox/taken'
import { sayPhoneMoment } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { Choices } from '../../../ui/act/choices'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'

/** How long; the county says at most how long. */
const hours = [2, 4, 8, 12]

interface Props {
  homes: readonly Home[]
  role: WorkerRole | undefined
}

/** 带走: for a stretch without signal, for a stated purpose and a stated time; each household sees until when. */
export function TakeAlong({ homes, role }: Props) {
  const taking = useTaking()
  const handBack = useHandBack()
  const [choosing, setChoosing] = useState(false)
  if (role === undefined || homes.length === 0) return null
  if (taking.data)
    return (
      <Card title="带走的">
        <Notice id="taken">{`带走了 ${taking.data.householdIds.length} 户，到 ${sayPhoneMoment(Date.parse(taking.data.until))}，到时自己删掉。`}</Notice>
        <View className="below">
          <Button
            id="hand-back"
            kind="second"
            busy={handBack.isPending && '正在交回…'}
            onPress={() => taking.data && handBack.mutate(taking.data)}
          >
            用完了，现在交回
          </Button>
        </View>
      </Card>
    )
  return (
    <Card title="去没有信号的地方？">
      {handBack.error && <Notice kind="plain">手机里的已经删掉。县里还没有听到，到时间也会作废。</Notice>}
      {choosing ? (
        <Choosing homes={homes} role={role} />
      ) : (
        <Button id="take-along" kind="second" onPress={() => setChoosing(true)}>
          先带走几户
        </Button>
      )}
    </Card>
  )
}

function Choosing({ homes, role }: { homes: readonly Home[]; role: WorkerRole }) {
  const take = useTakeAlong()
  const villages = [...new Set(homes.map(({ village }) => village))]
  const purposes = visits.purposes.filter(({ roles }) => roles.includes(role))
  const [chosen, setChosen] = useState<{ villages: string[]; not: string[]; purpose: string; hours: number }>({
    ...{ villages: villages.length === 1 ? villages : [], not: [], hours: 4 },
    purpose: purposes[0]?.id ?? '',
  })
  const toggled = (all: string[], one: string) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one])
  const inThem = homes.filter(({ village }) => chosen.villages.includes(village))
  const ids = inThem.map(({ id }) => id).filter((id) => !chosen.not.includes(id))
  return (
    <View className="choices">
      <Choices
        id="take-village"
        label="哪个村"
        many
        options={villages.map((name) => ({ id: name, label: name }))}
        chosen={chosen.villages}
        onPress={(name) => setChosen({ ...chosen, villages: toggled(chosen.villages, name) })}
      />
      {inThem.length > 0 && (
        <Choices
          id="take-home"
          label="哪几户（不去的点掉）"
          many
          options={inThem.map(({ id, who, village }) => ({ id, label: `${who} · ${village}` }))}
          chosen={ids}
          onPress={(id) => setChosen({ ...chosen, not: toggled(chosen.not, id) })}
        />
      )}
      <Choices
        id="take-purpose"
        label="带去做什么"
        options={purposes}
        chosen={[chosen.purpose]}
        onPress={(purpose) => setChosen({ ...chosen, purpose })}
      />
      <Choices
        id="take-hours"
        label="带多久"
        options={hours.map((count) => ({ id: String(count), label: `${count} 小时` }))}
        chosen={[String(chosen.hours)]}
        onPress={(count) => setChosen({ ...chosen, hours: Number(count) })}
      />
      <View className="choices__words">农户看得到带走到几点。没有身份证号、卡号和领的钱。到时间、交回、退出登录，手机里的都会删掉。</View>
      <Button
        id="take-now"
        busy={take.isPending && '正在带走…'}
        onPress={() => ids.length > 0 && take.mutate({ householdIds: ids, purpose: chosen.purpose, hours: chosen.hours })}
      >
        {ids.length === 0 ? '先选村和户' : `带走这 ${ids.length} 户`}
      </Button>
      {take.error && <Notice id="take-trouble" kind="wrong">{`没有带走。${take.error.message}`}</Notice>}
    </View>
  )
}
