import { useState } from 'react'
import type { VillageCards } from '#contract/office/cards'
import { today as dayNow } from '../../../services/wire/clock'
import { PickTabs } from '../../../ui/desk/pick-tabs'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { ActOnTicked } from './act-on-ticked'
import { CardTable } from './card-table'
import { HandOut } from './hand-out'
import { IssueCards } from './issue-cards'
import { PrintSheets } from './print-sheets'
import { byStanding, firstOf, tabsOf, type Standing } from './standings'
import { useMarkCards, usePrintCards } from './use-cards'

/** One village: who has no code yet, and its cards by how far they are; what is ticked is printed, handed over, marked. */
export function Village({ cards: village }: { cards: VillageCards }) {
  const today = dayNow()
  const sorted = byStanding(village, today)
  const [picked, setPicked] = useState<Standing>()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const print = usePrintCards(village.village)
  const mark = useMarkCards(village.village, () => {
    setTicked([])
    print.reset()
  })
  const open = picked ?? firstOf(sorted)
  const chosen = sorted[open].filter(({ id }) => ticked.includes(id))
  if (print.data)
    return (
      <PrintSheets
        place={village.place}
        cards={print.data.cards}
        mark={mark}
        onPrinted={() => mark.mutate({ ids: print.variables.ids, mark: 'printed' })}
        onNot={() => print.reset()}
      />
    )
  return (
    <>
      <div className="village-cards__place">
        <Heading level={2}>{village.place}</Heading>
      </div>
      {village.without > 0 && <IssueCards village={village.village} people={village.without} />}
      <PickTabs
        name="卡到哪一步了"
        tabs={tabsOf(sorted)}
        open={open}
        onOpen={(id) => {
          setPicked(id)
          setTicked([])
          mark.reset()
        }}
      />
      {mark.data && <Marked {...{ asked: mark.variables.ids.length, left: mark.data.left }} />}
      <CardTable standing={open} cards={sorted[open]} ticked={ticked} today={today} onTick={setTicked} />
      {sorted[open].length > 0 && <ActOnTicked key={open} standing={open} cards={chosen} print={print} mark={mark} />}
      <HandOut village={village} />
    </>
  )
}

const Marked = ({ asked, left }: { asked: number; left: number }) => (
  <Notice id="cards-marked" kind={left > 0 ? 'needs-you' : 'plain'}>
    {left === 0
      ? `记下了，${asked} 张。`
      : `记下了 ${asked - left} 张。还有 ${left} 张没有动：别人刚记过，或者刚换了卡。请看一眼它们现在在哪一栏。`}
  </Notice>
)
