import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { makeCounty } from './local-cloud'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Nothing that a closed network would answer with a refusal. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Found {
  executablePath: string
  args: string[]
}

/** A browser that starts: the one named, one that is installed, or the one in an npm package; nothing if there is none. */
async function findBrowser(): Promise<Found | undefined> {
  const named = process.env.CHROMIUM_PATH ?? installed.find(existsSync)
  if (named) return { executablePath: named, args: quiet }
  if (process.platform !== 'linux') return undefined
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    // It is packed for one page at a time: in a single process, the first window that closes ends them all.
    const args = packaged.args.filter((one) => one !== '--single-process' && one !== '--no-zygote')
    const found = { executablePath: await packaged.executablePath(), args: [...args, ...quiet] }
    await (await chromium.launch(found)).close()
    return found
  } catch {
    return undefined
  }
}

/**
 * Before all journeys: finds the browser and makes the demo county, once. Without one they are skipped, and it is said; where
 * CI is, one must be there.
 */
export default async function setUp(): Promise<void> {
  const found = await findBrowser()
  if (!found && process.env.CI) throw new Error(noBrowser)
  if (!found) console.error(noBrowser)
  process.env.JOURNEY_BROWSER = found ? JSON.stringify(found) : ''
  await makeCounty()
}

const noBrowser = '没有找到浏览器，浏览器测试没有跑。装一个就行，例如：apt-get install chromium（或设 CHROMIUM_PATH）。'

/** A test that needs the browser: skipped where there is none. */
export const browserTest = (...of: Parameters<typeof test>): void => (process.env.JOURNEY_BROWSER ? test(...of) : test.skip(...of))

/** Starts the browser that was found; nothing where there is none and every browser test is skipped. */
export const launchBrowser = async (): Promise<Browser | undefined> =>
  process.env.JOURNEY_BROWSER ? chromium.launch(JSON.parse(process.env.JOURNEY_BROWSER) as Found) : undefined
