import type { Delivery } from '#domain/money/arrivals'
import { askPlatform, silent, writePlatform } from './ask'
import type { Message } from './message'
import type { WechatApp } from './wechat'

/** WeChat's numbers for a token that is no longer good, and for somebody who did not agree, or is not there. */
const staleToken = [40001, 40014, 42001]
const unwanted = [43101, 40003]
/** A token is fetched anew so long before WeChat lets it end, in ms. */
const beforeItsEnd = 5 * 60_000

/** By app, for the life of the process: WeChat gives every process of an app the same one while it is good. */
const tokens = new Map<string, { token: string; until: number }>()

/** A subscription message 订阅消息. Never throws: what went wrong is in the log, by WeChat's number and nobody's. */
export async function tellByWechat(app: WechatApp, message: Message): Promise<Delivery> {
  try {
    const first = await send(app, message)
    if (!staleToken.includes(first)) return deliveryOf(first)
    tokens.delete(app.appId)
    return deliveryOf(await send(app, message))
  } catch {
    // askPlatform has written what it was.
    return 'failed'
  }
}

function deliveryOf(number: number): Delivery {
  if (number === 0) return 'sent'
  if (unwanted.includes(number)) return 'unwanted'
  writePlatform('微信', `errcode ${number}`)
  return 'failed'
}

async function send(app: WechatApp, { user, template, field, words, page }: Message): Promise<number> {
  const url = `${app.api}/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(await tokenOf(app))}`
  const { errcode = 0 } = await post(url, { touser: user, template_id: template, page, data: { [field]: { value: words } } })
  return Number(errcode)
}

async function tokenOf({ appId, secret, api }: WechatApp): Promise<string> {
  const kept = tokens.get(appId)
  if (kept && kept.until > Date.now()) return kept.token
  const answer = await post(`${api}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid: appId, secret })
  const { access_token: token, expires_in: seconds, errcode } = answer
  if (typeof token !== 'string' || token === '') throw silent('微信', `no token, errcode ${Number(errcode)}`)
  tokens.set(appId, { token, until: Date.now() + Number(seconds) * 1000 - beforeItsEnd })
  return token
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const text = await askPlatform('微信', url, { method: 'POST', body: JSON.stringify(body) })
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    throw silent('微信', 'answer that is not whole')
  }
}
