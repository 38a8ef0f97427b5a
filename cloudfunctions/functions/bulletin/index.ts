import { bulletin } from '#contract/bulletin'
import { serve } from '#kernel/serve'
import { home } from './home'
import { list } from './list'
import { read } from './read'

export const main = serve(bulletin, { home, list, read })
