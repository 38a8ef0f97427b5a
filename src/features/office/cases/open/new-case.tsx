import type { Day } from '#domain/time/dates'
import { PickTabs } from '../../../../ui/desk/pick-tabs'
import { useKept } from '../../../../ui/desk/use-kept'
import { Heading } from '../../../../ui/read/heading'
import { WhenReady } from '../../../../ui/read/when-ready'
import { useCases } from '../use-cases'
import { KnownHousehold } from './known-household'
import { NewHousehold } from './new-household'

const ways = [
  { id: 'new', label: '名册上没有的人' },
  { id: 'known', label: '名册上的一户' },
] as const

/** A clue written down: of somebody who asks for help, or of a household of the register. */
export function NewCase({ today, onOpened }: { today: Day; onOpened: (id: string) => void }) {
  const [way, setWay] = useKept<(typeof ways)[number]['id']>('case new way', 'new')
  return (
    <article className="sheet case-new" aria-label="新开一件">
      <Heading level={2}>新开一件</Heading>
      <PickTabs name="关于谁" tabs={ways} open={way} onOpen={(id) => setWay(() => id)} />
      <WhenReady query={useCases({ view: 'waiting' })} words="正在打开…">
        {({ areas }) =>
          way === 'new' ? (
            <NewHousehold areas={areas} onOpened={onOpened} />
          ) : (
            <KnownHousehold areas={areas} today={today} onOpened={onOpened} />
          )
        }
      </WhenReady>
    </article>
  )
}
