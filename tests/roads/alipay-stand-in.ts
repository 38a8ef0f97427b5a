import { createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { AlipayApp } from '#kernel/platforms/alipay'
import { readBody, standIn, type StandIn } from './stand-in'

export const aKeyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

const ours = aKeyPair()
const alipays = aKeyPair()

export interface AlipayStandIn extends StandIn {
  app: AlipayApp
  /** A code as `my.getAuthCode` hands it out, good for one exchange. */
  codeOf(user: { open_id?: string; user_id?: string }): string
  /** The parameters of the last request. */
  last(): URLSearchParams
  /** Changes the text of an answer after it was signed. */
  tamper(change?: (text: string) => string): void
  /** Signs with this key from now on. */
  signWith(key: KeyObject): void
}

/** The gateway's `alipay.system.oauth.token`, which verifies our signature as Alipay documents it, with keys made for the test. */
export async function alipayStandIn(): Promise<AlipayStandIn> {
  const codes = new Map<string, object>()
  let signingKey = alipays.privateKey
  let change = (text: string) => text
  let last = new URLSearchParams()

  const answered = (member: string, content: object): string => {
    const text = JSON.stringify(content)
    return change(`{"${member}":${text},"sign":"${createSign('RSA-SHA256').update(text).sign(signingKey, 'base64')}"}`)
  }
  const refused = (code: string, msg: string, sub: string) =>
    answered('error_response', { code, msg, sub_code: sub, sub_msg: `网关说明：code=${last.get('code')}` })

  const gateway = await standIn(async (request) => {
    last = new URLSearchParams(await readBody(request))
    const signedText = [...last]
      .filter(([name]) => name !== 'sign')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('&')
    if (request.method !== 'POST' || last.get('method') !== 'alipay.system.oauth.token')
      return refused('40006', 'Insufficient Conditions', 'isv.invalid-method')
    if (last.get('app_id') !== '2021000000000001') return refused('40002', 'Invalid Arguments', 'isv.invalid-app-id')
    if (
      !createVerify('RSA-SHA256')
        .update(signedText)
        .verify(ours.publicKey, last.get('sign') ?? '', 'base64')
    )
      return refused('40002', 'Invalid Arguments', 'isv.invalid-signature')
    const code = last.get('code') ?? ''
    const user = codes.get(code)
    codes.delete(code)
    if (!user) return refused('40002', 'Invalid Arguments', 'isv.code-invalid')
    return answered('alipay_system_oauth_token_response', { access_token: 'publicpB}{"', expires_in: 300, ...user })
  })
  return Object.assign(gateway, {
    app: { appId: '2021000000000001', privateKey: ours.privateKey, publicKey: alipays.publicKey, gateway: `${gateway.url}/gateway.do` },
    codeOf: (user: object) => {
      const code = `code${codes.size + 1}of${gateway.asked}`
      codes.set(code, user)
      return code
    },
    last: () => last,
    tamper: (next = (text: string) => text) => {
      change = next
    },
    signWith: (key: KeyObject) => {
      signingKey = key
    },
  })
}
