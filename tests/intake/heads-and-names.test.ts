import type { ImportResult } from '#contract/intake/actions'
import { blindIndex } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { warnings } from '#store/intake/quarantine'
import { households, persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { exitHeadings, numberOf, registerHeadings, workbook } from './made'
import { pictureOf } from './picture'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const register = (cloud: Cloud, day: string, ...members: [n: number, name: string, relation: string][]): Promise<ImportResult> => {
  const [head] = members
  const rows = members.map(([n, name, relation], i) => [
    ...(i === 0 ? ['1', '大峃镇', '苔湖村', head![1], numberOf(head![0]), members.length] : [null, null, null, null, null, null]),
    name,
    relation,
    numberOf(n),
    '低保',
    i === 0 ? 'DB1' : null,
    i === 0 ? 762 : null,
    i === 0 ? '2020-01' : null,
  ])
  return cloud.importBytes('名册.xlsx', workbook([['低收入农户名册'], [`制表日期：${day}`], registerHeadings, ...rows]))
}
const exit = (cloud: Cloud, n: number, name: string, reason: string, on: string) =>
  cloud.importBytes(
    '核销.xlsx',
    workbook([['核销退出名册'], exitHeadings, [1, '大峃镇', '苔湖村', name, numberOf(n), reason, '证明', '周某', on]]),
  )
const homeOf = async (cloud: Cloud, n: number) => {
  const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(n)) })
  return (await find(cloud.db, households, { _id: person!.householdId }))[0]!
}
const family: [number, string, string][] = [
  [1, '陈甲', '户主'],
  [2, '林乙', '配偶'],
]

test('after the head’s death the household says so, today, whichever list comes first', async () => {
  await register(cloud, '2026-10-10', ...family)
  const before = await homeOf(cloud, 2)
  await exit(cloud, 1, '陈甲', '死亡', '2026-10-20')
  const home = await homeOf(cloud, 2)
  expect(home).toMatchObject({
    onRegister: true,
    headLeft: { on: '2026-10-20', died: true },
    members: [{ name: '陈甲', left: { died: true } }, { name: '林乙' }],
  })
  expect(home.members[1]).not.toHaveProperty('left')
  expect(home.importedAt > before.importedAt).toBe(true)
  const { people, households: homes, events } = await pictureOf(cloud)

  await cloud.empty()
  await exit(cloud, 1, '陈甲', '死亡', '2026-10-20')
  await register(cloud, '2026-10-10', ...family)
  expect(await pictureOf(cloud)).toMatchObject({ people, households: homes, events })
})

test('a new head ends it; somebody else who left is marked alone', async () => {
  await register(cloud, '2026-10-10', ...family, [3, '陈丙', '子'])
  await exit(cloud, 3, '陈丙', '户籍迁出', '2026-10-15')
  expect(await homeOf(cloud, 2)).toMatchObject({ members: [{}, {}, { left: { died: false, on: '2026-10-15' } }] })
  expect(await homeOf(cloud, 2)).not.toHaveProperty('headLeft')
  await exit(cloud, 1, '陈甲', '病故', '2026-10-20')
  await register(cloud, '2026-11-10', [2, '林乙', '户主'])
  expect(await homeOf(cloud, 2)).toMatchObject({ headName: '林乙', members: [{ name: '林乙' }] })
  expect(await homeOf(cloud, 2)).not.toHaveProperty('headLeft')
})

describe('two lists of one day that call somebody differently', () => {
  const differs = async (cloud: Cloud) => (await find(cloud.db, warnings, { code: 'name_differs' })).map(({ message }) => message)

  test.each<[string, ((cloud: Cloud) => Promise<unknown>)[], string]>([
    [
      'two registers',
      [
        (cloud) => register(cloud, '2026-10-10', [1, '陈甲', '户主'], [2, '林乙', '配偶']),
        (cloud) => register(cloud, '2026-10-10', [1, '陈甲', '户主'], [2, '林一', '配偶'], [3, '陈丙', '子']),
      ],
      '林一',
    ],
    [
      'a register and a list: the register’s name holds',
      [
        (cloud) => register(cloud, '2026-10-10', [1, '陈甲', '户主'], [2, '林乙', '配偶']),
        (cloud) => exit(cloud, 2, '林一', '户籍迁出', '2026-10-20'),
      ],
      '林乙',
    ],
  ])('%s: the same name in any order, and a warning', async (_, lists, name) => {
    for (const order of [lists, [...lists].reverse()]) {
      await cloud.empty()
      for (const list of order) await list(cloud)
      const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(2)) })
      const home = await homeOf(cloud, 1)
      expect([person!.name, home.members[1]!.name]).toEqual([name, name])
      expect(await differs(cloud)).toEqual([expect.stringMatching(/林[乙一].*林[乙一]/)])
    }
  })
})
