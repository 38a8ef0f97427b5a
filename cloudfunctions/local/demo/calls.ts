import type { Reply } from '#contract/call/action'
import type { LocalCloud } from '../host/cloud'

/** Asks a function as a browser on this machine does, with a session or without. Throws the function's own words. */
export async function askAs<Data>(
  { functions }: LocalCloud,
  name: string,
  action: string,
  input: unknown,
  session?: string,
): Promise<Data> {
  const event = {
    httpMethod: 'POST',
    path: `/api/${name}`,
    headers: { 'content-type': 'application/json', ...(session && { authorization: `Bearer ${session}` }) },
    requestContext: { sourceIp: '127.0.0.1' },
    body: JSON.stringify({ action, input }),
  }
  const { body } = (await functions[name]!(event, {})) as { body: string }
  const reply = JSON.parse(body) as Reply<Data>
  if ('error' in reply) throw new Error(`${name}.${action}：${reply.error.message}`)
  return reply.data
}
