import { loadCounty } from '#local/county/load'
import { demoScans } from '#local/demo/scans'

const county = loadCounty('config/counties/wencheng')
const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

test('13,800 scans of posters, in every village, before today, alike on every machine', () => {
  const scans = demoScans(county, '2026-10-20')
  expect(sum(scans.map(({ total }) => total))).toBe(13_800)
  expect(scans.filter(({ total, days }) => sum(Object.values(days)) !== total)).toEqual([])
  expect(new Set(scans.map(({ of }) => of)).size).toBe(county.towns.flatMap(({ villages }) => villages).length)
  const days = scans.flatMap(({ month, days: counts }) => Object.keys(counts).map((date) => `${month}-${date}`))
  expect([days.reduce((a, b) => (a < b ? a : b)) >= '2026-04-23', days.reduce((a, b) => (a > b ? a : b))]).toEqual([true, '2026-10-19'])
  expect(demoScans(county, '2026-10-20')).toEqual(scans)
})
