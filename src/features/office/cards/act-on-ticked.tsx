import type { ReactNode } from 'react'
import { useState } from 'react'
import type { VillageCard } from '#contract/office/cards'
import { receiverNames, receivers, type CardMark, type Receiver } from '#domain/work/cards'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Sure } from '../../../ui/desk/sure'
import { Notice } from '../../../ui/read/notice'
import type { Standing } from './standings'
import type { useMarkCards, usePrintCards } from './use-cards'

interface Props {
  standing: Standing
  /** Those that are ticked. */
  cards: readonly VillageCard[]
  print: ReturnType<typeof usePrintCards>
  mark: ReturnType<typeof useMarkCards>
}

/** What can be done with the cards that are ticked, as far as they are. */
export function ActOnTicked({ standing, cards, print, mark }: Props) {
  const ids = cards.map(({ id }) => id)
  const busy = mark.isPending && '正在记…'
  const trouble = sayTrouble(print.error ?? mark.error)
  const send = (word: CardMark, receiver?: Receiver) => mark.mutate({ ids, mark: word, ...(receiver && { receiver }) })
  return (
    <section className="village-cards__acts" aria-label="勾上的卡怎么办">
      {ids.length === 0 ? (
        <div>请先勾上要办的卡。</div>
      ) : (
        <>
          {standing === 'asked' && (
            <div className="form__end">
              <Press id="cards-print" kind="main" busy={print.isPending && '正在排版…'} onPress={() => print.mutate({ ids })}>
                {`印这 ${ids.length} 张`}
              </Press>
              <Press id="cards-printed" kind="quiet" busy={busy} onPress={() => send('printed')}>
                已经印好了，只记一笔
              </Press>
            </div>
          )}
          {(standing === 'printed' || standing === 'late') && (
            <HandOver count={ids.length} busy={busy} onReceiver={(who) => send('handed', who)}>
              <Again count={ids.length} busy={busy} onSure={() => send('again')} />
            </HandOver>
          )}
          {standing === 'handed' && (
            <div className="form__end">
              <Press id="cards-not-yet" busy={busy} onPress={() => send('notYet')}>{`这 ${ids.length} 张还没发，勾错了`}</Press>
              <Again count={ids.length} busy={busy} onSure={() => send('again')} />
            </div>
          )}
        </>
      )}
      {trouble !== undefined && (
        <Notice id="cards-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
    </section>
  )
}

interface Step {
  count: number
  busy: string | false
}

/** Handed over: to whom, as it was signed on the list; beside it, until that is asked, what else can be done. */
function HandOver({ count, busy, onReceiver, children }: Step & { onReceiver: (who: Receiver) => void; children: ReactNode }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <div className="form__end">
        <Press id="cards-handed" kind="main" onPress={() => setAsking(true)}>{`这 ${count} 张发了，记下`}</Press>
        {children}
      </div>
    )
  return (
    <>
      <div>{`这 ${count} 张，名单上是谁签的名？`}</div>
      <div className="form__end">
        {receivers.map((who) => (
          <Press key={who} id={`cards-handed-${who}`} kind="main" busy={busy} onPress={() => onReceiver(who)}>
            {receiverNames[who]}
          </Press>
        ))}
        <Press id="cards-handed-not" kind="quiet" onPress={() => setAsking(false)}>
          先不记
        </Press>
      </div>
    </>
  )
}

const Again = ({ count, busy, onSure }: Step & { onSure: () => void }) => (
  <Sure
    id="cards-again"
    first={`这 ${count} 张要重印`}
    question="纸坏了、印错了、还没到手就不见了，才要重印：卡号不变，回到“等印”，坏的那张请剪掉。到手以后丢了的，请本人到窗口换新卡。"
    second="要重印"
    busy={busy}
    trouble={undefined}
    onSure={onSure}
  />
)
