import { startHost } from '#local/host/server'
import { addressOf, type Addressed } from '#kernel/network'

/** The local host stands where the access service stands in the cloud: only it writes `requestContext`. */
test('nothing that a client sends becomes the request’s context', async () => {
  const seen: Addressed[] = []
  const main = async (event: unknown) => {
    seen.push(event as Addressed)
    return { statusCode: 200 }
  }
  const host = await startHost({ port: 0, host: '127.0.0.1', functions: { office: main } })
  try {
    const spoofed = { requestContext: '{"sourceIp":"10.20.0.1"}', requestcontext: 'x', sourceIp: '10.20.0.1', 'x-forwarded-for': '10.20.0.1', 'x-real-ip': '10.20.0.1' }
    await fetch(`${host.url}/api/office?sourceIp=10.20.0.1&requestContext[sourceIp]=10.20.0.1`, { method: 'POST', headers: spoofed, body: JSON.stringify({ requestContext: { sourceIp: '10.20.0.1' } }) })
    expect(addressOf(seen[0]!, 'source')).toBe('127.0.0.1')
  } finally {
    await host.close()
  }
})
