import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Look } from '#contract/farmer'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Link } from '../../ui/link'
import { LookCard } from './look-card'

const nothing = '还没有别人看过您家的信息。有人看了，这里会写明是谁、什么时候、为什么看、看了什么。'

/** Looks of others one by one; the person's own and their relatives' in one line that opens. */
export function LooksList({ looks }: { looks: readonly Look[] }) {
  const [open, setOpen] = useState(false)
  const own = looks.filter((look) => look.own)
  const others = looks.filter((look) => !look.own)
  return (
    <>
      {others.length === 0 && <Card><Empty>{nothing}</Empty></Card>}
      {others.map((look) => <LookCard key={look.id} look={look} />)}
      {own.length > 0 && (
        <Card>
          <View className="card__top">
            <View id="own-looks">{`本人和家人最近看过 ${own.length} 次`}</View>
            <Link id="open-own" onPress={() => setOpen(!open)}>{open ? '收起' : '打开看'}</Link>
          </View>
        </Card>
      )}
      {open && own.map((look) => <LookCard key={look.id} look={look} />)}
    </>
  )
}
