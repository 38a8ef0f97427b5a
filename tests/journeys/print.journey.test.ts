import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import { tokenInScan } from '#domain/access/code-token'
import { browserTest, launchBrowser } from './browser'
import { shows } from './company'
import { runCopy, type RunningStart } from './local-cloud'
import { visitor } from './visitor'

let browser: Browser | undefined
let start: RunningStart
const out = mkdtempSync(join(tmpdir(), 'xiaokang-cards-'))

beforeAll(async () => {
  browser = await launchBrowser()
  start = await runCopy()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await start?.stop()
})

/** What an independent decoder reads in a picture. */
const decoded = (picture: Buffer): string | undefined => {
  const { data, width, height } = PNG.sync.read(picture)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

browserTest(
  'a village’s cards and poster are printed while the server runs, and each card’s code decodes',
  async () => {
    const village = /--village (\d{12})/.exec(start.output)![1]!
    const said = execFileSync(process.execPath, [
      'dist/local/codes.js',
      '--village',
      village,
      '--data',
      start.data,
      '--out',
      out,
    ]).toString()
    expect(said).toMatch(/\d+ 张卡片和一张海报/)

    const page = await browser!.newPage()
    await page.goto(`file://${join(out, `cards-${village}.html`)}`)
    const cards = page.locator('.card')
    const count = await cards.count()
    expect(said).toContain(`${count} 张卡片`)
    const tokens = new Set<string>()
    for (let i = 0; i < count; i++) {
      const address = decoded(await cards.nth(i).locator('svg').screenshot())
      expect(address).toMatch(/^https:\/\/xiaokang\.example\/c\/1[0-9A-Z]{24}$/)
      tokens.add(tokenInScan(address!)!)
      expect((await cards.nth(i).innerText()).replace(/\s/g, '')).toContain(tokenInScan(address!)!)
    }
    expect(tokens.size).toBe(count)

    // 37 modules and a quiet zone of 4 on each side: the modules themselves are at least 30 mm.
    const { width } = (await cards.first().locator('svg').boundingBox())!
    expect((width / 96) * 25.4 * (37 / 45)).toBeGreaterThanOrEqual(30)
    // Names are masked: one character, then stars.
    for (const name of await page.locator('.who b').allInnerTexts()) expect(name).toMatch(/^.\*+$/u)
    await page.screenshot({ path: 'dist/screenshots/cards.png' })

    await page.close()
  },
  120_000,
)

browserTest(
  'a village’s poster is one A4 sheet whose two codes decode, for the eye of a phone and for whoever cannot scan',
  async () => {
    const village = /--village (\d{12})/.exec(start.output)![1]!
    execFileSync(process.execPath, ['dist/local/codes.js', '--village', village, '--data', start.data, '--out', out])
    // As wide and as high as A4 within its margins.
    const page = await browser!.newPage({ viewport: { width: Math.floor((190 / 25.4) * 96), height: Math.floor((277 / 25.4) * 96) } })
    await page.goto(`file://${join(out, `poster-${village}.html`)}`)
    await page.emulateMedia({ media: 'print' })
    expect(decoded(await page.locator('.place svg').screenshot())).toBe(`https://xiaokang.example/p/${village}`)
    expect(decoded(await page.locator('.report svg').screenshot())).toBe('https://xiaokang.example/r/')
    const text = (await page.locator('main').innerText()).replace(/\s/g, '')
    for (const words of [
      '政策看得见',
      '提个意见',
      '不留名举报',
      '用手机自带的浏览器或相机扫',
      '有困难打12345',
      village,
      '演示用，不要张贴',
    ])
      expect(text).toContain(words)
    // Nothing is cut off or pushed onto a second sheet.
    const within = await page.evaluate(() =>
      [...document.querySelectorAll('main *')].every((node) => {
        const { left, right, bottom } = node.getBoundingClientRect()
        return left >= 0 && right <= window.innerWidth + 1 && bottom <= window.innerHeight
      }),
    )
    expect(within).toBe(true)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.screenshot({ path: 'dist/screenshots/poster.png', fullPage: true })
    await page.close()
  },
  120_000,
)

test('a village without any code still gets its poster', () => {
  const empty = mkdtempSync(join(tmpdir(), 'xiaokang-no-codes-'))
  const said = execFileSync(
    process.execPath,
    ['dist/local/codes.js', '--village', '330328104202', '--data', join(empty, 'data'), '--out', empty],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  ).toString()
  expect(said).toContain('一张海报（还没有发过码')
  expect(readdirSync(empty).filter((file) => file.endsWith('.html'))).toEqual(['poster-330328104202.html'])
  rmSync(empty, { recursive: true })
}, 60_000)

test('an unknown village gets a sentence', () => {
  try {
    execFileSync(process.execPath, ['dist/local/codes.js', '--village', '1', '--data', out], { stdio: 'pipe' })
    throw new Error('it printed something')
  } catch (error) {
    expect(String((error as { stderr?: Buffer }).stderr)).toContain('不认得村码 1')
  }
})

browserTest(
  'a town prints the cards of a village from the desk, ten to a page of A4, and marks them until they are handed over',
  async () => {
    const town = await visitor(browser!, start.url, 'desktop')
    await town.signInAs('town-officer')
    await town.go('/#/office/desk/index?at=cards')
    await town.on('card-villages').waitFor()
    await shows(town, 'office-cards')
    await town.page.locator('.taro_page:visible [id^="cards-open-"]').first().click()
    await town.on('village-cards').waitFor()
    await shows(town, 'office-cards-village')
    await town.on('cards-all').click()
    await town.on('cards-print').click()
    await town.on('cards-print-now').waitFor()
    await shows(town, 'office-cards-print')

    const { page } = town
    await page.emulateMedia({ media: 'print' })
    const faces = page.locator('.printed-card')
    const count = await faces.count()
    const pages = await page.locator('.card-page').evaluateAll((all) => all.map(({ children }) => children.length))
    expect(pages).toEqual(Array.from({ length: Math.ceil(count / 10) }, (_, i) => Math.min(10, count - i * 10)))
    const qr = faces.first().locator('.qr')
    // Of the picture itself, without what may be around it.
    const width = await qr.evaluate((node) => node.clientWidth - 2 * parseFloat(getComputedStyle(node).paddingLeft))
    expect((width / 96) * 25.4 * (37 / 45)).toBeGreaterThanOrEqual(30)
    expect(decoded(await qr.screenshot())).toMatch(/^https:\/\/xiaokang\.example\/c\/1[0-9A-Z]{24}$/)
    for (const face of await faces.all())
      expect(await face.evaluate((node) => node.scrollHeight <= node.clientHeight && node.scrollWidth <= node.clientWidth)).toBe(true)
    await page.screenshot({ path: 'dist/screenshots/office-cards-paper.png', fullPage: true })
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(pages.length)
    await page.emulateMedia({ media: 'screen' })

    await town.on('cards-print-done').click()
    await town.sees(`记下了，${count} 张。`)
    await town.on('tab-printed').click()
    await town.on('village-cards').locator('.ticks__box').first().click()
    await town.on('cards-handed').click()
    await town.on('cards-handed-self').click()
    await town.sees('记下了，1 张。')
    expect(await town.on('tab-handed').innerText()).toBe('发到手了 1')
    await town.on('tab-handed').click()
    expect(await town.on('village-cards').innerText()).toContain('本人领了')
    await shows(town, 'office-cards-handed')
    await town.close()
  },
  120_000,
)
