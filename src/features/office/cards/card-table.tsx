import type { VillageCard } from '#contract/office/cards'
import { receiverNames } from '#domain/work/cards'
import { daysBetween, sayDay, type Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Table, type Column } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import type { Standing } from './standings'

const nothing: Record<Standing, string> = {
  asked: '没有等印的卡。',
  late: '没有拖着没发的卡。',
  printed: '没有印好等发的卡。',
  handed: '还没有发到手的卡。发的时候请领卡人在发卡名单上签名，回来在这里记下。',
}

interface Props {
  standing: Standing
  cards: readonly VillageCard[]
  ticked: readonly string[]
  today: Day
  onTick: (ids: string[]) => void
}

/** The cards of a village that are so far, each with a box to tick. Names are masked as on the cards. */
export function CardTable({ standing, cards, ticked, today, onTick }: Props) {
  if (cards.length === 0) return <Empty>{nothing[standing]}</Empty>
  const toggle = (id: string) => onTick(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])
  const columns: Column<VillageCard>[] = [
    {
      id: 'card',
      title: '第几张，谁的',
      cell: ({ id, serial, name }) => (
        <label className="village-cards__tick" htmlFor={`tick-${id}`}>
          <input id={`tick-${id}`} className="ticks__box" type="checkbox" checked={ticked.includes(id)} onChange={() => toggle(id)} />
          <span className="village-cards__serial">{serial}</span>
          {name}
        </label>
      ),
    },
    { id: 'head', title: '哪一家', cell: ({ head, relation }) => (relation === '户主' ? '户主' : `${head}家，${relation}`) },
    { id: 'since', title: '哪天', cell: (card) => saySince(card, today) },
  ]
  return (
    <>
      <div className="form__end village-cards__all">
        <Press id="cards-all" onPress={() => onTick(cards.map(({ id }) => id))}>{`这 ${cards.length} 张全勾上`}</Press>
        {ticked.length > 0 && (
          <Press id="cards-none" kind="quiet" onPress={() => onTick([])}>
            都不勾
          </Press>
        )}
      </div>
      <Table id="village-cards" name="这个村的卡" columns={columns} rows={cards} keyOf={({ id }) => id} />
    </>
  )
}

/** 10月20日印好，等了 31 天. */
function saySince({ state, issuedOn, printedOn, handedOn, receiver }: VillageCard, today: Day): string {
  if (state === 'handed' && handedOn) return `${sayDay(handedOn, today)}${receiver ? `${receiverNames[receiver]}领了` : '发了'}`
  if (state === 'printed' && printedOn) return sayWait(printedOn, '印好', today)
  return sayWait(issuedOn, '发的码', today)
}

const sayWait = (from: Day, what: string, today: Day): string =>
  from === today ? `今天${what}` : `${sayDay(from, today)}${what}，等了 ${daysBetween(from, today)} 天`
