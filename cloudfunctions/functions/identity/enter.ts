import type { identity } from '#contract/identity/actions'
import { refusals } from '#kernel/call/errors'
import { alipayUser } from '#kernel/platforms/alipay'
import { wechatUser } from '#kernel/platforms/wechat'
import type { Action, On } from '#kernel/call/on'
import { accountOfUser, signIn } from './sign-in'

/** Trades the platform's one-time code for a session of ours: the same person on the same platform always meets the same account. */
export const enter: Action<typeof identity.enter> = async ({ platform, code }, on) =>
  signIn(on, await accountOfUser(on, platform, await userOf(on, platform, code)))

function userOf({ platforms, moment }: On, platform: 'alipay' | 'wechat', code: string): Promise<string> {
  if (platform === 'alipay' && platforms.alipay) return alipayUser(platforms.alipay, code, new Date(moment.iso))
  if (platform === 'wechat' && platforms.wechat) return wechatUser(platforms.wechat, code)
  throw refusals.badInput('这个县还没有接通这里的自动登录。请到“我的”输入村里给的登录码，不登录也能看政策。')
}
