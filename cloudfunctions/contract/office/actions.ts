import * as z from 'zod'
import { callbackDesk } from './callbacks'
import { batchDesk } from './batches'
import { batchLineDesk } from './batch-lines'
import { caseDesk } from './cases'
import { cards } from './cards'
import { counter } from './counter'
import { desk } from './desk'
import { granting } from './granting'
import { likenessDesk } from './likenesses'
import { registerDesk } from './register'
import { schemeDesk } from './schemes'
import { publishing } from './publishing'
import { staffing } from './staffing'

export const office = {
  /** Creates missing collections and brings the county pack's articles up to date. Run at every start and deploy. */
  prepare: {
    input: z.object({}),
    output: z.object({ collections: z.int(), articles: z.int() }),
  },
  ...desk,
  ...staffing,
  ...granting,
  ...counter,
  ...cards,
  ...publishing,
  ...caseDesk,
  ...batchDesk,
  ...batchLineDesk,
  ...registerDesk,
  ...schemeDesk,
  ...likenessDesk,
  ...callbackDesk,
}
