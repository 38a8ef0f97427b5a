import { intake } from '#contract/intake/actions'
import { serve } from '#kernel/call/serve'
import { direct } from './direct'
import { forgetHeadings, headingAnswers } from './heading-answers'
import { importFile } from './import'
import { original } from './original'
import { cancel, progress, work } from './work'

export const main = serve('intake', intake, {
  import: importFile,
  progress,
  cancel,
  work,
  original,
  direct,
  headingAnswers,
  forgetHeadings,
})
