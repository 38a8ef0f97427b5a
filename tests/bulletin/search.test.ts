import { resolve } from 'node:path'
import type { OutputOf } from '#contract/call/action'
import type { bulletin } from '#contract/bulletin/actions'
import { articles } from '#store/public/articles'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { tallies } from '#store/public/tallies'
import { startCloud, type Cloud } from '../harness/cloud'

jest.setTimeout(60_000)
type Found = OutputOf<typeof bulletin.search>
const clouds: Cloud[] = []
const county = async (folder?: string): Promise<Cloud> => {
  jest.resetModules()
  const cloud = await startCloud(folder ? { county: resolve(__dirname, '../..', folder) } : {})
  clouds.push(cloud)
  return cloud
}
afterAll(() => Promise.all(clouds.map((cloud) => cloud.close())))

test('低保, 最低生活保障 and 低收入 lead to the same articles; what is withdrawn is not among them', async () => {
  const cloud = await county()
  const search = (words: string) => cloud.call<Found>('bulletin', 'search', { words })
  const first = await search('低保')
  expect(first.articles[0]).toMatchObject({ id: 'minimum-living', who: expect.any(String) as string })
  expect(first.also).toEqual(['最低生活保障', '低收入', '困难户'])
  expect(new Set((await search(' 低收入。')).articles.map(({ id }) => id))).toEqual(new Set(first.articles.map(({ id }) => id)))
  expect((await search('我家孩子上大学，学费怎么办')).articles.map(({ id }) => id)).toContain('student-aid')
  expect(first).toEqual(
    ((await cloud.reply<Found>('bulletin', 'search', { words: '低保' }, { openid: 'somebody' })) as { data: Found }).data,
  )
  await update(cloud.db, articles, { _id: 'minimum-living' }, { $set: { status: 'withdrawn' } })
  expect((await search('低保')).articles.map(({ id }) => id)).not.toContain('minimum-living')
  await expect(search('  ')).rejects.toThrow('bad-input: 请写要找的字')
  expect((await cloud.rounds.of(() => search('低保'))).rounds).toBe(1)
  expect(await find(cloud.db, tallies, {})).toEqual([])
})

test('letters and traditional characters find what was meant', async () => {
  const [cloud] = clouds
  const search = async (words: string) => (await cloud!.call<Found>('bulletin', 'search', { words })).articles.map(({ id }) => id)
  for (const words of ['xuefei', '學費', 'ｘｕｅｆｅｉ', '學\u200b費']) expect(await search(words)).toContain('student-aid')
  expect(await search('醫療救助')).toContain('medical-aid')
})

test('another county has its own articles and its own words', async () => {
  const cloud = await county('tests/counties/tiny')
  const [article] = cloud.county.articles
  const { articles: found } = await cloud.call<Found>('bulletin', 'search', { words: article!.title })
  expect(found[0]).toMatchObject({ id: article!.id })
})
