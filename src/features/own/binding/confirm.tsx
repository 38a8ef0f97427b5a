import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CodeToken } from '#domain/access/code-token'
import { goAnew, paths } from '../../../services/pages/paths'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { TextField } from '../../../ui/act/text-field'
import { digitsFault, guardianFault } from './fields'
import { useBindConfirm } from './use-binding'

const reminders = ['本人就在您面前。', '身份证是他本人的，人和照片对得上。', '数字是从他手机上看来的，不是别人转告的。']

/** A grid worker looks at the person and their ID card, and enters the digits from their phone. What was typed stays when it fails. */
export function Confirm({ token }: { token: CodeToken }) {
  const [digits, setDigits] = useState('')
  const [name, setName] = useState('')
  const [relation, setRelation] = useState('')
  const [child, setChild] = useState<{ age: number; under: number }>()
  const [fault, setFault] = useState<string>()
  const confirm = useBindConfirm(token)
  const press = () => {
    if (confirm.isPending) return
    const wrong = digitsFault(digits) ?? (child === undefined ? undefined : guardianFault(name, relation))
    setFault(wrong)
    if (wrong) return
    confirm.mutate(
      { code: digits, ...(child !== undefined && { guardian: { name, relation } }) },
      {
        onSuccess: (answer) => {
          if (answer.kind === 'guardian-needed') setChild(answer)
        },
      },
    )
  }
  if (confirm.data?.kind === 'bound') return <Done name={confirm.data.name} />
  const trouble = fault ?? confirm.error?.message
  return (
    <>
      <View className="file-top">
        <Heading level={1}>先看人，再看身份证</Heading>
      </View>
      <Card>
        {reminders.map((reminder, i) => (
          <View key={reminder} className="sentence">{`${i + 1}. ${reminder}`}</View>
        ))}
      </Card>
      <Card title="核对码">
        <View className="choices">
          <TextField
            id="digits"
            keys="number"
            label="农户手机上的 6 个数字"
            example="例如 482 913"
            value={digits}
            maxLength={10}
            onChange={setDigits}
            onDone={press}
          />
          {child !== undefined && (
            <>
              <Notice
                id="guardian-needed"
                kind="needs-you"
              >{`这是 ${child.age} 岁的孩子，不满 ${child.under} 岁要由监护人代管。请写监护人，再点“核对无误，绑定”。`}</Notice>
              <TextField id="guardian-name" label="监护人姓名" example="例如 李芳" value={name} maxLength={40} onChange={setName} />
              <TextField
                id="guardian-relation"
                label="是孩子的什么人"
                example="例如 母亲"
                value={relation}
                maxLength={20}
                onChange={setRelation}
                onDone={press}
              />
            </>
          )}
          <Button id="confirm" busy={confirm.isPending && '正在核对…'} onPress={press}>
            核对无误，绑定
          </Button>
          {trouble !== undefined && (
            <Notice id="confirm-trouble" kind="wrong">
              {trouble}
            </Notice>
          )}
        </View>
      </Card>
      <View className="footnote">您核对了谁、什么时候，都会记下来。</View>
    </>
  )
}

const Done = ({ name }: { name: string }) => (
  <Card>
    <View className="choices">
      <Notice id="confirm-done">{`已给 ${name} 绑好。那部手机上会自己打开他家的情况。`}</Notice>
      <Button id="confirm-home" onPress={() => goAnew(paths.home)}>
        回首页
      </Button>
    </View>
  </Card>
)
