import { field } from '#contract/field/actions'
import { serve } from '#kernel/call/serve'
import { check } from './check'
import { checkAt, checks } from './checks'

export const main = serve('field', field, { checks, checkAt, check })
