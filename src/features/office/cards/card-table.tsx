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
      id: 'tick',
      title: '勾上',
      cell: ({ id, serial, name }) => (
        <label className="village-cards__tick" htmlFor={`tick-${id}`}>
          <input
            id={`tick-${id}`}
            className="ticks__box"
            type="checkbox"
            aria-label={`第 ${serial} 张，${name}`}
            checked={ticked.includes(id)}
            onChange={() => toggle(id)}
          />
        </label>
      ),
    },
    { id: 'serial', title: '第几张', numeric: true, cell: ({ serial }) => serial },
    { id: 'name', title: '姓名', cell: ({ name }) => name },
    { id: 'head', title: '哪一家', cell: ({ head, relation }) => (relation === '户主' ? '户主' : `${head}家，${relation}`) },
    { id: 'since', title: '到哪一步', cell: (card) => saySince(card, today) },
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
  if (state === 'printed' && printedOn) return `${sayDay(printedOn, today)}印好，${sayWait(printedOn, today)}`
  return `${sayDay(issuedOn, today)}发的码，${sayWait(issuedOn, today)}`
}

const sayWait = (from: Day, today: Day): string => (from === today ? '今天' : `等了 ${daysBetween(from, today)} 天`)
