import type { Article } from '#contract/bulletin/actions'
import { find } from '#store/db/read'
import { insert } from '#store/db/write'
import { tallies } from '#store/public/tallies'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { laterBy, tuesday } from '../office/officers'
import { linesOf } from '../harness/log'

jest.setTimeout(60_000)
const openid = 'o-reader-5566'
let cloud: Cloud
let [first, second]: string[] = []
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[first, second] = cloud.county.articles.map(({ id }) => id)
})
afterAll(() => cloud.close())

const counted = async (of: string) =>
  Object.fromEntries((await find(cloud.db, tallies, { of })).map(({ kind, total, days }) => [kind, { total, days }]))
const read = (id: string, as?: As) => cloud.call<Article>('bulletin', 'read', { id }, as)
const feedback = (id: string, understood: boolean, as?: As) => cloud.call('bulletin', 'feedback', { id, understood }, as)

test('a reading is counted for the article and the day, over HTTP and WeChat alike; all at once are all counted', async () => {
  await Promise.all(Array.from({ length: 6 }, (_, i) => read(first!, i % 2 ? { openid } : 'stranger')))
  laterBy(24 * 60)
  await read(first!)
  expect(await counted(first!)).toEqual({ read: { total: 7, days: { 20: 6, 21: 1 } } })
})

test('看懂了 and 没看懂 are counted apart', async () => {
  expect(await feedback(first!, true, { openid })).toEqual({ noted: true })
  await feedback(first!, true)
  await feedback(first!, false)
  expect(await counted(first!)).toMatchObject({ understood: { total: 2 }, unclear: { total: 1 } })
})

test('an article that there is not is neither read nor counted', async () => {
  await expect(read('no-such')).rejects.toThrow('not-found')
  await expect(feedback('no-such', true)).rejects.toThrow('not-found')
  expect(await counted('no-such')).toEqual({})
})

test('whoever reads gets the article though it cannot be counted; the log says that, and not who', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await insert(cloud.db, tallies, {
    _id: `read/${second!}/2026-10`,
    kind: 'read',
    of: second!,
    month: '2026-10',
    total: 0,
    days: 'damaged' as never,
  })
  expect(await read(second!, { openid })).toMatchObject({ id: second })
  expect(linesOf(said)).toMatchObject([{ level: 'error', function: 'bulletin', action: 'read' }])
  expect(JSON.stringify(said.mock.calls)).not.toContain(openid)
  said.mockRestore()
})

test('nothing of who reads is kept anywhere', async () => {
  const { collections } = await import('#store/all')
  const kept = await Promise.all(
    collections.map(async ({ name }) => JSON.stringify((await cloud.db.collection(name).limit(1000).get()).data)),
  )
  expect(kept.join()).not.toContain(openid)
  expect(JSON.stringify(await find(cloud.db, tallies, {}))).not.toMatch(/T\d\d:|127\.0\.0\.1/)
})

test('an article tells its own date, its document’s, and until when it holds', async () => {
  const { articles } = await import('#store/public/articles')
  await insert(cloud.db, articles, {
    _id: 'dated',
    digest: '',
    status: 'published',
    column: 'news',
    title: '有日子的',
    summary: '一句',
    body: ['正文'],
    publishedOn: '2026-10-19',
    sourceDocument: '文民〔2026〕1号',
    sourceDate: '2026-10-01',
    validUntil: '2026-12-31',
  })
  expect(await read('dated')).toMatchObject({ publishedOn: '2026-10-19', sourceDate: '2026-10-01', validUntil: '2026-12-31' })
  const { articles: cards } = await cloud.call<{ articles: Article[] }>('bulletin', 'list', { column: 'news' })
  expect(cards.find(({ id }) => id === 'dated')).toMatchObject({ validUntil: '2026-12-31' })
})
