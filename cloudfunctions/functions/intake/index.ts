import { intake } from '#contract/intake/actions'
import { serve } from '#kernel/call/serve'
import { direct } from './direct'
import { forgetHeadings, headingAnswers } from './heading-answers'
import { importFile } from './import'
import { freshness } from './freshness'
import { history } from './history'
import { look } from './look'
import { original } from './original'
import { dropRows } from './refused/drop-rows'
import { life } from './refused/life'
import { mend } from './refused/mend'
import { mends } from './refused/mends'
import { quarantine } from './refused/quarantine'
import { quarantineFile } from './refused/quarantine-file'
import { seen } from './refused/seen'
import { warned } from './refused/warned'
import { template } from './template'
import { upload } from './upload'
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
  upload,
  look,
  history,
  freshness,
  template,
  undo,
  undoProgress,
})
