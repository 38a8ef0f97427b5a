import { filesOf } from './programs/output'

/** The code of a function as it is deployed: names of properties and variables of the platform are as they were written. */
const bundleOf = (name: string): string => filesOf('cloudfunctions').find(({ path }) => path === `${name}/index.js`)!.text

/** What code that reads who asks, from where or with what would have to name. `household` reads all of it. */
const readings: [what: string, mark: RegExp][] = [
  ['the platform’s context', /CloudbaseContext/],
  ['a user of WeChat, QQ or a web login', /openid|unionid|TCB_UUID|\bWX_|\bQQ_/i],
  ['who made the call', /TCB_SOURCE/],
  ['the request’s context and address', /requestContext|sourceIp/i],
  ['a header of the request', /\bheaders\s*(?:[[.]|=\s*\{|:\s*\w+\s*[=,}])|\.headers\b/],
  ['an address that was handed on', /x-forwarded-for|x-real-ip/i],
  ['a session', /authorization|bearer/i],
  ['a number of the request', /requestId/],
]

describe.each(readings)('%s', (_, mark) => {
  test('is not read by the function for anonymous reports', () => expect(mark.exec(bundleOf('report'))?.[0]).toBeUndefined())
  test('is read elsewhere, where the search finds it', () => expect(bundleOf('household')).toMatch(mark))
})

test('nor is there anything else that would say who it was: cookies, logins, the platform’s number of the call', () => {
  expect(
    /cookie|userInfo|getUserInfo|\.auth\(|request_id|remoteAddress|clientIp|client_ip|queryString|referer/i.exec(bundleOf('report'))?.[0],
  ).toBeUndefined()
})

test('the only headers in it are those of the reply', () => {
  expect(bundleOf('report').match(/.{0,3}headers.{0,90}/g)).toEqual([
    expect.stringContaining('headers:{"content-type":"application/json; charset=utf-8","cache-control":"no-store"}'),
  ])
})

test('its main takes the event and nothing more', () => {
  expect(bundleOf('report')).toMatch(/main:\(\)=>\w+/)
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the programme as it is deployed
  const { main } = require('../../dist/cloudfunctions/report/index.js') as { main: (event: unknown) => unknown }
  expect(main).toHaveLength(1)
})
