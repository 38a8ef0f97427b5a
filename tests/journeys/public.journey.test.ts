import { browserTest } from './browser'
import { company, shows } from './company'
import type { Visitor } from './visitor'

const county = company()

/** The poster of the village that the demo prints cards for. */
const poster = () => `/p/${/--village (\d{12})/.exec(county.start().output)![1]!}`

/** Everything that the phone told the county about who it is. */
const identitiesSent = (someone: Visitor): string[] => {
  const sent: string[] = []
  someone.page.on('request', (request) => {
    const { authorization, cookie } = request.headers()
    if (request.url().includes('/api/bulletin') && (authorization || cookie)) sent.push(request.url())
  })
  return sent
}

const scansCounted = (someone: Visitor) =>
  someone.page.waitForResponse(
    (response) => response.url().endsWith('/api/bulletin') && response.request().postData()?.includes('"scan"') === true,
  )

browserTest(
  'a villager scans the poster with a fresh phone: policy, understood, a suggestion, its receipt, and where it stands',
  async () => {
    const villager = await county.comes('phone')
    const sent = identitiesSent(villager)
    const counted = scansCounted(villager)
    await villager.go(poster())
    expect((await counted).ok()).toBe(true)
    await villager.sees('我们村')
    await shows(villager, 'place')
    const place = (await villager.text()).match(/\S+(?:镇|乡)\S+(?:村|社区|居)/)![0]

    await villager.on('see-policy').click()
    await villager.sees('谁能领')
    await villager.on('article-minimum-living').click()
    await villager.sees('看懂了吗')
    await shows(villager, 'article-feedback')
    await villager.on('understood').click()
    await villager.sees('谢谢告诉我们')
    await villager.on('share').click()
    await villager.on('share-card').waitFor()
    expect(await villager.on('share-address').innerText()).toBe(`${county.start().url}/a/minimum-living`)
    await shows(villager, 'article-shared')

    await villager.go(poster())
    await villager.on('suggest').click()
    await villager.sees(`说的是：${place}`)
    await villager.on('suggest-words').locator('textarea').fill('村口的路灯坏了三个月，晚上走路不安全')
    await shows(villager, 'suggest')
    await villager.on('send-suggestion').click()
    await villager.on('receipt').waitFor()
    await shows(villager, 'suggest-receipt')
    const receipt = (await villager.on('receipt').innerText()).replace(/\s/g, '')
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(sent).toEqual([])

    // Another phone, and the receipt as somebody types it.
    const elsewhere = await county.comes('phone')
    await elsewhere.go('/#/bulletin/suggestion/index')
    await elsewhere
      .on('suggestion-receipt')
      .locator('input')
      .fill(receipt.toLowerCase().replace(/(.{4})(?=.)/g, '$1-'))
    await elsewhere.on('find-suggestion').click()
    await elsewhere.sees('收到了')
    await elsewhere.sees(/最迟 \S+ 转给管这件事的单位/)
    await shows(elsewhere, 'suggestion-status')
  },
  120_000,
)

browserTest(
  'an article that was passed on opens from its address; searching finds what means the same',
  async () => {
    const reader = await county.comes('phone')
    await reader.go('/a/minimum-living')
    await reader.sees('怎么领')
    await reader.go('/#/bulletin/column/index?column=policy')
    await reader.on('search-entry').click()
    await reader.on('search-words').locator('input').fill('低收入')
    await reader.on('search').click()
    await reader.sees(/也找了：.*低保/)
    await shows(reader, 'search-found')
    await reader.on('article-minimum-living').click()
    await reader.sees('看懂了吗')
    await reader.page.goBack()
    await reader.sees(/也找了：.*低保/)
    await reader.go('/#/bulletin/search/index?words=%E9%A3%9E%E6%9C%BA%E7%A5%A8')
    await reader.sees('没有找到说“飞机票”的')
    await shows(reader, 'search-nothing')
  },
  60_000,
)

browserTest(
  'questions answered in public, and how many there were',
  async () => {
    const reader = await county.comes('desktop')
    await reader.go('/#/bulletin/column/index?column=suggestion')
    await reader.sees(/收到意见 \d+ 件/)
    await shows(reader, 'answers-desktop')
  },
  60_000,
)

browserTest(
  'without a net a suggestion is not lost: it is there after the page was left, and goes out later',
  async () => {
    const villager = await county.comes('phone')
    await villager.go('/#/bulletin/suggest/index')
    await villager.on('suggest-words').locator('textarea').fill('桥头的护栏松了')
    await villager.page.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await villager.on('send-suggestion').click()
    await villager.sees('还没有送出去，写的还在')
    await villager.page.unroute('**/api/**')
    await villager.page.reload()
    await villager.on('suggest-words').waitFor()
    expect(await villager.on('suggest-words').locator('textarea').inputValue()).toBe('桥头的护栏松了')
    await villager.on('send-suggestion').click()
    await villager.on('receipt').waitFor()
  },
  60_000,
)

browserTest(
  'a poster that is cut off or of no place says so, and leads on',
  async () => {
    const villager = await county.comes('phone')
    await villager.go('/p/33032810')
    await villager.on('bad-code').waitFor()
    await villager.go('/p/330328999999')
    await villager.sees('没有找到这个村')
    await villager.on('see-policy').click()
    await villager.sees('谁能领')
  },
  60_000,
)

browserTest(
  'in 长辈版 nothing of the public’s pages is small or wider than the phone',
  async () => {
    const elder = await county.comes('phone')
    await elder.go('/')
    await elder.on('elder').click()
    const pages = [
      poster(),
      '/a/minimum-living',
      '/#/bulletin/column/index?column=suggestion',
      '/#/bulletin/suggest/index',
      '/#/bulletin/suggestion/index',
      '/#/bulletin/search/index?words=%E4%BD%8E%E4%BF%9D',
    ]
    for (const [i, address] of pages.entries()) {
      await elder.page.goto('about:blank')
      await elder.go(address)
      await elder.page.waitForLoadState('networkidle')
      const smallest = await elder.page.evaluate(() => {
        const visible = [...document.querySelectorAll<HTMLElement>('.taro_page *')].filter((node) => node.offsetParent !== null)
        const texts = visible.filter((node) =>
          [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim() !== ''),
        )
        const pressed = visible.filter((node) => ['button', 'link', 'tab'].includes(node.getAttribute('role') ?? ''))
        return {
          text: Math.min(...texts.map((node) => parseFloat(getComputedStyle(node).fontSize))),
          target: Math.min(...pressed.map((node) => node.getBoundingClientRect().height)),
          wide: document.documentElement.scrollWidth,
        }
      })
      expect({ address, ...smallest, text: smallest.text >= 18, target: smallest.target >= 59.5, wide: smallest.wide <= 375 }).toEqual({
        address,
        text: true,
        target: true,
        wide: true,
      })
      await shows(elder, `public-elder-${i}`)
    }
  },
  120_000,
)
