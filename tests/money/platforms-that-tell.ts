import { createSign, createVerify, type KeyObject } from 'node:crypto'
import { aKeyPair } from '../roads/alipay-stand-in'
import { readBody, standIn, type StandIn } from '../roads/stand-in'

/** A message as a platform was asked to send it. */
interface Asked {
  user: string
  template: string
  page: string
  data: unknown
}
export interface Teller extends StandIn {
  messages: Asked[]
  /** How it answers messages from now on; nothing: they are sent. */
  refuse(with_?: number | string): void
}

/** WeChat's `stable_token` and `message/subscribe/send`; a token is good until `endToken`. */
export async function tellingWechat(): Promise<Teller & { endToken(): void; tokens(): number }> {
  const messages: Asked[] = []
  let errcode: number | string | undefined
  let tokens = 0
  const server = await standIn(async (request) => {
    const url = new URL(request.url ?? '', 'http://stand-in')
    const body = JSON.parse(await readBody(request)) as Record<string, string>
    if (url.pathname === '/cgi-bin/stable_token')
      return JSON.stringify(body['secret'] === 'secret' ? { access_token: `token-${++tokens}`, expires_in: 7200 } : { errcode: 40125 })
    if (url.pathname !== '/cgi-bin/message/subscribe/send') return JSON.stringify({ errcode: 48001 })
    if (url.searchParams.get('access_token') !== `token-${tokens}`) return JSON.stringify({ errcode: 42001 })
    if (errcode !== undefined) return JSON.stringify({ errcode, errmsg: `to ${body['touser']}` })
    messages.push({ user: body['touser']!, template: body['template_id']!, page: body['page']!, data: body['data'] })
    return JSON.stringify({ errcode: 0, errmsg: 'ok' })
  })
  return Object.assign(server, {
    messages,
    refuse: (with_?: number | string) => {
      errcode = with_
    },
    endToken: () => void tokens++,
    tokens: () => tokens,
  })
}

const pem = (key: KeyObject): string => key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString()

/** Alipay's `alipay.open.app.mini.templatemessage.send`, which checks our signature and signs its answer. */
export async function tellingAlipay(): Promise<Teller & { variables: Record<string, string> }> {
  const [ours, alipays] = [aKeyPair(), aKeyPair()]
  const messages: Asked[] = []
  let sub: number | string | undefined
  const answered = (content: object): string => {
    const text = JSON.stringify(content)
    const sign = createSign('RSA-SHA256').update(text).sign(alipays.privateKey, 'base64')
    return `{"alipay_open_app_mini_templatemessage_send_response":${text},"sign":"${sign}"}`
  }
  const server = await standIn(async (request) => {
    const last = new URLSearchParams(await readBody(request))
    const text = [...last]
      .filter(([name]) => name !== 'sign')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('&')
    if (
      !createVerify('RSA-SHA256')
        .update(text)
        .verify(ours.publicKey, last.get('sign') ?? '', 'base64')
    )
      return answered({ code: '40002', sub_code: 'isv.invalid-signature' })
    if (sub !== undefined) return answered({ code: '40004', sub_code: sub, sub_msg: 'words' })
    const { to_open_id, to_user_id, user_template_id, page, data } = JSON.parse(last.get('biz_content')!) as Record<string, string>
    messages.push({ user: (to_open_id ?? to_user_id)!, template: user_template_id!, page: page!, data: JSON.parse(data!) })
    return answered({ code: '10000', msg: 'Success' })
  })
  return Object.assign(server, {
    messages,
    refuse: (with_?: number | string) => {
      sub = with_
    },
    variables: {
      ALIPAY_APP_ID: '2021000000000001',
      ALIPAY_PRIVATE_KEY: pem(ours.privateKey),
      ALIPAY_PUBLIC_KEY: pem(alipays.publicKey),
      ALIPAY_GATEWAY: `${server.url}/gateway.do`,
    },
  })
}
