import { find, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine, warnings } from '#store/intake/quarantine'
import { stagedParts } from '#store/intake/staged'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter, requests } from '../harness/cut-off'
import { importByHand, type Saved, type Sent } from './by-hand'
import { oneTown } from './one-town'
import { pictureOf } from './picture'
import { takenFiles } from './truth'

/** A job cut off at any request, whatever it was asking or writing: whoever goes on comes to the same. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
}, 60_000)
afterAll(() => cloud.close())

const files = [1, 3, 4, 7, 9, 10].map((n) => oneTown(takenFiles.find((file) => file.n === n)!.path))
const chunkRows = 20
const kept = async () => ({
  picture: await pictureOf(cloud),
  refused: (await findEach(cloud.db, quarantine, {})).map(({ sheet, row, code }) => `${sheet} ${row} ${code}`).sort(),
  warned: (await findEach(cloud.db, warnings, {})).map(({ sheet, row, code }) => `${sheet} ${row} ${code}`).sort(),
})

test('cut off at more than a hundred random requests, six files leave what they leave undisturbed', async () => {
  for (const file of files) await importByHand(cloud, file, { cursor: null }, { chunkRows })
  const undisturbed = await kept()
  await cloud.empty()
  let seed = 20261129
  const upTo = (most: number) => (seed = (seed * 16807) % 2147483647) % most
  let cuts = 0
  for (const file of files) cuts += await importUnderCuts(file, upTo)
  expect(cuts).toBeGreaterThan(100)
  expect(await kept()).toEqual(undisturbed)
  expect(await find(cloud.db, imports, { status: 'running' })).toEqual([])
  expect(await findEach(cloud.db, stagedParts, {})).toEqual([])
}, 240_000)

/** Each try is given so many requests by chance, and a few more the oftener the same chunk was cut off. Gives how often it was. */
async function importUnderCuts(file: Sent, upTo: (most: number) => number): Promise<number> {
  const saved: Saved = { cursor: null }
  for (let [cuts, stuck] = [0, 0]; ; cuts++) {
    const before = saved.cursor
    try {
      const db = failingAfter(cloud.db, 1 + upTo(8) + 2 * stuck, new Error('cut off'), requests)
      const { refused } = await importByHand(cloud, file, saved, { db, chunkRows })
      expect(refused).toBeUndefined()
      return cuts
    } catch (error) {
      // What was under way when it was cut off may arrive during the next try: that try then fails on a duplicate, and is done again.
      if ((error as Error).message !== 'cut off' && (error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
      stuck = saved.cursor === before ? stuck + 1 : 0
    }
  }
}
