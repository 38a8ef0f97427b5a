import { useState } from 'react'
import { View } from '@tarojs/components'
import type { HouseholdPart } from '#domain/register/register'
import { householdParts, partNames } from '#domain/register/register'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Choices } from '../../../ui/act/choices'
import { Notice } from '../../../ui/read/notice'
import { TextField } from '../../../ui/act/text-field'
import type { Term } from './terms'
import { allowFault, terms, untilOf } from './terms'
import type { Allowed } from './use-proxies'
import { useAllow } from './use-proxies'

const everything = householdParts.map((id) => ({ id, label: partNames[id] }))

/** Whom to let look, at what, until when. What was typed stays when it fails. */
export function AllowForm({ onAllowed, onNot }: { onAllowed: (allowed: Allowed) => void; onNot: () => void }) {
  const [name, setName] = useState('')
  const [relation, setRelation] = useState('')
  const [parts, setParts] = useState<readonly HouseholdPart[]>(householdParts)
  const [term, setTerm] = useState<Term>('6')
  const [fault, setFault] = useState<string>()
  const allow = useAllow(onAllowed)
  const until = untilOf(term, today())
  const trouble = fault ?? (allow.error && `还没有办好，填的还在。${allow.error.message}`)
  const press = () => {
    if (allow.isPending) return
    const wrong = allowFault({ name, relation, parts })
    setFault(wrong)
    if (!wrong) allow.mutate({ name, relation, parts: [...parts], until })
  }
  const toggle = (part: HouseholdPart) => setParts(householdParts.filter((one) => parts.includes(one) !== (one === part)))
  return (
    <Card title="让家人看">
      <View className="choices">
        <TextField id="proxy-name" label="家人的姓名" example="例如 陈小妹" value={name} maxLength={40} onChange={setName} />
        <TextField id="proxy-relation" label="是您的什么人" example="例如 女儿" value={relation} maxLength={20} onChange={setRelation} />
        <Choices id="proxy-part" many label="让他看什么" options={everything} chosen={parts} onPress={toggle} />
        <Choices id="proxy-term" label="看到什么时候" options={terms} chosen={[term]} onPress={setTerm} />
        <View className="choices__words">{`到${sayDay(until, today())}自己停，想早点停可以随时收回。`}</View>
        <Button id="allow" busy={allow.isPending && '正在办…'} onPress={press}>
          好了，给家人领登录码
        </Button>
        <Button kind="quiet" onPress={onNot}>
          先不办
        </Button>
        {trouble && (
          <Notice id="allow-trouble" kind="wrong">
            {trouble}
          </Notice>
        )}
      </View>
    </Card>
  )
}
