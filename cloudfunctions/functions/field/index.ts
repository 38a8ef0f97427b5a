import { field } from '#contract/field/actions'
import { serve } from '#kernel/call/serve'
import { handBack, looksOffline, outbox, takeAlong } from './away'
import { call } from './call'
import { callAt, calls } from './calls'
import { check } from './check'
import { checkAt, checks } from './checks'
import { homeAt, homes } from './homes'
import { noteMeasure, planAt, writePlan } from './plans'
import { partsThatCame, visit, visitPart } from './visit'

const visiting = { homes, homeAt, visit, visitPart, partsThatCame, takeAlong, handBack, looksOffline, outbox }

const planning = { planAt, writePlan, noteMeasure }

export const main = serve('field', field, { checks, checkAt, check, calls, callAt, call, ...visiting, ...planning })
