import type { SourceAnswer } from '#contract/supervision/source'
import type { SourceOf } from '#domain/people/stated'
import { blindIndex } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { persons } from '#store/people/register'
import type { As, Cloud } from '../harness/cloud'
import { aGrant, aPledgedAgency, aStaff, asStaff } from '../harness/people'
import { exitHeadings, numberOf, registerHeadings, workbook } from '../intake/made'

/** Files of several departments about the same few people, who differ about some of them. */

const planHeadings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '属期', '应发金额(元)']
type File = [name: string, content: Buffer]

/** `phone`: instead of each one's own; such a list has another name. */
export const registerFile = (people: [n: number, name: string][], day = '2026-10-10', phone?: string): File => [
  `民政_名册_${day}${phone === undefined ? '' : '_另一份'}.xlsx`,
  workbook([
    ['文成县民政局低收入农户名册'],
    [`制表日期：${day}`],
    [...registerHeadings, '联系电话'],
    ...people.map(([n, name], i) => [
      ...[i + 1, '大峃镇', '苔湖村', name, numberOf(n), 1, name, '户主', numberOf(n), '低保', `DB${n}`, 762, '2020-01'],
      phone ?? `1600000000${n}`,
    ]),
  ]),
]

/** Who is paid, under which name, and in which village; `title` tells a corrected plan from the first. */
export const planFile = (people: [n: number, name: string, village: string][], title = '发放计划', day = '2026-10-12'): File => [
  `财政_${title}.xlsx`,
  workbook([
    [`文成县财政局${title}（2026年10月）`],
    [`制表日期：${day}`],
    planHeadings,
    ...people.map(([n, name, village], i) => [
      ...[i + 1, '大峃镇', village, name, numberOf(n), `62000000000${String(n).padStart(8, '0')}`, '低保金', '2026年10月', 762],
    ]),
  ]),
]

/** Another agency's plan, which pays the first person to a card of its own. */
export const planOf = (agency: string, card: string): File => [
  `${agency}_补贴发放计划.xlsx`,
  workbook([
    [`文成县${agency}补贴发放计划（2026年10月）`],
    ['制表日期：2026-10-12'],
    planHeadings,
    [1, '大峃镇', '苔湖村', '陈阿公', numberOf(1), card, '耕地地力保护补贴', '2026年10月', 120],
  ]),
]

export const deathFile = (n: number, name: string): File => [
  '公安_死亡注销.xlsx',
  workbook([
    ['文成县公安局死亡注销人员名单（2026年9月）'],
    ['制表日期：2026-10-05'],
    ['序号', '乡镇', '村', '姓名', '身份证号', '死亡日期'],
    [1, '大峃镇', '苔湖村', name, numberOf(n), '2026-09-20'],
  ]),
]

export const exitFile = (n: number, name: string): File => [
  '民政_退出.xlsx',
  workbook([
    ['文成县民政局核销退出名册'],
    ['制表日期：2026-09-28'],
    exitHeadings,
    [1, '大峃镇', '苔湖村', name, numberOf(n), '收入提高', '会议纪要', '李局长', '2026-09-01'],
  ]),
]

/** An officer who may see everything that there is; asks as one would on the desk. */
export async function asking(cloud: Cloud) {
  await aPledgedAgency(cloud)
  const one = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
  const as: As = await asStaff(cloud, one)
  const fields = ['phone', 'card'] as const
  const grant = await aGrant(cloud, one, { area: '', parts: ['money', 'members', 'policies'], fields: [...fields] })
  return async (n: number, of: SourceOf): Promise<SourceAnswer> => {
    const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(n)) })
    return cloud.call('supervision', 'source', { grantId: grant._id, householdId: person!.householdId, of }, as)
  }
}

/** What is answered about the first person of it, a line each: `!` says otherwise than what is shown. */
export const lines = ({ people }: SourceAnswer): string[] =>
  people[0]!.said.map(({ says, from, file, sheet, row, day, differs }) =>
    [differs ? '!' : '', says, from, file, sheet, row, day].filter((part) => part !== '' && part !== undefined).join(' '),
  )
