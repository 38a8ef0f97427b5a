import type { Delivery } from '#domain/money/arrivals'
import { askAlipay, wordOf, type AlipayApp } from './alipay'
import { writePlatform } from './ask'
import type { Message } from './message'

/** Alipay's words for somebody who did not agree, or is not there. */
const unwanted = /USER_NOT_SUBSCRIBE|NOT_SUBSCRIBE|USER_NOT_EXIST|INVALID_USER|USER_TEMPLATE_ILLEGAL_STATE/i
/** Its accepted answer. */
const accepted = '10000'

/** A template message 模板消息. Never throws: what went wrong is in the log, by Alipay's word and nobody's. */
export async function tellByAlipay(app: AlipayApp, { user, template, field, words, page }: Message, now: Date): Promise<Delivery> {
  try {
    // Older apps know their users by a number of 16 digits that begins with 2088.
    const to = /^2088\d{12}$/.test(user) ? { to_user_id: user } : { to_open_id: user }
    const content = { ...to, user_template_id: template, page, data: JSON.stringify({ [field]: { value: words } }) }
    const answer = await askAlipay(app, 'alipay.open.app.mini.templatemessage.send', { biz_content: JSON.stringify(content) }, now)
    if (String(answer.code) === accepted) return 'sent'
    if (unwanted.test(String(answer.sub_code))) return 'unwanted'
    writePlatform('支付宝', wordOf(answer) ?? 'message refused')
    return 'failed'
  } catch {
    // askPlatform has written what it was.
    return 'failed'
  }
}
