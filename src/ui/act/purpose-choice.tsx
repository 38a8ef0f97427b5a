import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '../read/card'
import { Heading } from '../read/heading'
import { Button } from './button'
import { Link } from './link'

/** Why a worker looks, and whose consent they have. */
export interface Stated {
  purpose: string
  consent: 'self' | 'family'
}

interface Purpose {
  id: string
  label: string
}

/** 无授权不查询: first why, then with whose consent. `where`: the household and who asks, below the heading. */
export function PurposeChoice({
  where,
  purposes,
  onStated,
}: {
  where: string
  purposes: readonly Purpose[]
  onStated: (stated: Stated) => void
}) {
  const [purpose, setPurpose] = useState<Purpose>()
  return (
    <>
      <View className="file-top">
        <Heading level={1}>{purpose ? '征得同意了吗？' : '为什么查？'}</Heading>
        <View className="file-top__where">{where}</View>
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
            {purposes.map((one) => (
              <Button key={one.id} id={`purpose-${one.id}`} kind="second" onPress={() => setPurpose(one)}>
                {one.label}
              </Button>
            ))}
          </View>
        )}
      </Card>
    </>
  )
}
