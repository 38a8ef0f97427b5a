import { identity } from '#contract/identity'
import { serve } from '#kernel/serve'
import { leave } from './leave'
import { me } from './me'
import { redeem } from './redeem'

export const main = serve(identity, { me, redeem, leave })
