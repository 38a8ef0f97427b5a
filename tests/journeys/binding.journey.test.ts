import { browserTest } from './browser'
import { company, shows } from './company'

const { start, comes } = company()

/** What the demo's page says one would fill in. */
async function tails(): Promise<{ id: string; phone: string }> {
  const text = await (await fetch(`${start().url}/demo`)).text()
  const [, id = '', phone = ''] = /后 6 位 <b>(\w+)<\/b>，手机后 4 位 <b>(\d+)<\/b>/.exec(text) ?? []
  return { id, phone }
}

browserTest(
  'a farmer binds a phone face to face, the grid worker looks, and the farmer reads it and says that it is not right',
  async () => {
    const [farmer, worker] = [await comes('phone'), await comes('phone')]
    const { id, phone } = await tails()
    await farmer.go(start().cards.own)
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
    await worker.go(start().cards.own)
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

    await worker.go(start().cards.own)
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
  },
  120_000,
)

browserTest(
  'a farmer lets a daughter see: it counts a day later, both are told, and it is taken back before',
  async () => {
    const [farmer, daughter] = [await comes('phone'), await comes('phone')]
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
    // Whoever holds the farmer's phone for a minute lets nobody in at once.
    await daughter.sees(/起能看/)
    expect(await daughter.page.locator('.taro_page:visible [id^="relative-"]').count()).toBe(0)

    await farmer.go('/#/household/proxies/index')
    await farmer.page.locator('.taro_page:visible [id^="stop-"]').first().click()
    await farmer.page.locator('.taro_page:visible [id^="stop-"][id$="-sure"]').first().click()
    await farmer.sees('已收回')
    await daughter.page.reload()
    await daughter.sees('登录码（12 位）')
    await daughter.seesNoMore(/起能看/)
  },
  120_000,
)

for (const [page, words] of [
  ['requests', '我要更正'],
  ['phones', '就是这一部'],
  ['copy', '进出名册'],
  ['looks', '谁看过我的信息'],
  ['proxies', '让家人看'],
] as const) {
  browserTest(
    `the farmer’s page ${page}, and in 长辈版`,
    async () => {
      const farmer = await comes('phone')
      await farmer.signInAs('farmer')
      await farmer.go(`/#/household/${page}/index`)
      await farmer.sees(words)
      await shows(farmer, page)
      await farmer.page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ data: { elder: true } })))
      await farmer.page.reload()
      await farmer.sees(words)
      await shows(farmer, `${page}-elder`)
    },
    60_000,
  )
}
