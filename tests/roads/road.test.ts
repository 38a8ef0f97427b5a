import { operatorProof, readCall } from '#kernel/call/context'
import { readRootKeys } from '#kernel/seal/keys'
import { wechatContext } from '#local/host/http-event'

const keys = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')}`)
const read = (event: unknown, context: unknown = {}) => readCall(event, context, keys, 'source')
const phone = wechatContext('o-1', 'county')
/** The platform's context of a call, with what it says of the caller. */
const told = (facts: Record<string, string>) => ({
  environment: JSON.stringify({ TCB_ENV: 'county', TCB_CONTEXT_KEYS: Object.keys(facts).join(','), ...facts }),
})
const inside = told({})

const timer = { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-24T18:00:00Z', Message: ' checkpoint ' }
const request = {
  httpMethod: 'POST',
  headers: { Authorization: 'Bearer a/b', 'Content-Type': 'application/json; charset=utf-8' },
  requestContext: { sourceIp: '10.20.0.1' },
  body: '{"action":"me","input":{"a":1}}',
}

test('a request over HTTP brings its address and its session', () => {
  expect(read(request, inside)).toEqual({ road: 'http', action: 'me', input: { a: 1 }, session: 'a/b', address: '10.20.0.1' })
  expect(read({ ...request, requestContext: undefined, headers: { 'content-type': 'application/json' } })).toEqual({
    road: 'http',
    action: 'me',
    input: { a: 1 },
  })
  expect(
    readCall({ ...request, headers: { ...request.headers, 'x-real-ip': '203.0.113.9' } }, inside, keys, { header: 'x-real-ip' }),
  ).toMatchObject({ address: '203.0.113.9' })
})

test('what a body says of address, session or identity does not count', () => {
  const body = JSON.stringify({
    action: 'me',
    road: 'operator',
    address: '10.20.0.1',
    session: 's',
    openid: 'o-2',
    requestContext: { sourceIp: '10.20.0.1' },
  })
  expect(read({ httpMethod: 'POST', headers: { 'content-type': 'application/json' }, body }, inside)).toEqual({
    road: 'http',
    action: 'me',
    input: {},
  })
})

test('on WeChat the platform’s context says who it is; an openid in the event or its data does not count', () => {
  const forged = {
    action: 'me',
    input: { openid: 'o-2' },
    openid: 'o-2',
    WX_OPENID: 'o-2',
    userInfo: { openId: 'o-2' },
    environment: JSON.stringify({ WX_OPENID: 'o-2', WX_CONTEXT_KEYS: 'WX_OPENID' }),
  }
  expect(read(forged, phone)).toEqual({ road: 'wechat', openid: 'o-1', action: 'me', input: { openid: 'o-2' } })
  expect(read(forged, inside)).toEqual({ road: 'wechat', action: 'me', input: { openid: 'o-2' } })
  expect(read(forged)).not.toHaveProperty('openid')
})

test('a timer does what it was told, or what its name says', () => {
  expect(read(timer, inside)).toEqual({ road: 'timer', action: 'checkpoint', input: {} })
  expect(read({ ...timer, Message: ' ' }, told({ TCB_SOURCE: 'wx_trigger' }))).toEqual({ road: 'timer', action: 'nightly', input: {} })
  expect(read({ Type: 'Timer', TriggerName: 'nightly' })).toEqual({ road: 'timer', action: 'nightly', input: {} })
})

test.each([
  ['a WeChat user', phone],
  ['an anonymous web login', told({ TCB_UUID: 'u-1', TCB_ISANONYMOUS_USER: 'true' })],
  ['a client of WeChat without a login', told({ TCB_SOURCE: 'wx_client' })],
  ['a function that a client called', told({ TCB_SOURCE: 'wx_client,scf' })],
  ['a client on the web', told({ TCB_SOURCE: 'web_client' })],
])('%s is no timer and no request over HTTP, whatever it sends', (_, context) => {
  expect(read(timer, context)).toMatchObject({ road: 'wechat', action: '' })
  expect(read({ ...timer, action: 'checkpoint' }, context)).toMatchObject({ road: 'wechat', action: 'checkpoint' })
  expect(read(request, context)).toBeUndefined()
  expect(read({ ...request, ...timer }, context)).toBeUndefined()
})

test('what only looks like a timer is none', () => {
  for (const event of [{ ...timer, Type: 'timer' }, { Type: 'Timer' }, { ...timer, TriggerName: 7 }])
    expect(read(event, inside)).toMatchObject({ road: 'wechat', action: '' })
  expect(read({ ...request, ...timer }, inside)).toMatchObject({ road: 'http' })
  expect(read({ ...timer, operator: { at: Date.now(), proof: '00' } }, inside)).toBeUndefined()
})

test('the operator is known by the proof, from wherever', () => {
  const operator = operatorProof(keys, 'prepare', {}, Date.now())
  expect(read({ action: 'prepare', input: {}, operator }, phone)).toEqual({ road: 'operator', action: 'prepare', input: {} })
})

test.each([undefined, null, 7, 'text', [], { httpMethod: 'POST', body: 'no json' }, { httpMethod: 'POST', body: '[' }])(
  '%j breaks nothing',
  (event) => {
    expect(() => read(event, inside)).not.toThrow()
  },
)

test.each([
  undefined,
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  '',
])('a body that calls itself %j is not read: any page could have sent it', (type) => {
  expect(
    read({ ...request, headers: { ...(type !== undefined && { 'content-type': type }), authorization: 'Bearer a/b' } }, inside),
  ).toBeUndefined()
})
