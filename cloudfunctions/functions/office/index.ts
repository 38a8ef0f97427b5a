import { office } from '#contract/office'
import { refusals } from '#kernel/errors'
import { serve } from '#kernel/serve'
import { invite } from './invite'
import { prepare } from './prepare'

export const main = serve(office, { prepare, import: () => Promise.reject(refusals.internal()), invite }, (call) => call.road === 'operator')
