import QRCode from 'qrcode'
import type { County } from '#domain/county'
import { placeOf } from '#domain/divisions'
import { groupToken, type CodeToken } from '#domain/code-token'
import { maskName } from '#domain/names'

/** One card to print. */
export interface Card { token: CodeToken; name: string; villageCode: string }

/** Compact SVG of an address, level Q; the quiet zone of four modules belongs to it. */
const qr = (address: string): Promise<string> => QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 })

/** The address printed on a card. */
export const cardAddress = (base: string, token: CodeToken): string => `${base}/c/${token}`

/** A4 sheets of cards, ten to a page: masked name, village, QR of 34 mm (30 mm of modules and more), what to do. */
export async function cardSheet(county: County, base: string, cards: Card[]): Promise<string> {
  const drawn = await Promise.all(cards.map(async ({ token, name, villageCode }) => `
  <section class="card">
    ${await qr(cardAddress(base, token))}
    <div>
      <h2>${escape(county.name)}小康码</h2>
      <p class="who"><b>${escape(maskName(name))}</b>　${escape(placeName(county, villageCode))}</p>
      <ol>${county.texts.cardAdvice.slice(0, 3).map((line) => `<li>${escape(line)}</li>`).join('')}</ol>
      <p class="token">${groupToken(token)}</p>
    </div>
  </section>`))
  return page(`${county.name}小康码 卡片`, `
  .card { display: flex; gap: 3mm; width: 92mm; height: 54mm; padding: 3mm; box-sizing: border-box; border: 1px dashed #999; break-inside: avoid; }
  .card svg { flex: none; width: 38mm; height: 38mm; align-self: center; }
  .card h2 { font-size: 13pt; margin: 0 0 1mm; color: #14532d; }
  .card p, .card ol { margin: 0 0 1mm; font-size: 8.5pt; line-height: 1.35; }
  .card ol { padding-left: 4mm; }
  .card .who { font-size: 11pt; }
  .card .token { font-family: monospace; font-size: 8pt; color: #444; }
  main { display: grid; grid-template-columns: 92mm 92mm; gap: 1mm 2mm; justify-content: center; }`, drawn.join(''))
}

/** The village's poster, A4: policy without sign-in. Nothing personal. */
export async function poster(county: County, base: string, villageCode: string): Promise<string> {
  const place = placeName(county, villageCode)
  return page(`${place} 海报`, `
  main { text-align: center; padding-top: 12mm; }
  h1 { font-size: 40pt; color: #14532d; margin: 0 0 6mm; }
  p { font-size: 22pt; margin: 4mm 0; }
  svg { width: 110mm; height: 110mm; }
  .place { font-size: 16pt; color: #333; }`, `
  <h1>扫一扫，政策看得见</h1>
  <p>扶贫政策、扶贫动态，不用登录</p>
  ${await qr(`${base}/p/${villageCode}`)}
  <p>用微信、支付宝或手机浏览器扫</p>
  <p>不认得字，请旁边的人读给您听</p>
  <p class="place">${escape(county.name)}　${escape(place)}　有困难打 ${escape(county.texts.helpLine.phone)}</p>`)
}

function placeName(county: County, villageCode: string): string {
  const place = placeOf(county, villageCode)
  return place ? place.town.name + place.village.name : villageCode
}

const page = (title: string, css: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escape(title)}</title>
<style>
  @page { size: A4; margin: 10mm; }
  body { margin: 0; font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #111; }${css}
</style>
<main>${body}
</main></html>
`

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
