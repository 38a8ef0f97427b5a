import type { Browser } from 'playwright-core'
import { browserTest, launchBrowser } from './browser'
import { runCopy, type RunningStart } from './local-cloud'
import { visitor, type Visitor } from './visitor'

let browser: Browser | undefined
let start: RunningStart
let someone: Visitor

beforeAll(async () => {
  browser = await launchBrowser()
  start = await runCopy()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await start?.stop()
})
afterEach(() => someone?.close())

const journey = (name: string, size: 'phone' | 'desktop', walk: (someone: Visitor) => Promise<void>) =>
  browserTest(
    name,
    async () => {
      someone = await visitor(browser!, start.url, size)
      await walk(someone)
    },
    60_000,
  )

const shows = async (visit: Visitor, name: string) => {
  await visit.shot(name)
  expect(await visit.seriousFindings()).toEqual([])
}

journey('a stranger reads policy from the home page without signing in', 'phone', async (stranger) => {
  await stranger.go('/')
  await stranger.sees('小康码 · 文成县')
  await shows(stranger, 'home-stranger')
  await stranger.on('see-policy').click()
  await stranger.sees('谁能领')
  await shows(stranger, 'policy-list')
  await stranger.on('article-minimum-living').click()
  await stranger.sees('怎么领')
  await shows(stranger, 'article')
})

journey('a stranger who scans a card learns nothing about the household', 'phone', async (stranger) => {
  await stranger.go(start.cards.own)
  await stranger.sees('码里没有个人信息')
  expect(await stranger.text()).not.toContain('陈')
  await shows(stranger, 'code-stranger')
})

journey('a farmer scans the own card: what came, what did not, why, and whom to call', 'phone', async (farmer) => {
  await farmer.signInAs('farmer')
  await farmer.sees(/到账/)
  await shows(farmer, 'home-farmer')
  await farmer.go(start.cards.own)
  await farmer.sees('帮我家的人')
  const text = await farmer.text()
  expect(text).toMatch(/到账 [\d,.]+ 元[^]*该领 [\d,.]+ 元，\d+ 笔/)
  expect(text).toMatch(/更新于/)
  for (const heading of ['享受的政策', '帮我家的人', '家里人']) expect(text).toContain(heading)
  await shows(farmer, 'household-farmer')
})

journey('a farmer who scans somebody else’s card is told that it is not theirs, and nothing of it', 'phone', async (farmer) => {
  await farmer.signInAs('farmer')
  await farmer.go(start.cards.foreign)
  await farmer.sees('这不是您家的码')
  expect(await farmer.text()).not.toMatch(/到账|该领/)
  await shows(farmer, 'code-not-yours')
})

journey('a grid worker says why, records consent, and sees what that needs', 'phone', async (worker) => {
  await worker.signInAs('grid-worker')
  await worker.go(start.cards.own)
  await worker.sees('为什么查')
  expect(await worker.text()).not.toMatch(/到账|该领/)
  await shows(worker, 'purpose-worker')
  await worker.on('purpose-help-requested').click()
  await worker.on('consent-self').click()
  await worker.sees('家里人')
  await shows(worker, 'household-worker')
})

journey('a grid worker in another village’s house is told that it is not theirs to see', 'phone', async (worker) => {
  await worker.signInAs('grid-worker')
  await worker.go(start.cards.foreign)
  await worker.sees('这张码不归您看')
})

journey('the paired cadre sees the paired household', 'phone', async (cadre) => {
  await cadre.signInAs('cadre')
  await cadre.go(start.cards.own)
  await cadre.sees('为什么查')
  await cadre.on('purpose-verify').click()
  await cadre.on('consent-family').click()
  await cadre.sees(/该领 [\d,.]+ 元/)
})

journey('the network goes after the first view: the file still shows, with its date', 'phone', async (farmer) => {
  await farmer.signInAs('farmer')
  await farmer.go(start.cards.own)
  await farmer.sees('帮我家的人')
  await farmer.page.waitForTimeout(800)
  // A day later, without network: what was kept is a day old.
  await farmer.page.evaluate(() => {
    const wrapped = JSON.parse(localStorage.getItem('kept-own')!) as { data: string }
    const shelf = JSON.parse(wrapped.data) as { entries: { at: number }[] }
    for (const entry of shelf.entries) entry.at -= 24 * 60 * 60 * 1000
    localStorage.setItem('kept-own', JSON.stringify({ data: JSON.stringify(shelf) }))
  })
  await farmer.page.route('**/api/**', (route) => route.abort('internetdisconnected'))
  await farmer.page.reload()
  await farmer.sees(/没有网络，这是 \d+月\d+日 \d\d:\d\d 看到的内容/)
  await farmer.sees(/该领 [\d,.]+ 元，\d+ 笔/)
  await shows(farmer, 'household-offline')
})

journey('an engine of 2017 shows every first page, and no file of ours is refused', 'phone', async (villager) => {
  const faults: string[] = []
  villager.page.on('pageerror', ({ message }) => faults.push(message))
  villager.page.on('console', (said) => {
    if (said.type() === 'error') faults.push(said.text())
  })
  await villager.page.addInitScript(() => {
    const lacking: [object, string[]][] = [
      [Array.prototype, ['at', 'flat', 'flatMap', 'findLast', 'findLastIndex', 'toSorted']],
      [String.prototype, ['at', 'matchAll', 'replaceAll', 'trimStart', 'trimEnd']],
      [Promise.prototype, ['finally']],
      [Promise, ['allSettled', 'any']],
      [Object, ['fromEntries', 'hasOwn']],
      [window, ['structuredClone', 'queueMicrotask']],
    ]
    for (const [on, names] of lacking) for (const name of names) delete (on as Record<string, unknown>)[name]
  })
  const pages: [string, string][] = [
    ['/', '扫一扫'],
    [start.cards.own, '码里没有个人信息'],
    ['/#/bulletin/search/index', '想找什么'],
    ['/r/', '我要举报'],
    ['/#/no/such/page', '扫一扫'],
    ['/c/THIS-IS-NO-CODE#wechat_redirect', '这不是小康码'],
  ]
  for (const [address, words] of pages) {
    await villager.page.goto('about:blank')
    await villager.go(address)
    await villager.sees(words)
  }
  expect(faults).toEqual([])
})

journey('a bad code gets a sentence and not one request', 'phone', async (stranger) => {
  const asked: string[] = []
  stranger.page.on('request', (request) => {
    if (request.url().includes('/api/household')) asked.push(request.url())
  })
  await stranger.go('/c/THIS-IS-NO-CODE')
  await stranger.on('bad-code').waitFor()
  await stranger.page.waitForTimeout(500)
  expect(asked).toEqual([])
  await shows(stranger, 'code-bad')
})

journey('in 长辈版 nothing is small: text at least 18, the main targets 60', 'phone', async (elder) => {
  await elder.signInAs('farmer')
  await elder.on('elder').click()
  await elder.page.waitForTimeout(300)
  await shows(elder, 'home-elder')
  await elder.go(start.cards.own)
  await elder.sees('帮我家的人')
  const smallest = await elder.page.evaluate(() => {
    const visible = [...document.querySelectorAll<HTMLElement>('.taro_page *')].filter((node) => node.offsetParent !== null)
    const texts = visible.filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim() !== ''))
    const pressed = visible.filter((node) => node.getAttribute('role') === 'button' || node.getAttribute('role') === 'link')
    return {
      text: Math.min(...texts.map((node) => parseFloat(getComputedStyle(node).fontSize))),
      target: Math.min(...pressed.map((node) => node.getBoundingClientRect().height)),
      wide: document.documentElement.scrollWidth,
    }
  })
  expect(smallest.text).toBeGreaterThanOrEqual(18)
  expect(smallest.target).toBeGreaterThanOrEqual(59.5)
  expect(smallest.wide).toBeLessThanOrEqual(375)
  await shows(elder, 'household-elder')
})

journey('a one-time code from the terminal signs in, and leaving forgets', 'phone', async (farmer) => {
  await farmer.go('/#/pages/me/index')
  await farmer.on('redeem-code').locator('input').fill('ABCD-EFGH-JKMN')
  await farmer.on('redeem').click()
  await farmer.sees('登录码不对')
  await shows(farmer, 'me-wrong-code')
  await farmer.signInAs('farmer')
  await farmer.on('see-me').click()
  await farmer.sees('（农户）')
  await shows(farmer, 'me-farmer')
})

journey('at a desk the page is a readable column', 'desktop', async (farmer) => {
  await farmer.signInAs('farmer')
  await farmer.go(start.cards.own)
  await farmer.sees('帮我家的人')
  await shows(farmer, 'household-desktop')
  await farmer.go('/')
  await farmer.sees('小康码 · 文成县')
  await shows(farmer, 'home-desktop')
})

test('a port in use, a bad option and a broken county pack each get a sentence', async () => {
  const { execFileSync } = await import('node:child_process')
  const fails = (...args: string[]): string => {
    try {
      execFileSync(process.execPath, ['dist/local/start.js', '--data', 'dist/never', ...args], { stdio: 'pipe', timeout: 60_000 })
      return 'it started'
    } catch (error) {
      return String((error as { stderr: Buffer }).stderr)
    }
  }
  expect(fails('--port', new URL(start.url).port)).toMatch(/端口 \d+ 已经被别的程序占用。换一个：npm start -- --port/)
  expect(fails('--port', '0', '--data', start.data)).toContain('正被另一个小康码用着')
  expect(fails('--port', 'abc')).toContain('不是端口号')
  expect(fails('--county', 'nowhere')).toMatch(/nowhere/)
  expect(fails('--nonsense')).toContain('可以用的选项')
}, 120_000)
