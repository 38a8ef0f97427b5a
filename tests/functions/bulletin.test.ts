import type { Day } from '#domain/time/dates'
import type { Article, BulletinHome, BulletinPage } from '#contract/bulletin/actions'
import { articles } from '#store/public/articles'
import { put, update } from '#store/db/write'
import { startCloud, type Cloud } from '../harness/cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

test('the home page needs no sign-in: county, whom to call, the newest of each column', async () => {
  const home = await cloud.call<BulletinHome>('bulletin', 'home', {})
  expect(home.county).toEqual({ name: '文成县', helpLine: cloud.county.texts.helpLine, reports: true })
  for (const column of ['policy', 'news'] as const) {
    const expected = cloud.county.articles
      .filter((one) => one.column === column)
      .map(({ publishedOn }) => publishedOn)
      .sort()
      .reverse()
      .slice(0, 3)
    expect(home[column].map(({ publishedOn }) => publishedOn)).toEqual(expected)
  }
  expect((await cloud.rounds.of(() => cloud.call('bulletin', 'home', {}))).rounds).toBe(1)
})

test('a column is read to its end, page by page, each article once', async () => {
  await put(
    cloud.db,
    articles,
    Array.from({ length: 45 }, (_, i) => ({
      _id: `n${i}`,
      digest: '1',
      column: 'news' as const,
      title: `动态 ${i}`,
      summary: '',
      body: [],
      publishedOn: `2026-0${1 + (i % 3)}-01` as Day,
      status: 'published' as const,
    })),
  )
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await cloud.call<BulletinPage>('bulletin', 'list', { column: 'news', ...(after && { after }) })
    seen.push(...page.articles.map(({ id }) => id))
    after = page.next
  } while (after)
  const pack = cloud.county.articles.filter(({ column }) => column === 'news').length
  expect(seen).toHaveLength(45 + pack)
  expect(new Set(seen).size).toBe(seen.length)
})

test('an article says who, how much, how; a withdrawn one is not found', async () => {
  const {
    articles: [card],
  } = await cloud.call<BulletinPage>('bulletin', 'list', { column: 'policy' })
  expect(await cloud.call<Article>('bulletin', 'read', { id: card!.id })).toMatchObject({
    title: card!.title,
    who: expect.any(String) as string,
    body: expect.any(Array) as string[],
  })
  await update(cloud.db, articles, { _id: card!.id }, { $set: { status: 'withdrawn' } })
  await expect(cloud.call('bulletin', 'read', { id: card!.id })).rejects.toThrow('not-found')
  await expect(cloud.call('bulletin', 'read', { id: 'no-such' })).rejects.toThrow('not-found')
})
