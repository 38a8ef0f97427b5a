import type { PlacePage } from '#contract/bulletin/actions'
import { suggestions } from '#store/public/suggestions'
import { findEach } from '#store/db/read'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { theDesk, village, type Desk } from './desk'

/** What a village says to what is shown on its page. */
let cloud: Cloud
let desk: Desk
const on = (day: string) => onlyTheClockIsFake(`${day}T02:00:00Z`)
beforeAll(async () => {
  on('2026-10-20')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => on('2026-10-20'))
afterEach(() => jest.useRealTimers())

const suggest = (input: object) => cloud.call<{ receipt: string }>('bulletin', 'suggest', { place: village, ...input })

test('whoever thinks otherwise says so without a name; it stands in the case and with who follows up suggestions', async () => {
  const { id } = (await desk.applies()).row
  await desk.looked(id)
  await desk.post(id)
  const page = await cloud.call<PlacePage>('bulletin', 'place', { place: village })
  const shown = page.notices.find(({ showing }) => showing?.caseId === id)!
  expect(shown).toMatchObject({ name: '程**', showing: { until: '2026-10-24' } })
  expect(JSON.stringify(page)).not.toMatch(/程阿婆|程小宝|没有收入|潘小东/)
  const words = '她儿子在县城有两套房'
  await suggest({ words, caseId: id, key: 'a'.repeat(32) })
  // Pressed twice it is one.
  await suggest({ words, caseId: id, key: 'a'.repeat(32) })
  const file = await desk.ask('case', { id })
  expect(file.objections).toEqual([{ on: '2026-10-20', words }])
  const [kept] = await findEach(cloud.db, suggestions, { caseId: id })
  expect(kept).toMatchObject({ state: 'received', place: village, contactSealed: null, agencyId: null })
})

test('what comes when the notice is over, or about no notice at all, is a suggestion like any other and not lost', async () => {
  const { id } = (await desk.applies()).row
  await suggest({ words: '还没公示就有人说', caseId: id })
  await desk.looked(id)
  await desk.post(id)
  on('2026-10-25')
  await suggest({ words: '公示完了才看到', caseId: id })
  await suggest({ words: '说的是没有的公示', caseId: 'x' })
  expect((await desk.ask('case', { id })).objections).toEqual([])
  expect(await findEach(cloud.db, suggestions, { place: village, state: 'received' })).toHaveLength(4)
})
