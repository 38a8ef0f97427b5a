import { identity } from '#contract/identity/actions'
import { serve } from '#kernel/call/serve'
import { arrivals } from './arrivals'
import { bindConfirm, bindRelease } from './bind-confirm'
import { bindStart } from './bind-start'
import { enter } from './enter'
import { leave } from './leave'
import { me } from './me'
import { phones, unbind } from './phones'
import { redeem } from './redeem'
import { news, stop, vouch } from './vouch'

export const main = serve('identity', identity, {
  me,
  redeem,
  enter,
  bindStart,
  bindConfirm,
  bindRelease,
  phones,
  unbind,
  news,
  vouch,
  stop,
  leave,
  arrivals,
})
