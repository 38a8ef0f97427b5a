import type { Browser } from 'playwright-core'
import { browserTest, launchBrowser } from './browser'
import { runStart, type RunningStart } from './local-cloud'
import { visitor, type Visitor } from './visitor'

let browser: Browser | undefined
let start: RunningStart
const here: Visitor[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  start = await runStart()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await start?.stop()
})
afterEach(async () => {
  await Promise.all(here.splice(0).map((one) => one.close()))
})

const comes = async (size: 'phone' | 'desktop' = 'phone') => {
  const one = await visitor(browser!, start.url, size)
  here.push(one)
  return one
}

const shows = async (visit: Visitor, name: string) => {
  await visit.shot(name)
  expect(await visit.seriousFindings()).toEqual([])
}

/** What the demo's page says one would fill in. */
async function tails(): Promise<{ id: string; phone: string }> {
  const text = await (await fetch(`${start.url}/demo`)).text()
  const [, id = '', phone = ''] = /后 6 位 <b>(\w+)<\/b>，手机后 4 位 <b>(\d+)<\/b>/.exec(text) ?? []
  return { id, phone }
}

browserTest('a farmer binds a phone face to face, the grid worker looks, and the farmer reads it and says that it is not right', async () => {
  const [farmer, worker] = [await comes(), await comes()]
  const { id, phone } = await tails()
  await farmer.go(start.cards.own)
  await farmer.on('i-am-family').click()
  await farmer.on('bind-myself').click()
  await farmer.on('id-tail').locator('input').fill(id)
  await farmer.on('phone-tail').locator('input').fill(phone)
  await shows(farmer, 'bind-tails')
  await farmer.on('bind-start').click()
  const digits = (await farmer.on('digits').innerText()).replace(/\D/g, '')
  expect(digits).toMatch(/^\d{6}$/)
  await shows(farmer, 'bind-digits')

  await worker.signInAs('grid-worker')
  await worker.go(start.cards.own)
  await worker.on('confirm-phone').click()
  await worker.on('digits').locator('input').fill('000000')
  await worker.on('confirm').click()
  await worker.sees('对不上')
  await worker.on('digits').locator('input').fill(digits)
  await worker.on('confirm').click()
  await worker.sees(/已给 陈/)
  await shows(worker, 'bind-confirmed')

  await farmer.on('bound-check').click()
  await farmer.sees('帮我家的人')

  await worker.go(start.cards.own)
  await worker.on('purpose-visit').click()
  await worker.on('consent-self').click()
  await worker.sees('家里人')

  await farmer.on('see-looks').click()
  await farmer.sees('巡访')
  expect(await farmer.text()).toContain('南田镇人民政府')
  expect(await farmer.text()).not.toContain('小王')
  await shows(farmer, 'looks')
  await farmer.page.locator('.taro_page:visible [id^="wrong-"]').first().click()
  await farmer.page.locator('.taro_page:visible [id^="words-"] textarea').first().fill('那天没人来过我家')
  await farmer.page.locator('.taro_page:visible [id^="complain-"]').first().click()
  await farmer.sees('已送到 县纪委县监委')
}, 120_000)

browserTest('a farmer lets a daughter see, the daughter sees just that, and it is taken back', async () => {
  const [farmer, daughter] = [await comes(), await comes()]
  await farmer.signInAs('farmer')
  await farmer.go('/#/household/proxies/index')
  await farmer.on('add-proxy').click()
  await farmer.on('proxy-name').locator('input').fill('陈小妹')
  await farmer.on('proxy-relation').locator('input').fill('女儿')
  await shows(farmer, 'proxies-form')
  await farmer.on('allow').click()
  const code = (await farmer.on('proxy-code').innerText()).replace(/[^0-9A-Z]/g, '')
  expect(code).toHaveLength(12)
  await shows(farmer, 'proxies-code')

  await daughter.go('/#/pages/me/index')
  await daughter.on('redeem-code').locator('input').fill(code)
  await daughter.on('redeem').click()
  await daughter.sees('陈**')
  await shows(daughter, 'me-relative')
}, 120_000)

for (const page of ['requests', 'phones', 'copy'] as const) {
  browserTest(`the farmer’s page ${page} can be read, in 长辈版 too`, async () => {
    const farmer = await comes()
    await farmer.signInAs('farmer')
    await farmer.go(`/#/household/${page}/index`)
    await farmer.page.waitForTimeout(1500)
    await shows(farmer, page)
  }, 60_000)
}
