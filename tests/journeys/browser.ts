import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const installed = [
  '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge', '/usr/bin/chromium', '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Nothing that a closed network would answer with a refusal. */
const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A browser: the one named, one that is installed, or the one in an npm package; nothing if there is none. */
export async function findBrowser(): Promise<Browser | undefined> {
  const named = process.env.CHROMIUM_PATH ?? installed.find(existsSync)
  if (named) return chromium.launch({ executablePath: named, args: quiet })
  if (process.platform !== 'linux') return undefined
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet] })
  } catch {
    return undefined
  }
}

export const noBrowser = '没有找到浏览器，浏览器测试没有跑。装一个就行，例如：apt-get install chromium（或设 CHROMIUM_PATH）。'
