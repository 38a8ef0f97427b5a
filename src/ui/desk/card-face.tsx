import type { PrintedCard } from '#contract/office/counter'
import type { CodeToken } from '#domain/access/code-token'
import { groupToken } from '#domain/access/code-token'
import { QrPicture } from './qr-picture'

interface Props {
  id: string
  card: PrintedCard
  /** Its number on the village's list, by which it is handed out. */
  serial?: number
}

/** One card in its own measures (92 × 54 mm), with the QR code of 38 mm, on paper wherever it is printed. */
export const CardFace = ({ id, card: { token, address, title, name, place, advice }, serial }: Props) => (
  <div id={id} className="printed-card">
    <QrPicture id={`${id}-qr`} text={address} name="这张卡的码" level="Q" />
    <div className="printed-card__words">
      <div className="printed-card__title">{title}</div>
      <div className={`printed-card__who${[...name].length > 8 ? ' printed-card__who--long' : ''}`}>
        <b>{name}</b>
        {` ${place}`}
      </div>
      <ol>
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div className="printed-card__token">{groupToken(token as CodeToken)}</div>
      {serial !== undefined && <div className="printed-card__serial">{`第 ${serial} 张`}</div>}
    </div>
  </div>
)
