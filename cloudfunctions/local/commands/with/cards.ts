import QRCode from 'qrcode'
import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'
import { groupToken, type CodeToken } from '#domain/access/code-token'
import { maskName } from '#domain/people/names'

/**
 * One card to print. `serial`: its number among the village's, in the order of the list: tells two 陈** apart, and who they are
 * only with the hand-out list.
 */
export interface Card {
  token: CodeToken
  name: string
  villageCode: string
  serial: number
}

/** Who gets which card, for whoever hands them out. */
export interface Handed {
  serial: number
  name: string
  relation: string
  head: string
}

/** Compact SVG of an address, level Q; the quiet zone of four modules belongs to it. */
const qr = (address: string): Promise<string> => QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 })

/** The address printed on a card. */
export const cardAddress = (base: string, token: CodeToken): string => `${base}/c/${token}`

/** A4 sheets of cards, ten to a page: masked name, village, QR of 34 mm (30 mm of modules and more), what to do. */
export async function cardSheet(county: County, base: string, cards: Card[]): Promise<string> {
  const drawn = await Promise.all(
    cards.map(
      async ({ token, name, villageCode, serial }) => `
  <section class="card">
    ${await qr(cardAddress(base, token))}
    <div>
      <h2>${escape(county.name)}小康码</h2>
      <p class="who${[...name].length > 8 ? ' long' : ''}"><b>${escape(maskName(name))}</b>　${escape(placeName(county, villageCode))}</p>
      <ol>${county.texts.cardAdvice
        .slice(0, 3)
        .map((line) => `<li>${escape(line)}</li>`)
        .join('')}</ol>
      <p class="token">${groupToken(token)}</p>
      <p class="serial">第 ${serial} 张</p>
    </div>
  </section>`,
    ),
  )
  return page(
    `${county.name}小康码 卡片`,
    `
  .card { display: flex; gap: 3mm; width: 92mm; height: 54mm; padding: 3mm; box-sizing: border-box; border: 1px dashed #999; break-inside: avoid; }
  .card svg { flex: none; width: 38mm; height: 38mm; align-self: center; }
  .card h2 { font-size: 13pt; margin: 0 0 1mm; color: #14532d; }
  .card p, .card ol { margin: 0 0 1mm; font-size: 8.5pt; line-height: 1.35; }
  .card ol { padding-left: 4mm; }
  .card div { min-width: 0; }
  .card .who { font-size: 11pt; overflow-wrap: anywhere; }
  .card .who.long { font-size: 8pt; line-height: 1.2; }
  .card .serial { font-size: 8pt; color: #444; }
  .card .token { font-family: monospace; font-size: 8pt; color: #444; }
  main { display: grid; grid-template-columns: 92mm 92mm; gap: 1mm 2mm; justify-content: center; }`,
    drawn.join(''),
  )
}

/** The list by which the cards are handed out: number and full name. It stays with whoever hands them out. */
export function handOutList(county: County, villageCode: string, people: Handed[]): string {
  const title = `${placeName(county, villageCode)} 发卡名单`
  return page(
    title,
    `
  h1 { font-size: 16pt; margin: 0 0 2mm; }
  p { font-size: 10pt; margin: 0 0 3mm; }
  table { width: 100%; border-collapse: collapse; font-size: 11pt; }
  th, td { border: 0.3mm solid #999; padding: 1.5mm 2mm; text-align: left; overflow-wrap: anywhere; }`,
    `
  <h1>${escape(title)}</h1>
  <p>内部使用：卡上只有姓和张数，照这张名单当面发；发完收回，不要张贴、拍照。</p>
  <table><thead><tr><th>第几张</th><th>姓名</th><th>户主</th><th>关系</th><th>领卡人签名</th></tr></thead><tbody>${people
    .map(
      ({ serial, name, head, relation }) => `
    <tr><td>${serial}</td><td>${escape(name)}</td><td>${escape(head)}</td><td>${escape(relation)}</td><td></td></tr>`,
    )
    .join('')}
  </tbody></table>`,
  )
}

/** The address printed on a poster, and that of the anonymous report, which no mini-program claims. */
export const posterAddress = (base: string, villageCode: string): string => `${base}/p/${villageCode}`
export const reportAddress = (base: string): string => `${base}/r/`

/**
 * The village's poster, A4: its page for policy and suggestions, without sign-in; beside it, where an office takes them, the anonymous
 * report. Nothing personal.
 */
export async function poster(county: County, base: string, villageCode: string): Promise<string> {
  const place = placeName(county, villageCode)
  const { offices } = county.reports
  const lines = offices.length > 0 ? county.texts.poster : county.texts.poster.slice(0, 2)
  const demo = offices.some(({ keys }) => keys.some((key) => key.demo))
  const report = `
    <figure class="report">
      ${await qr(reportAddress(base))}
      <figcaption><b>不留名举报</b>用手机自带的浏览器或相机扫${demo ? '<em>演示用，不要张贴</em>' : ''}</figcaption>
    </figure>`
  return page(
    `${place} 海报`,
    `
  main { display: flex; flex-direction: column; align-items: center; box-sizing: border-box; height: 270mm; padding-top: 4mm; text-align: center; }
  h1 { font-size: ${place.length > 11 ? 34 : 46}pt; line-height: 1.15; color: #14532d; margin: 0; }
  .county { font-size: 20pt; color: #14532d; margin: 0 0 3mm; }
  ol { align-self: stretch; margin: 7mm 0; padding: 0; list-style: none; font-size: 22pt; line-height: 1.3; text-align: left; }
  ol li { padding: 2.5mm 0 2.5mm 14mm; border-bottom: 0.3mm solid #bbb; text-indent: -11mm; }
  ol b { display: inline-block; width: 11mm; color: #14532d; text-indent: 0; }
  .codes { display: flex; align-items: flex-end; justify-content: ${offices.length > 0 ? 'space-between' : 'center'}; align-self: stretch; }
  figure { margin: 0; }
  figure svg { display: block; margin: 0 auto; }
  .place svg { width: 112mm; height: 112mm; }
  .report svg { width: 66mm; height: 66mm; }
  figcaption { font-size: 13pt; line-height: 1.4; }
  figcaption b { display: block; font-size: 22pt; }
  .report b, .report em { color: #8a1c14; }
  figcaption em { display: block; font-style: normal; font-weight: 700; }
  .foot { margin-top: auto; align-self: stretch; border-top: 0.6mm solid #14532d; padding-top: 4mm; font-size: 15pt; line-height: 1.5; }`,
    `
  <p class="county">${escape(county.name)}小康码</p>
  <h1>${escape(place)}</h1>
  <ol>${lines.map((line, i) => `<li><b>${i + 1}</b>${escape(line)}</li>`).join('')}</ol>
  <div class="codes">
    <figure class="place">
      ${await qr(posterAddress(base, villageCode))}
      <figcaption><b>看政策　提意见</b>用微信、支付宝或手机浏览器扫<br>扫不了，在小康码里输入 ${villageCode.replace(/(\d{4})(?=\d)/g, '$1 ')}</figcaption>
    </figure>${offices.length > 0 ? report : ''}
  </div>
  <div class="foot">有困难打 <b>${escape(county.texts.helpLine.phone)}</b>（${escape(county.texts.helpLine.label)}）。不认得字，请旁边的人读给您听。<br>扫码不用登录，不收钱，不要密码。</div>`,
  )
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
