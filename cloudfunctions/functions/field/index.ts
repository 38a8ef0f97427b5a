import { field } from '#contract/field/actions'
import { serve } from '#kernel/call/serve'
import { call } from './call'
import { callAt, calls } from './calls'
import { check } from './check'
import { checkAt, checks } from './checks'

export const main = serve('field', field, { checks, checkAt, check, calls, callAt, call })
