import type { County } from '#domain/county/county'
import { hasDemoKeys } from '#domain/county/demo-keys'
import { escape, page, placeName, qr } from './paper'

/** The address printed on a poster, and that of the anonymous report, which no mini-program claims. */
const posterAddress = (base: string, villageCode: string): string => `${base}/p/${villageCode}`
const reportAddress = (base: string): string => `${base}/r/`

/**
 * The village's poster, A4: its page for policy and suggestions, without sign-in; beside it, where an office takes them, the anonymous
 * report. Nothing personal.
 */
export function poster(county: County, base: string, villageCode: string): string {
  const place = placeName(county, villageCode)
  const { offices } = county.reports
  const lines = offices.length > 0 ? county.texts.poster : county.texts.poster.slice(0, 2)
  const demo = offices.some(hasDemoKeys)
  const report = `
    <figure class="report">
      ${qr(reportAddress(base))}
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
      ${qr(posterAddress(base, villageCode))}
      <figcaption><b>看政策　提意见</b>用微信、支付宝或手机浏览器扫<br>扫不了，在小康码里输入 ${villageCode.replace(/(\d{4})(?=\d)/g, '$1 ')}</figcaption>
    </figure>${offices.length > 0 ? report : ''}
  </div>
  <div class="foot">有困难打 <b>${escape(county.texts.helpLine.phone)}</b>（${escape(county.texts.helpLine.label)}）。不认得字，请旁边的人读给您听。<br>扫码不用登录，不收钱，不要密码。</div>`,
  )
}
