import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { totpAt } from '#kernel/totp'
import { browserTest, launchBrowser } from './browser'
import { runStart, type RunningStart } from './local-cloud'
import { visitor, type Visitor } from './visitor'

const root = resolve(__dirname, '../..')
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

const comes = async () => {
  const one = await visitor(browser!, start.url, 'desktop')
  here.push(one)
  return one
}

const shows = async (visit: Visitor, name: string) => {
  await visit.shot(name)
  expect(await visit.seriousFindings()).toEqual([])
}

const press = (visit: Visitor, prefix: string) => visit.page.locator(`.taro_page:visible [id^="${prefix}"]`).first().click()

browserTest('the terminal invites an officer, who opens a desk with passphrase and TOTP and comes back with them', async () => {
  const said = execFileSync(process.execPath, ['dist/local/invite.js', '--data', 'dist/journey-data', '--role', 'officer', '--name', '新科员', '--agency', '县民政局'], { cwd: root }).toString()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)![0]
  const officer = await comes()
  await officer.go('/office')
  await shows(officer, 'office-door')
  await officer.on('office-first-time').click()
  await officer.on('enrol-code').fill(code)
  await officer.on('enrol-start').click()
  const secret = (await officer.on('enrol-secret').innerText()).replace(/\s/g, '')
  const login = `new${Date.now()}`
  await officer.on('enrol-login').fill(login)
  await officer.on('enrol-passphrase').fill('一句自己好记的话没人猜得到')
  await officer.on('enrol-again').fill('一句自己好记的话没人猜得到')
  await shows(officer, 'office-enrol')
  await officer.on('enrol-totp').fill(totpAt(secret, new Date()))
  await officer.on('enrol-finish').click()
  await officer.sees('新科员')
  await officer.on('office-sign-out').click()
  await officer.on('office-login').fill(login)
  await officer.on('office-passphrase').fill('一句自己好记的话没人猜得到')
  await officer.on('office-totp').fill(totpAt(secret, new Date(Date.now() + 30_000)))
  await officer.on('office-sign-in').click()
  await officer.sees('按哪一项授权查')
}, 120_000)

browserTest('a data officer asks, the head agrees, the officer looks under it, and it is taken back at once', async () => {
  const [asks, agrees, looks] = [await comes(), await comes(), await comes()]
  await asks.signInAs('data-officer')
  await asks.go('/#/office/desk/index?at=grants')
  await asks.on('grant-ask-open').click()
  await asks.on('grant-purpose').selectOption({ label: '对象认定核查' })
  await asks.page.locator('.taro_page:visible #grant-area').selectOption({ label: '南田镇' })
  await asks.on('grant-reason').fill('复核南田镇在册对象')
  await shows(asks, 'office-grant-ask')
  await asks.on('grant-ask').click()
  await asks.sees('对象认定核查')

  await agrees.signInAs('head')
  await agrees.go('/#/office/desk/index?at=grants')
  await press(agrees, 'grant-decide-')
  await press(agrees, 'grant-approve-')
  await agrees.page.waitForTimeout(500)
  await shows(agrees, 'office-grants')

  await looks.signInAs('officer')
  await looks.go('/#/office/desk/index?at=look')
  await looks.sees('对象认定核查')
  await shows(looks, 'office-look-choose')
  await looks.page.locator('section[aria-label="对象认定核查"] [id^="look-grant-"]').first().click()
  await looks.page.getByText('看名单').click()
  await looks.sees(/共 \d+ 户/)
  await shows(looks, 'office-look-list')
  await press(looks, 'look-open-')
  await looks.sees('本次查阅已记录')
  await shows(looks, 'office-look-file')
  expect(await looks.text()).toMatch(/330399\*{8}/)
  expect(await looks.text()).not.toMatch(/330399\d{12}/)

  await agrees.page.locator('.taro_page:visible tr', { hasText: '复核南田镇在册对象' }).locator('[id^="grant-revoke-"]').first().click()
  await agrees.page.locator('.taro_page:visible textarea').last().fill('复核做完了')
  await agrees.page.locator('.taro_page:visible [id^="grant-revoke-sure-"], .taro_page:visible #grant-revoke-sure').first().click()
  await agrees.page.waitForTimeout(500)
  await looks.page.reload()
  await looks.sees('按哪一项授权查')
  expect(await looks.text()).not.toContain('对象认定核查')
}, 120_000)

for (const [who, room] of [['head', 'digest'], ['data-officer', 'staff'], ['town-officer', 'cards'], ['discipline', 'requests'], ['head', 'pledge']] as const) {
  browserTest(`${who} opens ${room}`, async () => {
    const one = await comes()
    await one.signInAs(who)
    await one.go(`/#/office/desk/index?at=${room}`)
    await one.page.waitForTimeout(1500)
    await shows(one, `office-${room}`)
  }, 60_000)
}
