import { renderSVG } from 'uqr'

/** A QR code, drawn here in the browser: what is in it goes nowhere. */
export const QrPicture = ({ id, text, name, level = 'M' }: { id: string; text: string; name: string; level?: 'M' | 'Q' }) => (
  <img id={id} className="qr" alt={name} src={`data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ecc: level, border: 4 }))}`} />
)
