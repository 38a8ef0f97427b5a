import { browserTest } from './browser'
import { company, shows } from './company'
import type { Visitor } from './visitor'

const { start, comes } = company()
const once = String(Date.now())

/** What anybody's phone asks of the bulletin. */
async function bulletin<Data>(action: string, input: object): Promise<Data> {
  const reply = await fetch(`${start().url}/api/bulletin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action, input }),
  })
  const { data, error } = (await reply.json()) as { data: Data; error?: { message: string } }
  if (error) throw new Error(error.message)
  return data
}

async function atDesk(who: Parameters<Visitor['signInAs']>[0], room: string, size: 'desktop' | 'phone' = 'desktop'): Promise<Visitor> {
  const one = await comes(size)
  await one.signInAs(who)
  await one.go(`/#/office/desk/index?at=${room}`)
  await one.page.locator('.taro_page:visible main').waitFor()
  return one
}

const rowOf = (one: Visitor, title: string) => one.page.locator('.taro_page:visible #articles-table tbody tr', { hasText: title })
const cardOf = (one: Visitor, words: string) => one.page.locator('.taro_page:visible section', { hasText: words }).last()

browserTest(
  'an article is written beside what the public will see, published by a second person only, read, and taken away',
  async () => {
    const title = `冬天的取暖补贴 ${once}`
    const writes = await atDesk('data-officer', 'publish')
    await writes.on('article-new').click()
    await writes.on('article-title').fill(title)
    await writes.on('article-summary').fill('60 岁以上的老人，每人 200 元。')
    await writes.on('article-who').fill('60 岁以上、家里没人照顾的老人。')
    await writes.on('article-howMuch').fill('每人 200 元，一次给清。')
    await writes.on('article-body').fill('符合条件的老人，钱打到一卡通。\n\n没收到，到村便民服务中心问。')
    await writes.on('article-hints').getByText('符合条件的').waitFor()
    const phone = writes.page.locator('.taro_page:visible .preview__phone')
    expect((await phone.locator('.as-read').boundingBox())!.width).toBe(375)
    expect(await phone.innerText()).toMatch(/60 岁以上、家里没人照顾的老人。[^]*没收到，到村便民服务中心问。/)
    await shows(writes, 'publish-write')
    await writes.on('tab-elder').click()
    await shows(writes, 'publish-write-preview-elder')

    await writes.on('menu-posters').click()
    await writes.sees('最近 30 天')
    await writes.on('menu-publish').click()
    expect(await writes.on('article-title').inputValue()).toBe(title)
    await writes.on('article-save-hand').click()
    await writes.sees('交上去了')
    await shows(writes, 'publish-list')
    const id = (await rowOf(writes, title).locator('[id^="article-read-"]').getAttribute('id'))!.replace('article-read-', '')
    await writes.on(`article-read-${id}`).click()
    await writes.on('article-waits').waitFor()
    expect(await writes.on('article-publish').count()).toBe(0)
    await expect(bulletin('read', { id })).rejects.toThrow()

    const checks = await atDesk('head', 'publish')
    await checks.on(`article-read-${id}`).click()
    await checks.on('article-return').click()
    await checks.on('article-check-trouble').waitFor()
    await shows(checks, 'publish-check')
    await checks.on('article-publish').click()
    await checks.sees('发布了，村民现在看得到')

    const reads = await comes('phone')
    await reads.go(`/a/${id}`)
    await reads.sees(title)
    await reads.on('understood').click()
    await reads.on('understood-thanks').waitFor()
    await writes.page.reload()
    await rowOf(writes, title).getByText('看懂 1 · 没看懂 0').waitFor()

    await checks.on(`article-withdraw-${id}`).click()
    await checks.on('article-withdraw-why').fill('标准改了')
    await checks.on('article-withdraw').click()
    await shows(checks, 'publish-withdraw')
    await checks.on('article-withdraw-sure').click()
    await checks.sees('撤下了，村民看不到了')
    await expect(bulletin('read', { id })).rejects.toThrow()
  },
  180_000,
)

browserTest(
  'a suggestion is given to an agency, answered, edited for the public, and read by its receipt',
  async () => {
    const words = `村口的路灯不亮，我是陈阿公 16012345678。${once}`
    const { receipt } = await bulletin<{ receipt: string }>('suggest', { words, contact: '16012345678' })
    const assigns = await atDesk('data-head', 'suggestions')
    const given = cardOf(assigns, words)
    await given.locator('[id^="suggestion-assign-open-"]').click()
    await given.locator('select').selectOption({ label: '县民政局' })
    await given.locator('textarea').fill('请当面看一看')
    await shows(assigns, 'suggestions-assign')
    await given.locator('button[type="submit"]').click()
    await assigns.sees('交给县民政局了')

    const answers = await atDesk('data-officer', 'suggestions')
    const taken = cardOf(answers, words)
    await taken.getByText('交办时说：请当面看一看').waitFor()
    await taken.locator('[id^="suggestion-answer-open-"]').click()
    await taken.locator('textarea').first().fill('路灯已经报修，十天内亮。')
    await taken.locator('input[type="checkbox"]').check()
    await taken.getByText('手机号 16012345678').waitFor()
    await shows(answers, 'suggestions-answer')
    await taken.locator('textarea[id^="suggestion-question-"]').fill(`村口的路灯不亮。${once}`)
    await taken.locator('button[type="submit"]').click()
    await answers.sees('答复了，也公开了')
    await answers.on('tab-done').click()
    await cardOf(answers, words).getByText('也公开了').waitFor()
    await shows(answers, 'suggestions-done')

    const villager = await comes('phone')
    await villager.go(`/#/bulletin/suggestion/index?receipt=${receipt}`)
    await villager.sees('路灯已经报修，十天内亮。')
    expect(await publicAnswers()).toContain(`村口的路灯不亮。${once}：路灯已经报修，十天内亮。`)
  },
  120_000,
)

/** Every question that was answered in public, with its answer. */
async function publicAnswers(after?: string): Promise<string[]> {
  const { answers, next } = await bulletin<{ answers: { question: string; answer: string }[]; next?: string }>('answers', { after })
  const page = answers.map(({ question, answer }) => `${question}：${answer}`)
  return next === undefined ? page : [...page, ...(await publicAnswers(next))]
}

browserTest(
  'a scan of a poster stands on the chart, one more than before',
  async () => {
    const looks = await atDesk('head', 'posters')
    const before = await scansOn(looks)
    const villager = await comes('phone')
    await villager.page.goto(`${start().url}/demo`)
    const poster = (await villager.page.locator('#poster').getAttribute('href'))!
    const counted = villager.page.waitForResponse((response) => response.request().postData()?.includes('"scan"') ?? false)
    await villager.go(poster)
    await counted
    await looks.page.reload()
    await looks.on('scans-total').waitFor()
    expect(await scansOn(looks)).toBe(before + 1)
    await looks.on('scans-as-table').click()
    expect(
      Number(await looks.page.locator('.taro_page:visible #scans-days tbody tr').first().locator('td').last().innerText()),
    ).toBeGreaterThan(0)
    expect(await looks.page.locator('.taro_page:visible .day-bars__column').count()).toBe(30)
    await shows(looks, 'posters')
    const [file] = await Promise.all([looks.page.waitForEvent('download'), looks.on('scans-save-places').click()])
    expect(file.suggestedFilename()).toMatch(/^海报扫码各地_.*\.csv$/)
  },
  120_000,
)

async function scansOn(one: Visitor): Promise<number> {
  await one.page.locator('.taro_page:visible :is(#scans-total, .empty)').first().waitFor()
  const total = one.on('scans-total')
  return (await total.count()) === 0 ? 0 : Number((await total.innerText()).replace(/\D/g, ''))
}

for (const [room, filled] of [
  ['publish', 'articles-table'],
  ['suggestions', 'tab-open'],
  ['posters', 'tab-year'],
] as const) {
  browserTest(
    `${room}: on a narrow screen and in 长辈版, at both sizes`,
    async () => {
      for (const size of ['phone', 'desktop'] as const) {
        const one = await atDesk('data-head', room, size)
        await one.on(filled).waitFor()
        await one.on(filled === 'articles-table' ? 'tab-published' : filled).click()
        await one.page.waitForTimeout(300)
        await shows(one, `${room}-${size}`)
        await one.on('elder').click()
        await shows(one, `${room}-${size}-elder`)
      }
    },
    120_000,
  )
}
