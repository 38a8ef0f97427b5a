import { encode } from 'uqr'
import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'

/** SVG of an address, level Q, a strip for each run of dark modules; the quiet zone of four modules belongs to it. */
export function qr(address: string): string {
  const { size, data } = encode(address, { ecc: 'Q', border: 4 })
  const stripsOf = (row: boolean[], y: number): string[] =>
    [...row.map(Number).join('').matchAll(/1+/g)].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`)
  const [white, dark] = [`M0 0h${size}v${size}H0z`, data.flatMap(stripsOf).join('')]
  const drawn = `<path fill="#fff" d="${white}"/><path d="${dark}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${drawn}</svg>`
}

/** Town and village, as people say them. */
export function placeName(county: County, villageCode: string): string {
  const place = placeOf(county, villageCode)
  return place ? place.town.name + place.village.name : villageCode
}

/** What is printed: A4, the styles of its own, nothing from elsewhere. */
export const page = (title: string, css: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escape(title)}</title>
<style>
  @page { size: A4; margin: 10mm; }
  body { margin: 0; font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #111; }${css}
</style>
<main>${body}
</main></html>
`

/** Text as it stands in a page. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
