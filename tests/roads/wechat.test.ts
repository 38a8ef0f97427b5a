import { wechatUser, type WechatApp } from '#kernel/platforms/wechat'
import { standIn, type StandIn } from './stand-in'
import { linesOf } from '../harness/log'

let wechat: StandIn
let app: WechatApp
let answer: (query: URLSearchParams) => object
let log: jest.SpyInstance
const codes = new Map<string, string>()

/** `jscode2session`: a code is good once. */
const exchange = (query: URLSearchParams): object => {
  if (query.get('appid') !== 'wx0001') return { errcode: 40013, errmsg: 'invalid appid' }
  if (query.get('secret') !== 'a/secret&') return { errcode: 40125, errmsg: 'invalid appsecret' }
  const openid = codes.get(query.get('js_code') ?? '')
  if (openid === undefined) return { errcode: 40029, errmsg: 'invalid code' }
  codes.set(query.get('js_code')!, '')
  return openid === '' ? { errcode: 40163, errmsg: 'code been used' } : { openid, session_key: 'tiihtNczf5v6AKRyjwEUhQ==' }
}

beforeAll(async () => {
  wechat = await standIn(async ({ url = '', method }) => {
    const { pathname, searchParams } = new URL(url, 'http://stand-in')
    return JSON.stringify(
      method === 'GET' && pathname === '/sns/jscode2session' && searchParams.get('grant_type') === 'authorization_code'
        ? answer(searchParams)
        : { errcode: 48001 },
    )
  })
  app = { appId: 'wx0001', secret: 'a/secret&', api: wechat.url }
})
beforeEach(() => {
  answer = exchange
  wechat.misbehave()
  log = jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => log.mockRestore())
afterAll(() => wechat.close())

test('a code leads to its openid and to nothing else, once', async () => {
  codes.set('one', 'o-1')
  expect(await wechatUser(app, 'one')).toBe('o-1')
  await expect(wechatUser(app, 'one')).rejects.toMatchObject({ code: 'sign-in', message: expect.stringContaining('请关掉小程序再打开') })
  await expect(wechatUser(app, 'made up')).rejects.toThrow('请关掉小程序再打开')
})

test('our own mistakes are ours, and the log holds no secret', async () => {
  await expect(wechatUser({ ...app, secret: 'wrong' }, 'one')).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('是我们的问题'),
  })
  await expect(wechatUser({ ...app, appId: 'other' }, 'one')).rejects.toThrow('是我们的问题')
  expect(linesOf(log)).toMatchObject([{ note: '微信 errcode 40125' }, { note: '微信 errcode 40013' }])
})

test.each([
  [{ errcode: -1 }, '微信那边没有答复'],
  [{ errcode: 45011 }, '微信那边没有答复'],
  [{ errcode: 40226 }, '微信暂时不让这个账号登录'],
  [{ errcode: 40029, openid: 'o-1' }, '请关掉小程序再打开'],
  [{ openid: '' }, '是我们的问题'],
  [{ openid: 7 }, '是我们的问题'],
  [{}, '是我们的问题'],
  [[], '是我们的问题'],
])('%j', async (reply, words) => {
  answer = () => reply
  await expect(wechatUser(app, 'any')).rejects.toThrow(words)
})

test.each(['breaks off', 'is down', 'moves away', 'speaks in riddles', 'hangs'] as const)(
  'an endpoint that %s',
  async (how) => {
    codes.set(how, 'o-2')
    wechat.misbehave(how)
    const before = wechat.asked
    await expect(wechatUser(app, how)).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('微信那边没有答复') })
    expect(wechat.asked - before).toBe(1)
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/secret|o-2|js_code/)
  },
  15_000,
)
