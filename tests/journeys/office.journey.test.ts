import { browserTest } from './browser'
import { company, shows } from './company'
import { opensDesk } from './newcomer'
import type { Visitor } from './visitor'

const { comes, start } = company()

const press = (visit: Visitor, prefix: string) => visit.page.locator(`.taro_page:visible [id^="${prefix}"]`).first().click()

browserTest(
  'the terminal invites an officer, who opens a desk with passphrase and TOTP and comes back with them',
  async () => {
    const officer = await comes('desktop')
    const { login, passphrase, code } = await opensDesk(officer, start(), '新科员', '县民政局')
    await officer.on('office-sign-out').click()
    await officer.on('office-login').fill(login)
    await officer.on('office-passphrase').fill(passphrase)
    await officer.on('office-totp').fill(code(30))
    await officer.on('office-sign-in').click()
    // The desk opens with what waits.
    await officer.sees('待办')
    await officer.sees('新科员')
  },
  120_000,
)

browserTest(
  'a data officer asks, the head agrees, the officer looks under it, and it is taken back at once',
  async () => {
    const [asks, agrees, looks] = [await comes('desktop'), await comes('desktop'), await comes('desktop')]
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
    // What the grant does not name is not there, not even masked.
    expect(await looks.text()).not.toMatch(/330399|\d{4}\*/)

    await agrees.page.locator('.taro_page:visible tr', { hasText: '复核南田镇在册对象' }).locator('[id^="grant-revoke-"]').first().click()
    await agrees.page.locator('.taro_page:visible textarea').last().fill('复核做完了')
    await agrees.page.locator('.taro_page:visible [id^="grant-revoke-sure-"], .taro_page:visible #grant-revoke-sure').first().click()
    await agrees.page.waitForTimeout(500)
    await looks.page.reload()
    await looks.sees('按哪一项授权查')
    expect(await looks.text()).not.toContain('对象认定核查')
  },
  120_000,
)

for (const [who, room, words] of [
  ['head', 'monthly', '查阅月报'],
  ['data-officer', 'staff', '邀请一个人'],
  ['town-officer', 'counter', '卡片号码'],
  ['discipline', 'requests', '办理'],
  ['head', 'pledge', '责任书'],
] as const) {
  browserTest(
    `${who} opens ${room}, at a desk and on a narrow screen`,
    async () => {
      for (const size of ['desktop', 'phone'] as const) {
        const one = await comes(size)
        await one.signInAs(who)
        await one.go(`/#/office/desk/index?at=${room}`)
        await one.page.locator('.taro_page:visible main').getByText(words).first().waitFor()
        await shows(one, `office-${room}-${size}`)
      }
    },
    60_000,
  )
}
