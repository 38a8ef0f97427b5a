import { useState } from 'react'
import type { CardHistory as History } from '#contract/office/cards'
import type { CodeToken } from '#domain/access/code-token'
import { groupToken } from '#domain/access/code-token'
import { sayDay, type Day } from '#domain/time/dates'
import { cardStateNames, receiverNames } from '#domain/work/cards'
import { Press } from '../../../ui/desk/press'
import { WhenReady } from '../../../ui/read/when-ready'
import { useCardHistory } from './use-card'

/** Every card that the person had: asked for when somebody wants to see it, because looking is on record. */
export function CardHistory({ token, today }: { token: CodeToken; today: Day }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="below">
      <Press id="card-history-open" kind="quiet" expanded={open} onPress={() => setOpen(!open)}>
        {open ? '收起' : '以前的卡'}
      </Press>
      {open && <Listed token={token} today={today} />}
    </div>
  )
}

function Listed({ token, today }: { token: CodeToken; today: Day }) {
  return (
    <WhenReady query={useCardHistory(token)} words="正在找以前的卡…">
      {({ cards }) => (
        <div id="card-history">
          {cards.map((card) => (
            <div key={card.token} className="line">
              <div>
                {sayCard(card, today)}
                <div className="table__note">{groupToken(card.token as CodeToken)}</div>
              </div>
            </div>
          ))}
        </div>
      )}
    </WhenReady>
  )
}

/** 10月20日发的码 · 现在用的 · 印好了，等发. */
function sayCard({ status, issuedOn, revokedOn, replaced, state, handedOn, receiver }: History['cards'][number], today: Day): string {
  const void_ = `${revokedOn ? sayDay(revokedOn, today) : ''}${replaced ? '换了新卡，这张作废' : '作废'}`
  const paper = handedOn ? `${sayDay(handedOn, today)}${receiver ? `${receiverNames[receiver]}领了` : '发了'}` : cardStateNames[state]
  return [
    `${sayDay(issuedOn, today)}发的码`,
    status === 'active' ? '现在用的' : void_,
    // Whether a void card was ever printed matters to nobody, unless somebody signed for it.
    ...(status === 'active' || handedOn ? [paper] : []),
  ].join(' · ')
}
