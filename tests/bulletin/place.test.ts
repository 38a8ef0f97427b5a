import type { PlacePage } from '#contract/bulletin/actions'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { tuesday } from '../office/officers'
import { secret, settle, times } from './village'

jest.setTimeout(60_000)
let cloud: Cloud
let [large, small, empty, lively]: string[] = []
let planted: Awaited<ReturnType<typeof settle>>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  ;[large, small, empty, lively] = cloud.county.towns[2]!.villages.map(({ code }) => code)
  planted = await settle(cloud, [
    ...times(12, { village: large!, paired: true, paid: { 'minimum-living': 10_011 } }),
    ...times(9, { village: large!, category: 'near-minimum', waiting: { 'minimum-living': 5 } }),
    ...times(3, { village: large!, category: 'destitute', paid: { 'upper-grant': 777_123 } }),
    ...times(8, { village: large!, category: 'disability-only', paired: true }),
    ...times(4, { village: large!, category: 'destitute', onRegister: false, paired: true, paid: { 'minimum-living': 99_999 } }),
    ...times(3, { village: small!, paid: { 'minimum-living': 888_456 } }),
    {
      village: lively!,
      head: [{ kind: 'recognised', on: '2026-10-08' }],
      wife: [{ kind: 'recognised', on: '2026-10-08' }],
      category: 'near-minimum',
    },
    {
      village: lively!,
      headName: '王去年',
      onRegister: false,
      head: [
        { kind: 'recognised', on: '2020-01-01' },
        { kind: 'exited', on: '2026-09' },
      ],
    },
    { village: lively!, wife: [{ kind: 'exited', on: '2026-09-30' }] },
    { village: lively!, headName: '赵太早', head: [{ kind: 'exited', on: '2026-09-19' }] },
    { village: lively!, headName: '钱太早', head: [{ kind: 'exited', on: '2026-08' }] },
    { village: lively!, headName: '孙以后', head: [{ kind: 'recognised', on: '2026-10-21' }] },
  ])
})
afterAll(() => cloud.close())

const page = (place: string) => cloud.call<PlacePage>('bulletin', 'place', { place })

describe('totals', () => {
  test('of who is on the register; a small number is few, and what would give it away is left out', async () => {
    const { place, totals } = await page(large!)
    const [town] = [cloud.county.towns[2]!]
    expect(place).toEqual({ code: large, name: town.villages[0]!.name, town: town.name })
    expect(totals).toEqual({
      people: 64,
      households: 32,
      pairedHouseholds: 20,
      month: '2026-10',
      byCategory: [
        { name: '低保户', households: 12 },
        { name: '低边户', households: 9 },
        { name: '特困户', households: 'few' },
        { name: '刚性支出困难户', households: 0 },
        { name: '监测户', households: 0 },
      ],
      programmes: [
        { name: nameOf('minimum-living'), receivers: 12, creditedFen: 120_132 },
        { name: nameOf('upper-grant'), receivers: 'few' },
      ],
    })
  })
  test('of a village of a few', async () => {
    expect((await page(small!)).totals).toEqual({
      people: 6,
      households: 'few',
      pairedHouseholds: 0,
      byCategory: [],
      month: '2026-10',
      programmes: [{ name: nameOf('minimum-living'), receivers: 'few' }],
    })
  })
  test('of nobody', async () => {
    expect(await page(empty!)).toMatchObject({ totals: { people: 0, households: 0, byCategory: [], programmes: [] }, notices: [] })
  })
})
const nameOf = (programme: string) => cloud.county.programmes.find(({ id }) => id === programme)!.name

test('notices: of the days that the pack says, masked, one for a household with its head, the same reason for everybody', async () => {
  const { notices, noticeDays } = await page(lively!)
  expect(noticeDays).toBe(30)
  expect(notices).toEqual([
    { name: '陈**', kind: 'entry', category: '低边户', on: '2026-10-08', reason: '经核查符合条件，列入低收入农户名册' },
    { name: '王**', kind: 'exit', on: '2026-09', reason: '经核查情况有变化，退出低收入农户名册' },
    { name: '李**', kind: 'exit', on: '2026-09-30', reason: '经核查情况有变化，退出低收入农户名册' },
  ])
})

test('nothing personal on any of the pages, over HTTP or WeChat: no name, number, phone, card, illness, reason, id, nor an amount of a few', async () => {
  const told = JSON.stringify(
    await Promise.all(
      [large, small, empty, lively].flatMap((place) => [
        cloud.reply('bulletin', 'place', { place }),
        cloud.reply('bulletin', 'place', { place }, { openid: 'somebody' }),
      ]),
    ),
  )
  const amounts = ['777123', '2331369', '888456', '2665368', '99999', '10011']
  const leaked = [...Object.values(secret), ...planted.ids, ...planted.secrets, ...amounts, '王去年', '赵', '钱太早', '孙'].filter((one) =>
    told.includes(one),
  )
  expect(leaked).toEqual([])
})

test('a place that the county does not have is not found: invented, another county’s, one whose name is not known', async () => {
  for (const place of ['330328102999', '339900100200', `${cloud.county.towns[2]!.code}000`])
    await expect(page(place)).rejects.toThrow(/not-found: .*便民服务中心/)
  await expect(page('33032810')).rejects.toThrow('bad-input')
})

test('two rounds to the database', async () => {
  expect((await cloud.rounds.of(() => page(large!))).rounds).toBe(2)
})
