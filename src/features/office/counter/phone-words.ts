import type { CounterCard } from '#contract/office/counter'
import { sayMoment } from '../../../services/wire/clock'

type Phone = CounterCard['phones'][number]

export const platforms: Record<Phone['platform'], string> = { wechat: '微信', alipay: '支付宝', h5: '浏览器' }

/** What a phone that does not count in full yet waits for. */
export function sayStanding({ state, reads, from }: Phone): string | undefined {
  if (state === 'active') return undefined
  if (state === 'later') return `核对好了，${sayMoment(Date.parse(from!))}生效`
  return reads ? '能看，还等第二个人核对' : '等第二个人核对，还没生效'
}
