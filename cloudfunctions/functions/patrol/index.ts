import { patrol } from '#contract/patrol/actions'
import { serve } from '#kernel/call/serve'
import { alerts } from './alerts'
import { arrivals } from './arrivals'
import { balance } from './balance'
import { chain } from './chain'
import { entitle } from './entitle'
import { ledger } from './ledger'
import { reseal } from './reseal'
import { tidy } from './tidy'

export const main = serve('patrol', patrol, { chain, balance, tidy, reseal, alerts, entitle, ledger, arrivals })
