import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser'
import { runCopy, type RunningStart } from './local-cloud'
import { visitor, type Visitor } from './visitor'

/** Several people at their own browsers, before one running county. */
export interface Company {
  start(): RunningStart
  /** Somebody who has nothing of anybody else's; leaves when the test ends. */
  comes(size: 'phone' | 'desktop'): Promise<Visitor>
}

/** Sets the browser and the county up for a file of journeys. */
export function company(): Company {
  let browser: Browser | undefined
  let start: RunningStart
  const here: Visitor[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
    start = await runCopy()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await start?.stop()
  })
  afterEach(async () => {
    await Promise.all(here.splice(0).map((one) => one.close()))
  })
  return {
    start: () => start,
    async comes(size) {
      const one = await visitor(browser!, start.url, size)
      here.push(one)
      return one
    },
  }
}

/** A picture of the page, and nothing serious that keeps anybody from using it. */
export async function shows(visit: Visitor, name: string): Promise<void> {
  await visit.shot(name)
  expect(await visit.seriousFindings()).toEqual([])
}
