import { county as countyPack } from '#contract/county/county'
import type { County } from '#domain/county/county'
import { articles } from '#store/public/articles'
import { find } from '#store/db/read'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { tuesday } from '../office/officers'
import { resealAll } from '../keys/resealing'
import { articlesOf, publicly, sitting } from './desk'

jest.setTimeout(60_000)
let cloud: Cloud
let desk: ReturnType<typeof articlesOf>
let author: As
let checker: As
let dataOffice: As
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  desk = articlesOf(cloud)
  ;[author, checker] = [await sitting(cloud, '吴科员'), await sitting(cloud, '郑科员')]
  dataOffice = await sitting(cloud, '数据员', cloud.county.duties.data)
})
afterAll(() => cloud.close())

const prepare = () => cloud.operate('prepare', {})

/** The county pack is another now. The functions read it once, as long as they run. */
async function packBecomes(change: (county: County) => void): Promise<void> {
  const { environment } = await import('#kernel/call/environment')
  change(environment().county)
  await prepare()
}

test('pack articles are everybody’s to see, with figures, and nobody’s to write', async () => {
  for (const as of [author, dataOffice]) {
    const rows = await desk.list(as)
    expect(
      rows
        .filter(({ author: by }) => by === undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(cloud.county.articles.map(({ id }) => id).sort())
    for (const row of rows)
      expect(row).toMatchObject({
        state: 'published',
        version: 0,
        agency: '县数据管理中心',
        can: { edit: false, submit: false, decide: false, withdraw: as === dataOffice },
      })
  }
  await publicly(cloud, 'minimum-living')
  expect((await desk.row('minimum-living', author))!.figures.reads).toBe(1)
  await expect(desk.save(dataOffice, { id: 'minimum-living' })).rejects.toThrow('not-found')
  await expect(desk.withdraw(author, 'minimum-living')).rejects.toThrow('not-found')
})

test('the office’s own are left as they are, published or draft or withdrawn, however often it runs', async () => {
  const published = await desk.published(author, checker)
  const draft = await desk.save(author, { title: '还没写好' })
  const gone = await desk.published(author, checker)
  await desk.withdraw(author, gone.id)
  const before = await find(cloud.db, articles, { _id: { $in: [published.id, draft.id, gone.id] } }, { order: [['_id', 'asc']] })
  await packBecomes((county) => void county.articles.pop())
  await prepare()
  expect(await find(cloud.db, articles, { _id: { $in: [published.id, draft.id, gone.id] } }, { order: [['_id', 'asc']] })).toEqual(before)
  expect(await publicly(cloud, published.id)).toBeDefined()
})

test('one that the data office withdrew stays so until its text changes, also past a new root key', async () => {
  expect(await desk.withdraw(dataOffice, 'farmland', '标准要变')).toMatchObject({
    state: 'withdrawn',
    why: '标准要变',
    can: { withdraw: false },
  })
  await prepare()
  expect(await publicly(cloud, 'farmland')).toBeUndefined()
  cloud.addRootKey()
  await prepare()
  expect(await publicly(cloud, 'farmland')).toBeUndefined()
  await resealAll(cloud)
  await prepare()
  expect(await publicly(cloud, 'farmland')).toBeUndefined()
  expect(await desk.row('farmland', author)).toMatchObject({ state: 'withdrawn', why: '标准要变' })

  await packBecomes((county) => {
    county.articles.find(({ id }) => id === 'farmland')!.howMuch = '每亩 130 元'
  })
  expect(await publicly(cloud, 'farmland')).toMatchObject({ howMuch: '每亩 130 元' })
  expect((await desk.row('farmland', author))!.why).toBeUndefined()
})

test('one that leaves the pack is withdrawn and in nobody’s list; when it comes back it is published again', async () => {
  const { environment } = await import('#kernel/call/environment')
  const leaving = environment().county.articles.find(({ id }) => id === 'housing')!
  await packBecomes((county) => {
    county.articles = county.articles.filter((one) => one !== leaving)
  })
  expect(await publicly(cloud, 'housing')).toBeUndefined()
  expect(await desk.row('housing', dataOffice)).toBeUndefined()
  await packBecomes((county) => void county.articles.push(leaving))
  expect(await publicly(cloud, 'housing')).toMatchObject({ title: leaving.title })
})

test('no pack can have an id that the office gave', async () => {
  const { id } = await desk.save(author)
  const pack = { ...cloud.county, articles: [{ ...cloud.county.articles.at(-1)!, id }] }
  expect(countyPack.safeParse(pack).error!.issues.map(({ path }) => path.join('.'))).toContain('articles.0.id')
})
