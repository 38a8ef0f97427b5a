import { bulletin } from '#contract/bulletin/actions'
import { serve } from '#kernel/call/serve'
import { balance } from './balance'
import { application, apply, applyForm } from './apply'
import { checkpoint } from './checkpoint'
import { figures } from './figures'
import { home } from './home'
import { list } from './list'
import { place } from './place'
import { feedback, read } from './read'
import { privacy } from './privacy'
import { search } from './search'
import { suggest } from './suggest'
import { answers, suggestion } from './suggestion'
import { scan } from './scan'

export const main = serve('bulletin', bulletin, {
  home,
  list,
  read,
  search,
  feedback,
  checkpoint,
  balance,
  place,
  scan,
  suggest,
  applyForm,
  apply,
  application,
  suggestion,
  answers,
  figures,
  privacy,
})
