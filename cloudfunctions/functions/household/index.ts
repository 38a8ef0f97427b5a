import { household } from '#contract/household'
import { serve } from '#kernel/serve'
import { lookup } from './lookup'
import { mine } from './mine'

export const main = serve(household, { lookup, mine })
