import { office } from '#contract/office'
import { serve } from '#kernel/serve'
import { importFile } from './import/index'
import { invite } from './invite'
import { prepare } from './prepare'

export const main = serve(office, { prepare, import: importFile, invite }, (call) => call.road === 'operator')
