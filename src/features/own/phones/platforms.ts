import type { BoundPhone } from '#contract/identity/actions'

export const platforms: Record<BoundPhone['platform'], string> = { wechat: '微信', alipay: '支付宝', h5: '浏览器' }
