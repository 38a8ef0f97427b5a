import { resolve } from 'node:path'
import { loadCounty } from '#local/county/load'
import { phone } from '../reports/a-reporter'

const county = loadCounty(resolve(__dirname, '../../config/counties/wencheng'))

/** A reporter's phone that seals as our programme does and posts to a running county. */
export const phoneAt = (url: string) =>
  phone(() => ({
    county,
    reply: async (fn, action, input) =>
      (
        await fetch(`${url}/api/${fn}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ action, input }),
        })
      ).json(),
  }))
