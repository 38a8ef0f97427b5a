import { intake } from '#contract/intake/actions'
import { serve } from '#kernel/call/serve'
import { importFile } from './import'
import { original } from './original'
import { cancel, progress, work } from './work'

export const main = serve('intake', intake, { import: importFile, progress, cancel, work, original })
