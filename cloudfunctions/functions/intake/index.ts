import { intake } from '#contract/intake/actions'
import { serve } from '#kernel/call/serve'
import { direct } from './direct'
import { forgetHeadings, headingAnswers } from './heading-answers'
import { importFile } from './import'
import { original } from './original'
import { dropRows } from './refused/drop-rows'
import { life } from './refused/life'
import { mend } from './refused/mend'
import { mends } from './refused/mends'
import { quarantine } from './refused/quarantine'
import { quarantineFile } from './refused/quarantine-file'
import { seen } from './refused/seen'
import { warned } from './refused/warned'
import { undo, undoProgress } from './undo'
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
  quarantine,
  warned,
  seen,
  mend,
  dropRows,
  mends,
  quarantineFile,
  life,
  undo,
  undoProgress,
})
