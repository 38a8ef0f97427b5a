import * as z from 'zod'
import { desk } from './desk'
import { officePeople } from './people'
import { publishing } from './publishing'

export const office = {
  /** Creates missing collections and brings the county pack's articles up to date. Run at every start and deploy. */
  prepare: {
    input: z.object({}),
    output: z.object({ collections: z.int(), articles: z.int() }),
  },
  ...desk,
  ...officePeople,
  ...publishing,
}
