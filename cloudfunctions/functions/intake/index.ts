import { intake } from '#contract/intake/actions'
import { serve } from '#kernel/call/serve'
import { importFile } from './import'
import { original } from './original'

export const main = serve('intake', intake, { import: importFile, original })
