import { resolve } from 'node:path'
import type { BulletinHome, PlacePage, PublicFigures } from '#contract/bulletin/actions'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { tuesday } from '../office/officers'
import { settle } from './village'

jest.setTimeout(60_000)
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud({ county: resolve(__dirname, '../counties/tiny') })
})
afterAll(() => cloud.close())

test('a county of a few lines of data: no reports, its own places, programmes, days and counts', async () => {
  const village = cloud.county.towns[0]!.villages[1]!
  await settle(
    cloud,
    Array.from({ length: 25 }, () => ({
      village: village.code,
      paid: { tea: 100 },
      head: [{ kind: 'recognised' as const, on: '2026-10-01' }],
    })),
  )
  expect((await cloud.call<BulletinHome>('bulletin', 'home', {})).county).toMatchObject({ name: '云水县', reports: false })
  await cloud.call('bulletin', 'scan', { place: village.code })
  await cloud.call('bulletin', 'suggest', { words: '茶园的路要修' })
  const page = await cloud.call<PlacePage>('bulletin', 'place', { place: village.code })
  expect(page).toMatchObject({
    place: { name: '下水村', town: '云脚镇' },
    totals: { households: 25, programmes: [{ name: '茶园补助', receivers: 25, creditedFen: 2500 }] },
    noticeDays: 30,
  })
  expect(page.notices).toHaveLength(25)
  expect(await cloud.call<PublicFigures>('bulletin', 'figures', {})).toMatchObject({
    year: '2026',
    scans: 1,
    suggestions: { received: 1, answered: 0 },
    reports: { received: 0, closed: 0 },
  })
})
