import type { PrintedCard } from '#contract/office/counter'
import { sayTrouble } from '../../../services/desk/office-call'
import { CardFace } from '../../../ui/desk/card-face'
import { Paper } from '../../../ui/desk/paper'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import type { useMarkCards } from './use-cards'

type Face = PrintedCard & { serial: number }
const onAPage = 10

interface Props {
  place: string
  cards: readonly Face[]
  mark: ReturnType<typeof useMarkCards>
  onPrinted: () => void
  onNot: () => void
}

/** The sheets for the printer, ten cards to a page; whether they came out only the person at the printer can say. */
export function PrintSheets({ place, cards, mark, onPrinted, onNot }: Props) {
  const pages = Array.from({ length: Math.ceil(cards.length / onAPage) }, (_, i) => cards.slice(i * onAPage, (i + 1) * onAPage))
  const trouble = sayTrouble(mark.error)
  return (
    <section className="sheet sheet--narrow" aria-label="打印卡片">
      <Heading level={2}>{`${place}：${cards.length} 张卡，${pages.length} 页`}</Heading>
      <p id="cards-sheets" className="room-words">
        A4 纸，一页十张，照虚线剪开。打印时缩放选“100%”或“实际大小”，不要选“适合页面”，码才够大；要存成 PDF，打印机那一栏选“另存为 PDF”。
      </p>
      <p className="room-words">有几张没印清楚的，也先记“都印好了”，再到“印好等发”里勾出来点“要重印”。</p>
      <div className="form__end">
        <Press id="cards-print-now" kind="main" onPress={() => window.print()}>
          打印，或者存成 PDF
        </Press>
        <Press id="cards-print-done" busy={mark.isPending && '正在记…'} onPress={onPrinted}>
          都印好了
        </Press>
        <Press id="cards-print-not" kind="quiet" onPress={onNot}>
          没印，回去
        </Press>
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      <Paper>
        {pages.map((page) => (
          <div key={page[0]!.serial} className="card-page">
            {page.map((card) => (
              <CardFace key={card.serial} id={`card-face-${card.serial}`} card={card} serial={card.serial} />
            ))}
          </div>
        ))}
      </Paper>
    </section>
  )
}
