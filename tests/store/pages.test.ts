import { collection, type Filter } from '#store/db/collection'
import { findEach, pages } from '#store/db/read'
import { insertMany, remove } from '#store/db/write'
import { startTable, type Table } from './table'

interface Leaf {
  _id: string
  n: number
}
const leaves = collection<Leaf>('leaves-under-test')
const leaf = (n: number): Leaf => ({ _id: String(n).padStart(5, '0'), n })

let table: Table
beforeAll(async () => {
  table = await startTable([leaves])
  await insertMany(
    table.db,
    leaves,
    Array.from({ length: 2500 }, (_, i) => leaf(i)),
  )
})
afterAll(() => table.close())

async function sizesOf(filter: Filter, options?: Parameters<typeof pages>[3]): Promise<number[]> {
  const sizes: number[] = []
  for await (const page of pages(table.db, leaves, filter, options)) sizes.push(page.length)
  return sizes
}

test('every document once, a page at a time', async () => {
  expect(await sizesOf({})).toEqual([1000, 1000, 500])
  expect(await sizesOf({ n: { $lt: 1000 } })).toEqual([1000])
  expect(await sizesOf({ n: { $lt: 0 } })).toEqual([])
  expect(await sizesOf({ n: { $gte: 2000 } }, { size: 200 })).toEqual([200, 200, 100])
  expect(new Set((await findEach(table.db, leaves, {})).map(({ n }) => n)).size).toBe(2500)
})

test('it goes on behind an id', async () => {
  expect(await sizesOf({}, { after: leaf(1999)._id })).toEqual([500])
})

test('a page that is done with may be removed', async () => {
  let seen = 0
  for await (const page of pages(table.db, leaves, { n: { $gte: 2000 } }, { size: 100 })) {
    seen += page.length
    await remove(table.db, leaves, { _id: { $in: page.map(({ _id }) => _id) } })
  }
  expect([seen, await sizesOf({ n: { $gte: 2000 } })]).toEqual([500, []])
})

test('nothing more is asked for than is looked at', async () => {
  for await (const page of pages(table.db, leaves, {}, { size: 10 })) {
    expect(page).toHaveLength(10)
    break
  }
})
