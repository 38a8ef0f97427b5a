import type { ServerResponse } from 'node:http'
import { newAccount, newSession } from '#kernel/caller'
import { hoursAfter, now } from '#kernel/clock'
import type { Keys } from '#kernel/keys'
import { insertAccount } from '#store/accounts'
import type { Db } from '#store/collection'
import { cardAddress } from './cards'
import type { DemoPeople } from './demo-people'
import type { SideDoor } from './host/server'

/** The demo's sign-in: only the local host opens it, only on a demo county, and no bundle contains it. */
export const demoDoor = (db: Db, cloud: { readonly keys: Keys }, people: DemoPeople): SideDoor => async (request, response, path) => {
  if (path === '/demo' && request.method === 'GET') return html(response, signInPage(people))
  const id = /^\/demo\/sign-in\/([a-z-]+)$/.exec(path)?.[1]
  const chosen = people.accounts.find((account) => account.id === id)
  if (!chosen || request.method !== 'POST' || request.headers['x-demo'] !== '1') return false
  const account = { ...newAccount(cloud.keys, now().iso), ...chosen.binds }
  const { token, session } = newSession(cloud.keys, account._id, hoursAfter(now(), 8))
  await insertAccount(db, { ...account, session })
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify({ session: token }))
  return true
}

function html(response: ServerResponse, body: string): true {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body)
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
