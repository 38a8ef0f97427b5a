import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Look, LookGroup } from '#contract/household/farmer'
import { Card } from '../../../ui/read/card'
import { Empty } from '../../../ui/read/empty'
import { Link } from '../../../ui/act/link'
import { LookCard } from './look-card'
import { OlderButton } from './older-button'
import { StrangerScans } from './stranger-scans'
import type { ShownLooks } from './use-looks'

const nothing = '还没有别人看过您家的信息。有人看了，这里会写明是谁、什么时候、为什么看、看了什么。'

const newestFirst = (a: Look, b: Look): number => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)

/**
 * Looks of others one by one, then who of the staff was refused, then others' scans by the day; the person's own and their
 * relatives' in one line that opens.
 */
export function LooksList({ looks }: { looks: ShownLooks }) {
  const [open, setOpen] = useState(false)
  const of = (...groups: LookGroup[]) => looks.shown.filter(({ group }) => groups.includes(group)).sort(newestFirst)
  const [others, refused, scans, own] = [of('others', 'lists'), of('refused'), of('strangers'), of('own')]
  return (
    <>
      {others.length === 0 && (
        <Card>
          <Empty>{nothing}</Empty>
        </Card>
      )}
      {others.map((look) => (
        <LookCard key={look.id} look={look} />
      ))}
      <OlderButton looks={looks} of={['others', 'lists']} />
      {refused.map((look) => (
        <LookCard key={look.id} look={look} />
      ))}
      <OlderButton looks={looks} of={['refused']} />
      {scans.length > 0 && <StrangerScans scans={scans} looks={looks} />}
      {own.length > 0 && (
        <Card>
          <View className="card__top">
            <View id="own-looks">{`本人和家人最近看过 ${own.length} 次`}</View>
            <Link id="open-own" onPress={() => setOpen(!open)}>
              {open ? '收起' : '打开看'}
            </Link>
          </View>
        </Card>
      )}
      {open && own.map((look) => <LookCard key={look.id} look={look} />)}
      {open && <OlderButton looks={looks} of={['own']} />}
    </>
  )
}
