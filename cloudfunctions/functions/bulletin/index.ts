import { bulletin } from '#contract/bulletin'
import { serve } from '#kernel/serve'
import { checkpoint } from './checkpoint'
import { home } from './home'
import { list } from './list'
import { read } from './read'

export const main = serve('bulletin', bulletin, { home, list, read, checkpoint })
