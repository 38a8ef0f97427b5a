import type { County } from '#domain/county/county'
import { groupToken, type CodeToken } from '#domain/access/code-token'
import { maskName } from '#domain/people/names'
import { escape, page, placeName, qr } from './paper'

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

/** The address printed on a card. */
export const cardAddress = (base: string, token: CodeToken): string => `${base}/c/${token}`

/** A4 sheets of cards, ten to a page: masked name, village, QR of 34 mm (30 mm of modules and more), what to do. */
export function cardSheet(county: County, base: string, cards: Card[]): string {
  const drawn = cards.map(
    ({ token, name, villageCode, serial }) => `
  <section class="card">
    ${qr(cardAddress(base, token))}
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
