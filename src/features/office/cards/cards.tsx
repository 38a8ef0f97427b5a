import { Press } from '../../../ui/desk/press'
import { useKept } from '../../../ui/desk/use-kept'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { useCardVillages, useVillageCards } from './use-cards'
import { Village } from './village'
import { VillagesTable } from './villages-table'
import './cards.scss'

/** 码: the cards of a village, from giving codes to the hand of whose they are. */
export function Cards() {
  const [town, setTown] = useKept('cards town', '')
  const [village, setVillage] = useKept('cards village', '')
  const back = () => setVillage(() => '')
  return (
    <>
      <div className="room-top">
        <Heading level={1}>码</Heading>
        {village !== '' && (
          <Press id="cards-back" onPress={back}>
            回到各村
          </Press>
        )}
      </div>
      {village === '' ? (
        <Villages town={town} onTown={(code) => setTown(() => code)} onOpen={(code) => setVillage(() => code)} />
      ) : (
        <Opened key={village} village={village} onBack={back} />
      )}
    </>
  )
}

function Villages({ town, onTown, onOpen }: { town: string; onTown: (code: string) => void; onOpen: (code: string) => void }) {
  return (
    <WhenReady query={useCardVillages(town)} words="正在数各村的卡…">
      {(counted) => <VillagesTable counted={counted} town={town} onTown={onTown} onOpen={onOpen} />}
    </WhenReady>
  )
}

function Opened({ village, onBack }: { village: string; onBack: () => void }) {
  return (
    <WhenReady
      query={useVillageCards(village)}
      words="正在取这个村的卡…"
      instead={
        <Press id="cards-gone-back" kind="main" onPress={onBack}>
          回到各村
        </Press>
      }
    >
      {(cards) => <Village cards={cards} />}
    </WhenReady>
  )
}
