import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PurposeAsked } from '#contract/household/actions'
import type { CodeToken } from '#domain/access/code-token'
import { roleNames } from '#domain/access/staff'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { Link } from '../../../ui/act/link'
import { ConfirmRow } from './confirm-row'
import type { Stated } from './use-household'

/** 无授权不查询: first why, then with whose consent; only then is anything of the household asked for. */
export function PurposeQuestion({ asked, token, onStated }: { asked: PurposeAsked; token: CodeToken; onStated: (stated: Stated) => void }) {
  const [purpose, setPurpose] = useState<PurposeAsked['purposes'][number]>()
  return (
    <>
      <View className="file-top">
        <Heading level={1}>{purpose ? '征得同意了吗？' : '为什么查？'}</Heading>
        <View className="file-top__where">{`${asked.village} · 您的身份：${roleNames[asked.role]}`}</View>
      </View>
      <Card>
        {purpose ? (
          <View className="choices">
            <View className="choices__words">{`为了“${purpose.label}”查这一户。请先当面问过，再点下面。`}</View>
            <Button id="consent-self" onPress={() => onStated({ purpose: purpose.id, consent: 'self' })}>
              已征得本人同意
            </Button>
            <Button id="consent-family" kind="second" onPress={() => onStated({ purpose: purpose.id, consent: 'family' })}>
              已征得家人同意
            </Button>
            <Link onPress={() => setPurpose(undefined)}>换一个理由</Link>
          </View>
        ) : (
          <View className="choices">
            {asked.purposes.map((one) => (
              <Button key={one.id} id={`purpose-${one.id}`} kind="second" onPress={() => setPurpose(one)}>
                {one.label}
              </Button>
            ))}
          </View>
        )}
      </Card>
      {asked.confirm && <ConfirmRow token={token} />}
      <View className="footnote">谁、什么时候、为什么查，都会记下来。</View>
    </>
  )
}
