import type { ImportResult } from '#contract/intake/actions'
import { momentOf } from '#kernel/call/clock'
import { blindIndex } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { codes, events, households, persons, type Code, type Household, type Person } from '#store/people/register'
import type { Cloud } from '../harness/cloud'
import { exitHeadings, numberOf, registerHeadings, workbook } from '../intake/made'

/** Somebody of a list: their number, name, and what they are to the head. */
type Member = [n: number, name: string, relation: string]
export interface Home {
  village?: string
  category?: string
  members: Member[]
}
let files = 0

/** A register of some day: each household its members, the head first. */
export function registerOf(cloud: Cloud, day: string, ...homes: Home[]): Promise<ImportResult> {
  const rows = homes.flatMap(({ village = '苔湖村', category = '低保', members }) =>
    members.map(([n, name, relation], i) => {
      const [head] = members
      const own = i === 0 ? ['1', '大峃镇', village, head![1], numberOf(head![0]), members.length] : [null, null, null, null, null, null]
      const paid = i === 0 ? [`DB${head![0]}`, 762, null] : [null, null, null]
      return [...own, name, relation, numberOf(n), category, ...paid]
    }),
  )
  return cloud.importBytes(`名册${++files}.xlsx`, workbook([['低收入农户名册'], [`制表日期：${day}`], registerHeadings, ...rows]))
}

/** A list of who left. */
export const exitsOf = (cloud: Cloud, ...rows: [n: number, name: string, on: string, reason?: string][]): Promise<ImportResult> =>
  cloud.importBytes(
    `核销${++files}.xlsx`,
    workbook([
      ['文成县低收入农户核销退出名册'],
      exitHeadings,
      ...rows.map(([n, name, on, reason = '死亡'], i) => [i + 1, '大峃镇', '苔湖村', name, numberOf(n), reason, '证明', '周某', on]),
    ]),
  )

export const cadreOf = (cloud: Cloud, n: number, name: string, helper: string): Promise<ImportResult> =>
  cloud.importBytes(
    `结对${++files}.xlsx`,
    workbook([
      ['户主', '户主身份证', '帮扶单位', '帮扶干部', '联系电话', '上次走访日期'],
      [name, numberOf(n), '县审计局', helper, '16000000009', '2026-05-01'],
    ]),
  )

/** What decides: the cloud's parts on a day. */
export const deciding = ({ db, keys, county }: Cloud, at = '2026-11-20T02:00:00.000Z') => ({
  ...{ db, keys, county },
  moment: momentOf(new Date(at)),
})

export const personNamed = async ({ db, keys }: Cloud, n: number): Promise<Person> =>
  (await find(db, persons, { idIndex: blindIndex(keys, 'id-number', numberOf(n)) }))[0]!
export const homeOf = async (cloud: Cloud, n: number): Promise<Household> =>
  (await find(cloud.db, households, { _id: (await personNamed(cloud, n)).householdId }))[0]!
export const codesOf = async (cloud: Cloud, n: number): Promise<Code[]> =>
  findEach(cloud.db, codes, { personId: (await personNamed(cloud, n))._id })
/** What happened to somebody and changed anything, in the order of days. */
export const happenedTo = async (cloud: Cloud, n: number): Promise<string[]> =>
  (await findEach(cloud.db, events, { personId: (await personNamed(cloud, n))._id, repeats: { $exists: false } }))
    .map(({ kind, on }) => `${on} ${kind}`)
    .sort()
