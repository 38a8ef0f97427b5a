import type { DataCopy } from '#contract/household/farmer'
import { sayMoment } from '../../../services/wire/clock'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The copy as a page of its own: opens without a net, prints on A4, and holds no script. */
export function pageOf({ madeAt, sections }: DataCopy): string {
  const parts = sections.map(
    ({ title, source, rows }) =>
      `<h2>${escaped(title)}</h2><p>来自${escaped(source)}</p>${
        rows.length === 0
          ? '<p>还没有记录。</p>'
          : `<table>${rows.map(({ label, value }) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`
      }`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>小康码 我的数据副本</title>
<style>body{font:18px/1.6 sans-serif;max-width:40em;margin:1em auto;padding:0 1em;color:#18211c}h2{margin:1.2em 0 0;color:#0d5c3f}p{margin:0;color:#525d56}table{width:100%;border-collapse:collapse}th,td{padding:.4em 0;border-bottom:1px solid #d8ded8;text-align:left;vertical-align:top;font-weight:400}th{width:45%;padding-right:1em;color:#525d56}</style>
<h1>小康码 我的数据副本</h1><p>${escaped(sayMoment(Date.parse(madeAt)))}做的。身份证号、卡号、电话只露一部分。</p>
${parts.join('\n')}
</html>
`
}
