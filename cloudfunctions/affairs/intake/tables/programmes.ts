import type { County, Programme } from '#domain/county/county'
import { compactOf } from '#domain/files/cells'
import { inDigits } from '#domain/time/periods'

/** The county's programmes by every name that files write. */
export const programmesOf = ({ programmes }: Pick<County, 'programmes'>): Map<string, Programme> =>
  new Map(programmes.flatMap((programme) => [programme.name, ...programme.aliases].map((name) => [compactOf(name), programme] as const)))

const money = /(补助|补贴|资助|救助|奖励|抚恤|助学|奖学|供养|保障|低保|慰问|生活)(金|费|资金|款)?$|雨露计划$|学费减免$|直补$/
const made =
  /(社会化)?(打卡|资金)?(发放|兑付|拨付|领取|享受|受助)?(学生|对象|人员|农户)?(花名册|明细表|清册|名册|名单|明细|一览表|汇总表|公示表|登记表|情况表|表)/
const times = /20\d{2}[-—–~至/]?(20)?\d{0,2}(学年度?|年度?)?|第?[一二三四1-4]季度|[春秋]季(学期)?|第[一二12]学期|[上下]学期|\d{1,2}月份?/g

/**
 * What a title says is paid, as it calls it: 义务教育家庭经济困难学生生活补助 of 2026年秋季学期义务教育家庭经济困难学生生活补助发放花名册.
 * Nothing where it is no name of money.
 */
export function calledIn(title: string): string | undefined {
  const plain = inDigits(compactOf(title)).replace(/[（(][^（()）]*[)）]/g, '')
  const called = plain
    .slice(0, made.exec(plain)?.index)
    .replace(times, '')
    .replace(/^[\u4e00-\u9fff]{1,6}[县区市]/, '')
  return /^[\u4e00-\u9fff]{3,30}$/.test(called) && money.test(called) ? called : undefined
}

/** What a list is of: the programme, if the county pack has it, and what the list calls it. */
export interface Told {
  programme: Programme | undefined
  called: string
}

/**
 * The one programme that a title or file name names. Of several names of one programme (雨露计划与助学补助) the programme's own stands for
 * all. Nothing where it names none, or several programmes.
 */
export function programmeIn(text: string, programmes: Map<string, Programme>): Told | undefined {
  const plain = compactOf(text)
  const named = [...programmes].filter(([name]) => name.length > 1 && plain.includes(name))
  // 助学 inside 助学补助 is no name of its own.
  const longest = named.filter(([name]) => !named.some(([other]) => other !== name && other.includes(name)))
  const found = [...new Set(longest.map(([, programme]) => programme))]
  if (found.length !== 1) return undefined
  return { programme: found[0], called: longest.length === 1 ? longest[0]![0] : found[0]!.name }
}
