import { refusals } from '../call/errors'
import { askPlatform, silent, writePlatform } from './ask'

/** Our mini-program at WeChat. */
export interface WechatApp {
  appId: string
  secret: string
  api: string
}

export const wechatApi = 'https://api.weixin.qq.com'

/** WeChat's numbers for a code that is unknown, expired or spent. */
const spent = [40029, 40163]
/** Its numbers for “try again later”: busy, or too often. */
const busy = [-1, 45011]
/** Its number for an account that it holds back as risky. */
const heldBack = 40226

/**
 * Who holds this code of `wx.login`, outside callFunction: the openid at this app. The session key that comes with it opens a user's
 * data at WeChat; we need none, and it is dropped here.
 */
export async function wechatUser(app: WechatApp, jsCode: string): Promise<string> {
  const query = new URLSearchParams({ appid: app.appId, secret: app.secret, js_code: jsCode, grant_type: 'authorization_code' })
  const { openid, errcode } = readAnswer(await askPlatform('微信', `${app.api}/sns/jscode2session?${query}`))
  if (!errcode && typeof openid === 'string' && openid !== '') return openid
  const number = Number(errcode)
  if (spent.includes(number)) throw refusals.codeSpent()
  if (number === heldBack) throw refusals.heldBack()
  if (busy.includes(number)) throw silent('微信', `errcode ${number}`)
  writePlatform('微信', errcode ? `errcode ${number}` : 'answer without a user')
  throw refusals.internal()
}

function readAnswer(text: string): { openid?: unknown; errcode?: unknown } {
  try {
    const { openid, errcode } = Object(JSON.parse(text)) as { openid?: unknown; errcode?: unknown }
    return { openid, errcode }
  } catch {
    throw silent('微信', 'answer that is not whole')
  }
}
