import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { startHost } from '#local/host/server'
import { addressOf, type Addressed } from '#kernel/call/network'

const webRoot = mkdtempSync(join(tmpdir(), 'xiaokang-pages-'))
const script = 'a'.repeat(2000)
mkdirSync(join(webRoot, 'js'))
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><script>go()</script><script src="/js/app.0123abcd.js"></script>')
writeFileSync(join(webRoot, 'js/app.0123abcd.js'), script)
writeFileSync(join(webRoot, 'js/app.0123abcd.js.gz'), gzipSync(script))

const seen: Addressed[] = []
const functions = {
  office: async (event: unknown) => {
    seen.push(event as Addressed)
    return { statusCode: 200, body: '{"data":1}' }
  },
  broken: async () => Promise.reject(new Error('a fault of its own')),
  wrong: async () => ({ statusCode: 200, headers: { 'bad header': 'x' }, body: '' }),
}
let host: Awaited<ReturnType<typeof startHost>>
const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined)
beforeAll(async () => {
  host = await startHost({
    port: 0,
    host: '127.0.0.1',
    functions,
    webRoot,
    sideDoor: async (_, __, path) => path === '/side' && Promise.reject(new Error('a door that fails')),
  })
})
afterAll(async () => {
  quiet.mockRestore()
  await host.close()
  rmSync(webRoot, { recursive: true })
})

/** Sends bytes as they are and gives back whatever came until the other side ended, or a second passed without a word. */
const raw = (bytes: string | Buffer): Promise<string> =>
  new Promise((done) => {
    let answer = ''
    const socket = connect(host.port, '127.0.0.1', () => socket.write(bytes))
    socket.setTimeout(1000, () => socket.destroy())
    socket
      .on('data', (part) => (answer += part.toString('latin1')))
      .on('error', () => undefined)
      .on('close', () => done(answer))
  })
const post = (type: string | undefined, body = '{"action":"me"}', path = '/api/office') =>
  fetch(`${host.url}${path}`, { method: 'POST', headers: type === undefined ? {} : { 'content-type': type }, body })

const targets = [
  '//',
  '///',
  '//evil.example',
  '/\\',
  '/%',
  '/%%',
  '/%E0%A4%A',
  '/%00',
  '/..%2f..%2fetc',
  '/../../index.html',
  '*',
  '',
  ' ',
  'x',
  'localhost:80',
  'http://',
  'http://[',
  'http://x:99999/',
  'http://user:pass@h/c/1',
  'https://h?x',
  '/?%',
  '/#',
  '/c/' + 'x'.repeat(8000),
  '/api/',
  '/api//',
  '/api/office/',
  '/api/toString',
  '/api/__proto__',
  '/api/%6ffice',
  '/side',
  '/side?x',
  '/js',
  '/js/',
  '/js/none.js',
  '/.git/config',
  '/js/app.0123abcd.js.gz',
]
const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'M-SEARCH']

test.each(targets)('the target %j ends nothing, with any method', async (target) => {
  for (const method of methods) await raw(`${method} ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
  expect(await (await fetch(`${host.url}/c/1`)).text()).toContain('<!doctype html>')
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['bytes', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 0])],
  ['a version that there is not', 'GET / HTTP/9.9\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['two hosts', 'GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n'],
  ['a header without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(70_000)}`],
  ['a range backwards', 'GET /js/app.0123abcd.js HTTP/1.1\r\nhost: a\r\nrange: bytes=9-2\r\nconnection: close\r\n\r\n'],
  ['a range of words', 'GET /js/app.0123abcd.js HTTP/1.1\r\nhost: a\r\nrange: lines=a-b\r\nconnection: close\r\n\r\n'],
  ['a body that ends early', 'POST /api/office HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{'],
  ['two lengths', 'POST /api/office HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
  [
    'chunks that are none',
    'POST /api/office HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  ],
  ['an upgrade', 'GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n'],
  ['a promise to go on', 'POST /api/office HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 9\r\nconnection: close\r\n\r\n'],
  ['an expectation that nobody meets', 'POST /api/office HTTP/1.1\r\nhost: a\r\nexpect: cake\r\nconnection: close\r\n\r\n'],
])('%s ends nothing', async (_, bytes) => {
  await raw(bytes)
  expect((await fetch(`${host.url}/`)).status).toBe(200)
})

test('a function or a door that fails is answered with a sentence', async () => {
  for (const path of ['/api/broken', '/api/wrong', '/side']) {
    const answer = await post('application/json', '{}', path)
    expect([answer.status, await answer.text()]).toEqual([500, '这台服务器出错了，请看终端里的说明。'])
  }
})

test('only JSON reaches a function', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain;application/json', undefined])
    expect((await post(type)).status).toBe(415)
  for (const type of ['application/json', 'Application/JSON; charset=utf-8']) expect((await post(type)).status).toBe(200)
})

test('every answer says that it is drawn in no frame, guessed at by nobody, and which scripts run', async () => {
  for (const path of ['/', '/c/1', '/js/app.0123abcd.js', '/none.js', '/api/office', '/api/none']) {
    const { headers } = await fetch(`${host.url}${path}`)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+';.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
  }
})

test('files that carry their fingerprint are kept for ever and come compressed; the page itself is asked for anew', async () => {
  const file = await fetch(`${host.url}/js/app.0123abcd.js`, { headers: { 'accept-encoding': 'gzip' } })
  expect([file.headers.get('cache-control'), file.headers.get('content-encoding'), await file.text()]).toEqual([
    'public, max-age=31536000, immutable',
    'gzip',
    script,
  ])
  const plain = await fetch(`${host.url}/js/app.0123abcd.js`, { headers: { 'accept-encoding': 'gzip;q=0, identity' } })
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script])
  const page = await fetch(`${host.url}/`)
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect((await fetch(`${host.url}/`, { headers: { 'if-none-match': page.headers.get('etag')! } })).status).toBe(304)
})

/** The local host stands where the access service stands in the cloud: only it writes `requestContext`. */
test('nothing that a client sends becomes the request’s context', async () => {
  const body = JSON.stringify({ requestContext: { sourceIp: '10.20.0.1' } })
  const send = async (headers: Record<string, string>) => {
    seen.length = 0
    await fetch(`${host.url}/api/office?sourceIp=10.20.0.1&requestContext[sourceIp]=10.20.0.1`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    })
    return addressOf(seen[0]!, 'source')
  }
  expect(await send({ requestContext: '{"sourceIp":"10.20.0.1"}', requestcontext: 'x', sourceIp: '10.20.0.1' })).toBe('127.0.0.1')
  expect(await send({ 'x-forwarded-for': '10.20.0.1', 'x-real-ip': '10.20.0.1' })).toBeUndefined()
})

test('a proxy that does not say that it is one is known by the old protocol that it speaks', async () => {
  seen.length = 0
  await raw('POST /api/office HTTP/1.0\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}')
  expect(addressOf(seen[0]!, 'source')).toBeUndefined()
})
