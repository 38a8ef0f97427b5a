import { find } from '#store/db/read'
import { collections } from '#store/all'
import { tallies } from '#store/public/tallies'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { tuesday } from '../office/officers'

jest.setTimeout(60_000)
const [openid, sourceIp] = ['o-scanner-7788', '127.9.8.7']
let cloud: Cloud
let place: string
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  place = cloud.county.towns[2]!.villages[1]!.code
})
afterAll(() => cloud.close())

const everything = async () =>
  JSON.stringify(await Promise.all(collections.map(async ({ name }) => (await cloud.db.collection(name).limit(1000).get()).data)))
const scan = (code: string, wechat: boolean) =>
  cloud.reply('bulletin', 'scan', { place: code }, wechat ? { openid } : 'stranger', {
    sourceIp,
    headers: { 'user-agent': 'planted-browser' },
  })

test('scans at once are all counted, for the place and the day; nothing else is written or logged', async () => {
  const said = (['log', 'info', 'warn', 'error'] as const).map((name) => jest.spyOn(console, name))
  const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => scan(place, i % 2 === 0)))
  for (const reply of replies) expect(reply).toMatchObject({ data: { noted: true } })
  expect(await find(cloud.db, tallies, {})).toEqual([
    { _id: `scan/${place}/2026-10`, kind: 'scan', of: place, month: '2026-10', total: 20, days: { 20: 20 } },
  ])
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
  const kept = await everything()
  for (const trace of [openid, sourceIp, 'planted-browser']) expect(kept).not.toContain(trace)
})

test('a place that there is not: the same reply, and nothing is counted', async () => {
  const before = await everything()
  for (const code of ['330328102999', '339900100200', `${cloud.county.towns[2]!.code}000`])
    expect(await scan(code, false)).toMatchObject({ data: { noted: true } })
  expect(await everything()).toBe(before)
})

test('a flood is answered alike, but not counted beyond what a county can do', async () => {
  const counted = async () => (await find(cloud.db, tallies, {})).reduce((sum, { total }) => sum + total, 0)
  const before = await counted()
  for (let sent = 0; sent < 1250; sent += 50) {
    for (const reply of await Promise.all(Array.from({ length: 50 }, () => scan(place, false))))
      expect(reply).toMatchObject({ data: { noted: true } })
  }
  expect((await counted()) - before).toBeLessThanOrEqual(1200)
})
