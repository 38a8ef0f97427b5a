import { createPublicKey } from 'node:crypto'
import type { Keys } from '../seal/keys'
import { readAddressRule, readNetworks, type AddressRule, type Cidr } from './network'
import { alipayGateway, type AlipayApp } from '../platforms/alipay'
import { readPrivateKey, readPublicKey } from '../platforms/rsa-keys'
import { wechatApi, type WechatApp } from '../platforms/wechat'
import { readGroundVariables, VariableReader, type Variables } from './variables'

/** What the environment's variables say. */
export interface Settings {
  keys: Keys
  /** Who reaches the office plane, and whose word says where they are. No network: nobody but the operator. */
  office: { networks: Cidr[]; address: AddressRule }
  /** The platforms whose sign-in codes can be exchanged here. */
  platforms: { alipay?: AlipayApp; wechat?: WechatApp }
  /** Where the notes of checkpoints are handed on to; without it they stay in the database, and where the local cloud keeps them. */
  checkpoints: { url?: string }
}

const alipay = {
  ALIPAY_APP_ID: '支付宝小程序的 APPID',
  ALIPAY_PRIVATE_KEY: '应用私钥（RSA2，2048 位）',
  ALIPAY_PUBLIC_KEY: '支付宝公钥（不是应用公钥）',
}
const wechat = { WECHAT_APP_ID: '微信小程序的 AppID', WECHAT_APP_SECRET: '微信小程序的 AppSecret' }

/** Reads the variables once. One error lists all that is missing and all that is written wrongly, never a value that is secret. */
export function readSettings(env: Variables): Settings {
  const variables = new VariableReader(env)
  const { said } = variables
  /** A group is read when it is whole, passed over when nothing of it is set, and missed when it is set in part. */
  const group = <App>(needed: Record<string, string>, optional: string, read: () => App): App | undefined => {
    const names = Object.keys(needed)
    if (![...names, optional].some(said)) return undefined
    if (names.every(said)) return variables.told(read)
    variables.needs(needed, `，要和 ${[...names, optional].filter(said).join('、')} 一起填`)
    return undefined
  }

  const keys = readGroundVariables(variables)
  const networks = variables.told(() => readNetworks(said('OFFICE_NETWORKS')))
  const address = variables.told(() => readAddressRule(said('CLIENT_ADDRESS') || undefined))
  const platforms = {
    alipay: group(alipay, 'ALIPAY_GATEWAY', () => alipayApp(said)),
    wechat: group(wechat, 'WECHAT_API', () => wechatApp(said)),
  }
  const checkpointUrl = said('CHECKPOINT_URL') ? variables.told(() => secureUrl('CHECKPOINT_URL', said('CHECKPOINT_URL'))) : undefined
  variables.end()
  return {
    keys: keys!,
    office: { networks: networks!, address: address! },
    platforms,
    checkpoints: { ...(checkpointUrl && { url: checkpointUrl }) },
  }
}

function alipayApp(said: (name: string) => string): AlipayApp {
  const privateKey = readPrivateKey(said('ALIPAY_PRIVATE_KEY'))
  if (!privateKey) throw new Error('ALIPAY_PRIVATE_KEY：读不出来，应为 2048 位以上的 RSA 私钥，PKCS8 或 PKCS1，PEM 或一行 base64')
  const publicKey = readPublicKey(said('ALIPAY_PUBLIC_KEY'))
  if (!publicKey) throw new Error('ALIPAY_PUBLIC_KEY：读不出来，应为支付宝开放平台给的“支付宝公钥”，PEM 或一行 base64，不是证书')
  if (createPublicKey(privateKey).equals(publicKey)) throw new Error('ALIPAY_PUBLIC_KEY：填的是应用公钥，要填开放平台上另一把“支付宝公钥”')
  return {
    appId: said('ALIPAY_APP_ID'),
    privateKey,
    publicKey,
    gateway: secureUrl('ALIPAY_GATEWAY', said('ALIPAY_GATEWAY') || alipayGateway),
  }
}

const wechatApp = (said: (name: string) => string): WechatApp => ({
  appId: said('WECHAT_APP_ID'),
  secret: said('WECHAT_APP_SECRET'),
  api: secureUrl('WECHAT_API', said('WECHAT_API') || wechatApi),
})

/** Secrets and codes travel there: https, or a stand-in on this very machine. */
function secureUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1')) return text.replace(/\/+$/, '')
  throw new Error(`${name}：应为 https 网址`)
}
