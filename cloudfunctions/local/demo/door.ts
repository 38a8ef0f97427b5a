import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressOf, isLoopbackHost } from '#kernel/call/network'
import type { Keys } from '#kernel/seal/keys'
import type { Db } from '#store/db/collection'
import { cardAddress } from '../commands/with/cards'
import type { DemoPeople } from './sign-ins'
import { demoPassphrase, demoReceipt } from './send-reports'
import keyFiles from './report-keys.json'
import { isDemoOpen } from './county'
import { demoSession } from './session'
import { peerOf } from '../host/http-event'
import { scriptHashes } from '../host/pages'
import type { SideDoor } from '../host/server'

interface DemoCloud {
  readonly keys: Keys
  data: { path: string }
}

/**
 * The demo's sign-in: only the local host opens it, only to this very machine, only while there is nothing but the demo county,
 * and no bundle contains it.
 */
export const demoDoor =
  (db: Db, cloud: DemoCloud, people: DemoPeople): SideDoor =>
  async (request, response, path) => {
    if (!/^\/demo(\/|$)/.test(path) || !isFromHere(request) || !isDemoOpen(cloud.data.path)) return false
    if (path === '/demo' && request.method === 'GET') return html(response, signInPage(people))
    const keyFile = keyFiles.find(({ id }) => path === `/demo/key/${id}`)
    if (keyFile && request.method === 'GET') return download(response, `举报钥匙-${keyFile.id}.json`, JSON.stringify(keyFile, null, 2))
    const id = /^\/demo\/sign-in\/([a-z-]+)$/.exec(path)?.[1]
    const chosen = people.accounts.find((account) => account.id === id)
    if (!chosen || request.method !== 'POST' || request.headers['x-demo'] !== '1') return false
    const session = await demoSession(db, cloud.keys, chosen.binds)
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify({ session }))
    return true
  }

/** True for a browser on this machine that asks it by its own name: no proxy, no foreign page whose name was turned here. */
function isFromHere(request: IncomingMessage): boolean {
  const event = { headers: request.headers, requestContext: { sourceIp: peerOf(request) } }
  const address = addressOf(event, 'source')
  return isLoopbackHost(request.headers.host) && isLoopbackHost(address?.includes(':') ? `[${address}]` : address)
}

function html(response: ServerResponse, body: string): true {
  const policy = `default-src 'self'; script-src ${scriptHashes(body).join(' ')}; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy })
    .end(body)
  return true
}

function download(response: ServerResponse, name: string, body: string): true {
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
    .end(body)
  return true
}

/** Signs in as one of the demo's people: puts the session where the client keeps it, then opens the client. */
const signInPage = ({ accounts, household, token, foreign, tails }: DemoPeople): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>演示登录</title>
<style>body{font:18px/1.6 sans-serif;max-width:32em;margin:2em auto;padding:0 1em}button,a{display:block;width:100%;box-sizing:border-box;padding:.8em 1em;margin:.5em 0;font-size:1em;text-align:left;border:1px solid #14532d;border-radius:8px;background:#fff;color:#14532d;text-decoration:none}</style>
<h1>演示登录</h1><p>这一页只在本机的演示里有。选一个身份：</p>
${accounts.map(({ id, label, opens }) => `<button id="${id}" data-id="${id}" data-opens="${opens}">${label}</button>`).join('\n')}
<button id="nobody">谁也不是（退出登录）</button>
<h2>试一试三步绑定</h2><p>谁也不是时打开这一家的卡，选“我自己绑定”：${household.headName}身份证后 6 位 <b>${tails.id}</b>，手机后 4 位 <b>${tails.phone}</b>。再用另一个浏览器登录网格员，扫同一张卡，输入 6 位核对码。</p>
<h2>扫一张海报</h2>
<a id="poster" href="/p/${household.villageCode}">村口的海报</a><a id="report" href="/r/">不留名举报</a>
<p>看一件办过的举报：在“凭回执号看答复”里输入 <b>${demoReceipt()}</b>。受理的人要插上钥匙才读得到：用${keyFiles
  .filter(({ office }) => office === 'county')
  .map(({ id, name }) => `<a href="/demo/key/${id}">${name}的钥匙</a>`)
  .join('')}口令 <b>${demoPassphrase}</b>。这些钥匙谁都有，只供演示。</p>
<h2>扫一张卡</h2>
<a id="own-card" href="${cardAddress('', token)}">这一家的卡</a><a id="other-card" href="${cardAddress('', foreign)}">别村一家的卡</a><a href="/">首页</a>
<script>
for (const button of document.querySelectorAll('button')) button.onclick = async () => {
  localStorage.clear()
  if (button.dataset.id) {
    const answer = await fetch('/demo/sign-in/' + button.dataset.id, { method: 'POST', headers: { 'x-demo': '1' } })
    localStorage.setItem('session', JSON.stringify({ data: (await answer.json()).session }))
  }
  location.href = button.dataset.opens ?? '/'
}
</script></html>`
