import { isOfficeAddress } from '#kernel/call/network'
import { readSettings } from '#kernel/call/settings'
import { aKeyPair } from './alipay-stand-in'

const ours = aKeyPair()
const alipays = aKeyPair()
const base = { ROOT_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`, TCB_ENV: 'county' }
const privatePem = ours.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicPem = alipays.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const alipay = { ALIPAY_APP_ID: '2021', ALIPAY_PRIVATE_KEY: privatePem, ALIPAY_PUBLIC_KEY: publicPem }
const wechat = { WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'very secret' }

test('the least that is needed: no platforms, and nobody reaches the office plane', () => {
  const settings = readSettings(base)
  expect(settings.platforms).toEqual({ alipay: undefined, wechat: undefined })
  expect(settings.office).toEqual({ networks: [], address: 'source' })
  expect(isOfficeAddress(settings.office.networks, '127.0.0.1')).toBe(false)
})

test('all that is missing is told at once', () => {
  expect(() => readSettings({})).toThrow(/^缺少环境变量：\nROOT_KEYS：[^\n]+\nTCB_ENV：[^\n]+$/)
})

test.each([...Object.keys(alipay), ...Object.keys(wechat)])('a group without %s names it, and the ones it belongs to', (name) => {
  const env = { ...base, ...(name in alipay ? alipay : wechat), [name]: ' ' }
  expect(() => readSettings(env)).toThrow(new RegExp(`^缺少环境变量：\\n${name}：[^\\n]+一起填$`))
})

test('of a group of which only an optional one is set, every other is named', () => {
  expect(() => readSettings({ ...base, ALIPAY_GATEWAY: 'https://a.example/gateway.do', WECHAT_APP_ID: 'wx1' })).toThrow(
    /ALIPAY_APP_ID.*\n.*ALIPAY_PRIVATE_KEY.*\n.*ALIPAY_PUBLIC_KEY.*\n.*WECHAT_APP_SECRET/,
  )
})

test('whole groups are read, with the official addresses', () => {
  const { platforms } = readSettings({ ...base, ...alipay, ...wechat })
  expect(platforms.alipay).toMatchObject({ appId: '2021', gateway: 'https://openapi.alipay.com/gateway.do' })
  expect(platforms.wechat).toEqual({ appId: 'wx1', secret: 'very secret', api: 'https://api.weixin.qq.com' })
})

const bare = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '')
const pkcs1 = ours.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const publicPkcs1 = alipays.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()
test.each([
  ['PEM', privatePem, publicPem],
  ['bare base64', bare(privatePem), bare(publicPem)],
  ['PKCS1 PEM', pkcs1, publicPkcs1],
  ['PKCS1 bare', bare(pkcs1), bare(publicPkcs1)],
  ['a console’s \\n', privatePem.replaceAll('\n', '\\n'), publicPem.replaceAll('\n', '\\n')],
  ['one line', privatePem.replaceAll('\n', ' '), publicPem.replaceAll('\n', '\r\n')],
])('keys as %s', (_, ALIPAY_PRIVATE_KEY, ALIPAY_PUBLIC_KEY) => {
  const app = readSettings({ ...base, ALIPAY_APP_ID: '2021', ALIPAY_PRIVATE_KEY, ALIPAY_PUBLIC_KEY }).platforms.alipay!
  expect(app.privateKey.equals(ours.privateKey)).toBe(true)
  expect(app.publicKey.equals(alipays.publicKey)).toBe(true)
})

test('what is written wrongly is named all at once, with no secret in it', () => {
  const wrong = {
    ...base,
    ROOT_KEYS: 'x:secret',
    ...alipay,
    ALIPAY_PRIVATE_KEY: publicPem,
    ...wechat,
    WECHAT_API: 'http://api.example',
    OFFICE_NETWORKS: '10.0.0.0/8, 10.0.0.0/33,intranet',
    CLIENT_ADDRESS: 'header:',
  }
  expect(() => readSettings(wrong)).toThrow(
    /^环境变量写得不对：\nROOT_KEYS.*\nOFFICE_NETWORKS：“10\.0\.0\.0\/33”、“intranet”.*\nCLIENT_ADDRESS.*\nALIPAY_PRIVATE_KEY.*\nWECHAT_API：应为 https 网址$/,
  )
  expect(() => readSettings(wrong)).not.toThrow(new RegExp(`secret|${bare(publicPem).slice(0, 40).replaceAll('+', '\\+')}`))
})

test.each([
  ['no key at all', { ALIPAY_PUBLIC_KEY: 'not a key' }, 'ALIPAY_PUBLIC_KEY'],
  [
    'our own public key in the place of Alipay’s',
    { ALIPAY_PUBLIC_KEY: ours.publicKey.export({ type: 'spki', format: 'pem' }).toString() },
    '应用公钥',
  ],
  ['a gateway without TLS', { ALIPAY_GATEWAY: 'http://openapi.alipay.com/gateway.do' }, 'ALIPAY_GATEWAY'],
])('%s', (_, over, words) => expect(() => readSettings({ ...base, ...alipay, ...over })).toThrow(words))
