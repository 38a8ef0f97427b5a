import { standIn, type StandIn } from '../roads/stand-in'

/** `jscode2session` at WeChat: each code is good once. */
export async function wechatStandIn(): Promise<StandIn & { codeOf(openid: string): string }> {
  const openids = new Map<string, string>()
  const server = await standIn(async ({ url = '' }) => {
    const code = new URL(url, 'http://stand-in').searchParams.get('js_code') ?? ''
    const openid = openids.get(code)
    openids.delete(code)
    return JSON.stringify(openid === undefined ? { errcode: 40029 } : { openid, session_key: 'tiihtNczf5v6AKRyjwEUhQ==' })
  })
  return Object.assign(server, {
    codeOf: (openid: string) => {
      const code = `js-code-${openids.size}-${server.asked}`
      openids.set(code, openid)
      return code
    },
  })
}
