import type { Scans } from '#contract/office/publishing'
import { insert } from '#store/db/write'
import { tallies } from '#store/public/tallies'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { tuesday } from '../office/officers'
import { sitting } from './desk'

jest.setTimeout(60_000)
let cloud: Cloud
let officer: As
let [one, other]: string[] = []
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[one, other] = cloud.county.towns[2]!.villages.map(({ code }) => code)
  officer = await sitting(cloud, '吴科员', 'education')
  const scans: [string, string | undefined, number][] = [
    ['2026-09-29', one, 2],
    ['2026-10-01', other, 3],
    ['2026-10-03', one, 4],
    ['2026-10-04', one, 1],
  ]
  for (const [day, place, count] of scans) {
    onlyTheClockIsFake(`${day}T02:00:00Z`)
    await Promise.all(Array.from({ length: count }, () => cloud.call('bulletin', 'scan', { place })))
  }
  await insert(cloud.db, tallies, {
    _id: 'scan/330328102998/2026-10',
    kind: 'scan',
    of: '330328102998',
    month: '2026-10',
    total: 1,
    days: { '02': 1 },
  })
  onlyTheClockIsFake(tuesday)
})
afterAll(() => cloud.close())

const scans = (from: string, until: string) => cloud.call<Scans>('office', 'scans', { from, until }, officer)
const nameOf = (code: string) => `南田镇${cloud.county.towns[2]!.villages.find((village) => village.code === code)!.name}`

test('every day of the range, also those without any; places by name, the most first', async () => {
  expect(await scans('2026-09-30', '2026-10-03')).toEqual({
    total: 8,
    days: [
      { day: '2026-09-30', count: 0 },
      { day: '2026-10-01', count: 3 },
      { day: '2026-10-02', count: 1 },
      { day: '2026-10-03', count: 4 },
    ],
    places: [
      { code: one, name: nameOf(one!), count: 4 },
      { code: other, name: nameOf(other!), count: 3 },
      { code: '330328102998', name: '330328102998', count: 1 },
    ],
  })
})

test('a year in which nobody came is a year of zeros; more than 366 days, or backwards, is refused in words', async () => {
  const year = await scans('2023-10-20', '2024-10-19')
  expect([year.total, year.days.length, year.places]).toEqual([0, 366, []])
  await expect(scans('2025-10-19', '2026-10-20')).rejects.toThrow('bad-input: 一次最多看 366 天')
  await expect(scans('2026-10-20', '2026-10-19')).rejects.toThrow('bad-input: 截止日期早于开始日期')
})

test('the public hears of the whole year in one number', async () => {
  expect(await cloud.call('bulletin', 'figures', {})).toMatchObject({ year: '2026', scans: 11 })
})

test('what the first release counted as visits counts on, however often it is brought over, and together with what came since', async () => {
  await insert(cloud.db, tallies, {
    _id: `visit/${one}/2026-10`,
    kind: 'visit' as 'scan',
    of: one!,
    month: '2026-10',
    total: 7,
    days: { '03': 2, '05': 5 },
  })
  for (let again = 0; again < 2; again++) await cloud.operate('prepare', {})
  const { total, places } = await scans('2026-10-01', '2026-10-05')
  expect([total, places[0]]).toEqual([16, { code: one, name: nameOf(one!), count: 12 }])
  expect(await cloud.call('bulletin', 'figures', {})).toMatchObject({ scans: 18 })
})
