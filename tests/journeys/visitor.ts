import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

const shots = resolve(__dirname, '../../dist/screenshots')
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const sizes = { phone: { width: 375, height: 812 }, desktop: { width: 1366, height: 768 } }

/** Somebody at a browser. Earlier pages stay in the document, hidden: everything looks at the visible one. */
export interface Visitor {
  context: BrowserContext
  page: Page
  go(address: string): Promise<void>
  /** The element with this id on the visible page. */
  on(id: string): Locator
  /** Waits until the visible page says this. */
  sees(text: string | RegExp): Promise<void>
  /** Waits until it is not there any more: what a phone kept is shown before what has come. */
  seesNoMore(text: string | RegExp): Promise<void>
  text(): Promise<string>
  signInAs(
    who:
      'farmer' | 'grid-worker' | 'cadre' | 'officer' | 'data-officer' | 'head' | 'town-officer' | 'discipline' | 'data-head' | 'data-desk',
  ): Promise<void>
  /** A picture into dist/screenshots, where SHOTS asks for pictures: a hundred of them take minutes. */
  shot(name: string): Promise<void>
  /** Accessibility findings of serious or critical impact, each in a line. */
  seriousFindings(): Promise<string[]>
  close(): Promise<void>
}

export async function visitor(browser: Browser, base: string, size: keyof typeof sizes = 'phone'): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const visible = page.locator('.taro_page:visible').last()
  return {
    context,
    page,
    async go(address) {
      await page.goto(new URL(address, base).href)
      await visible.waitFor()
    },
    on: (id) => visible.locator(`#${id}`),
    sees: (text) => visible.getByText(text).first().waitFor(),
    seesNoMore: (text) => visible.getByText(text).first().waitFor({ state: 'hidden' }),
    text: () => visible.innerText(),
    async signInAs(who) {
      await page.goto(`${base}/demo`)
      await page.locator(`#${who}`).click()
      await page.waitForURL(/\/(#.*)?$/)
      await visible.waitFor()
    },
    async shot(name) {
      if (!process.env.SHOTS) return
      mkdirSync(shots, { recursive: true })
      // The page scrolls within itself: a window as tall as its content shows all of it.
      const tall = await visible.evaluate((node) =>
        Math.max(node.scrollHeight, ...[...node.querySelectorAll('*')].map((inner) => inner.scrollHeight)),
      )
      await page.setViewportSize({ ...sizes[size], height: Math.min(6000, Math.max(sizes[size].height, tall)) })
      await page.waitForTimeout(300)
      await page.screenshot({ path: resolve(shots, `${name}.png`) })
      await page.setViewportSize(sizes[size])
    },
    async seriousFindings() {
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
      return page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run(root: Document, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
          }
        }
        const { violations } = await axe.run(document, { resultTypes: ['violations'] })
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      })
    },
    close: () => context.close(),
  }
}
