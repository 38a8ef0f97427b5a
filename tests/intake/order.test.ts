import type { ImportResult } from '#contract/intake/actions'
import { find, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine, warnings } from '#store/intake/quarantine'
import { codes } from '#store/people/register'
import { readFileSync } from 'node:fs'
import { startCloud, type Cloud } from '../harness/cloud'
import { importByHand, type Saved, type Sent } from './by-hand'
import { oneTown } from './one-town'
import { pictureOf } from './picture'
import { takenFiles } from './truth'

let cloud: Cloud
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const byNumber = (...numbers: number[]) => numbers.map((n) => takenFiles.find((file) => file.n === n)!)
const usual = byNumber(1, 2, 3, 4, 7, 5, 9, 10, 8, 6, 12, 11)

let expected: Awaited<ReturnType<typeof pictureOf>>
let ofOneTown: Awaited<ReturnType<typeof pictureOf>>
const results: ImportResult[] = []
const sum = (part: 'quarantined' | 'warned') => results.reduce((total, result) => total + result[part], 0)
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of usual) await cloud.importFile(path)
  expected = await pictureOf(cloud)
  await cloud.empty()
  for (const { path } of usual) results.push(await cloud.importBytes(...oneTown(path)))
  ofOneTown = await pictureOf(cloud)
}, 60_000)

test('the picture is complete: everyone on the register has a household and a code that names their helpers', () => {
  expect(expected.households).toHaveLength(300)
  expect(expected.codes).toHaveLength(396)
  expect(JSON.stringify(expected)).not.toContain('not there')
})

describe('the order of the files does not matter', () => {
  test('by name, as a folder lists them', async () => {
    for (const { path } of byNumber(11, 6, 12, 10, 4, 5, 9, 8, 7, 2, 1, 3)) await cloud.importFile(path)
    expect(await pictureOf(cloud)).toEqual(expected)
  }, 60_000)

  test.each([
    ['the register last', byNumber(12, 6, 4, 3, 8, 2, 10, 9, 7, 5, 11, 1)],
    ['receipts last but for the doctors', byNumber(7, 2, 8, 1, 12, 6, 3, 10, 11, 5, 4, 9)],
    ['the register between plan and receipt', byNumber(9, 5, 3, 11, 1, 2, 4, 12, 10, 6, 7, 8)],
    ['receipt, register, plan', byNumber(4, 2, 1, 11, 3, 5, 8, 7, 9, 6, 12, 10)],
  ])(
    '%s',
    async (_, files) => {
      for (const { path } of files) await cloud.importBytes(...oneTown(path))
      expect(await pictureOf(cloud)).toEqual(ofOneTown)
    },
    60_000,
  )
})

test('in small chunks it comes to the same, and is counted the same', async () => {
  const small: ImportResult[] = []
  for (const { path } of usual) small.push(await importByHand(cloud, oneTown(path), { cursor: null }, { chunkRows: 7 }))
  expect(await pictureOf(cloud)).toEqual(ofOneTown)
  expect(small.map(countsOf)).toEqual(results.map(countsOf))
}, 60_000)

const countsOf = ({ kind, rows, accepted, quarantined, warned, amountFen, added }: ImportResult) => ({
  ...{ kind, rows, accepted, quarantined, warned, amountFen, added },
})

describe('an import that is cut off', () => {
  test.each([
    ['in the usual order', usual],
    ['with the register last', byNumber(4, 6, 3, 12, 10, 2, 9, 8, 7, 5, 11, 1)],
  ])(
    'is done again until it finishes, and leaves what one run leaves: %s',
    async (_, files) => {
      let cut = 0
      for (const { path } of files) cut += await importWithCuts(cloud, oneTown(path))
      // At each of its writes.
      expect(cut).toBeGreaterThanOrEqual(30)
      expect(await pictureOf(cloud)).toEqual(ofOneTown)
      expect(await find(cloud.db, imports, { status: 'running' })).toEqual([])
      expect(await findEach(cloud.db, quarantine, {})).toHaveLength(sum('quarantined'))
      expect(await findEach(cloud.db, warnings, {})).toHaveLength(sum('warned'))
      const cards = await findEach(cloud.db, codes, {})
      expect(new Set(cards.map(({ personId }) => personId)).size).toBe(cards.length)
    },
    120_000,
  )

  test('stands as running in between', async () => {
    const [register] = usual
    const sent: Sent = [register!.file, readFileSync(register!.path)]
    for (let writes = 0; (await find(cloud.db, imports, {})).length === 0; writes++)
      await expect(importByHand(cloud, sent, { cursor: null }, { writes })).rejects.toThrow('cut off')
    expect(await find(cloud.db, imports, {})).toMatchObject([{ status: 'running', kind: 'register', result: null }])
    expect(await cloud.importFile(register!.path)).toMatchObject({ seenBefore: false, accepted: register!.accepted })
    expect(await find(cloud.db, imports, {})).toMatchObject([{ status: 'done' }])
  })
})

/** Cuts an import off at every one of its writes, each time one later, from its beginning or from where it was. Gives how often. */
async function importWithCuts(cloud: Cloud, file: Sent): Promise<number> {
  const saved: Saved = { cursor: null }
  for (let times = 0, writes = 0; ; times++, writes++) {
    try {
      await importByHand(cloud, file, saved, { writes, chunkRows: 20 })
      return times
    } catch (error) {
      // What was under way when it was cut off may arrive during the next try: that try then fails on a duplicate, and is done again.
      if ((error as Error).message !== 'cut off' && (error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    }
  }
}
