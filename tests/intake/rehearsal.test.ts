import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { rehearsalOver } from '#store/db/rehearsal/rehearsal'
import { startCloud, type Cloud } from '../harness/cloud'
import { importByHand, type Sent } from './by-hand'
import { contentsOf, differences, textOf } from './contents'
import { exitHeadings, numberOf } from './made'
import { oneTown } from './one-town'
import { faulty } from './read'
import { takenFiles } from './truth'

/** What an import leaves besides what its file says: how it was, and that somebody must see to refused rows. */
const noData = ['import_journal', 'alerts', 'alert_events']

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
}, 60_000)
afterAll(() => cloud.close())

const whole = (path: string): Sent => [basename(path), readFileSync(path)]

/** What a rehearsal says would change, and what the same import then changes. */
async function bothWays(sent: Sent, chunkRows = 500) {
  const before = await contentsOf(cloud, noData)
  const rehearsal = rehearsalOver(cloud.db)
  const said = await importByHand(cloud, sent, { cursor: null }, { db: rehearsal.db, chunkRows, rehearsed: true })
  const untouched = differences(before, await contentsOf(cloud, noData))
  const done = await importByHand(cloud, sent, { cursor: null }, { chunkRows })
  const text = (name: string, document: object | null) => (document ? textOf(cloud.keys, name, document) : undefined)
  const rehearsed = rehearsal
    .changes()
    .map((one) => [`${one.collection}/${one._id}`, [text(one.collection, one.before), text(one.collection, one.after)]] as const)
    .filter(([, [was, is]]) => was !== is)
  return {
    untouched,
    said,
    done,
    rehearsed: Object.fromEntries(rehearsed.sort(([a], [b]) => (a < b ? -1 : 1))),
    real: differences(before, await contentsOf(cloud, noData)),
  }
}

async function expectAlike(sent: Sent): Promise<void> {
  const { untouched, said, done, rehearsed, real } = await bothWays(sent)
  expect(untouched).toEqual({})
  expect(said).toEqual(done)
  expect(Object.keys(real).length).toBeGreaterThan(1)
  expect(rehearsed).toEqual(real)
}

describe('a rehearsal changes nothing, and says of each document what the import then does', () => {
  describe('every kind of file', () => {
    beforeAll(() => cloud.empty())
    test.each(takenFiles)('$file', ({ path }) => expectAlike(whole(path)), 60_000)

    test('an exit of somebody on the register, and of somebody unknown', async () => {
      const [, person] = [...(await contentsOf(cloud, noData))].find(
        ([id, text]) => id.startsWith('persons/') && text.includes('"onRegister":true'),
      )!
      const { idSealed: id, name } = JSON.parse(person) as { idSealed: string; name: string }
      const rows = [
        exitHeadings,
        ['1', '大峃镇', '苔湖村', name, id, '死亡', '证明', '周某', '2026-10-12'],
        ['2', '大峃镇', '苔湖村', '甲', numberOf(1), '死亡', '证明', '周某', '2026-03-02'],
      ]
      await expectAlike(['核销.csv', Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))])
    })
  })

  describe('what came first is joined to what comes later', () => {
    beforeAll(() => cloud.empty())
    test.each([...takenFiles].reverse())('$file', ({ path }) => expectAlike(oneTown(path)), 60_000)
  })

  describe('a corrected file, and lines that the bank took back', () => {
    beforeAll(() => cloud.empty())
    test.each(['06a', '06b', '08', '03', '07', '18', '13'])('%s', (start) => expectAlike(whole(faulty(start))), 60_000)
  })
})
