import { patrol } from '#contract/patrol'
import { serve } from '#kernel/serve'
import { chain } from './chain'
import { reseal } from './reseal'
import { tidy } from './tidy'

export const main = serve('patrol', patrol, { chain, tidy, reseal })
