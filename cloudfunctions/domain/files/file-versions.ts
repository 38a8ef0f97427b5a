import { compactOf } from './cells'
import type { County } from '../county/county'
import type { Day } from '../time/dates'

/** Who says something, and which telling of it this is. Two files of one agency and label may be versions of each other. */
export interface FileVersion {
  /** Id of the agency; as written where the county pack does not know it; '' where the file names none. */
  agency: string
  /** What sets a file beside others of its agency and month: 第2批, 补发. */
  label: string
  /** The day on which it says it was made. */
  day: Day | null
  /** A file that calls itself a correction goes before one of the same day that does not. */
  rank: number
}

const corrected = /更正|修正|修订|改正|纠正|订正|更新|重报|重新报送|重发|修改|改后|最新|最终|终版|定稿|替换/
const numbered = /(?:更正|修订|修改|改|稿|版|v)[^\d\u4e00-\u9fff]?(\d{1,2})(?!\d)|第([二三四五六七八九])[稿版次]/i
const beside = /第([一二三四五六七八九十\d]{1,3})批|(补发|追加|增发|增补|补充|新增)/

/** What a file's name and title say of it. `maker` is the text in which the agency may be named. */
export function versionOf(
  county: Pick<County, 'agencies'>,
  { name, title, day }: { name: string; title: string; day: Day | null },
): FileVersion {
  const told = `${name} ${title}`
  const isCorrection = corrected.test(told)
  const [, digits, chinese] = numbered.exec(told) ?? []
  const nth = digits ? Number(digits) : chinese ? '一二三四五六七八九'.indexOf(chinese) + 1 : 0
  const [, batch, added] = beside.exec(told) ?? []
  const label = batch ? `第${'一二三四五六七八九十'.indexOf(batch) + 1 || batch}批` : added && !isCorrection ? '补发' : ''
  return { agency: agencyIn(county, told), label: label === '第1批' ? '' : label, day, rank: Number(isCorrection) + nth / 100 }
}

/** The agency that a title (编制单位：文成县财政局) or file name (财政局_…) names; the longest name counts. */
function agencyIn({ agencies }: Pick<County, 'agencies'>, text: string): string {
  const plain = compactOf(text)
  const named = agencies.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].filter((one) => one !== '' && plain.includes(one)).map((one) => ({ id, length: one.length })),
  )
  const best = named.sort((a, b) => b.length - a.length || a.id.localeCompare(b.id))[0]
  return best?.id ?? /(?:编制|填报|报送|制表|发放)单位[:：]([^\s,，;；]{2,20}?[局办镇乡委会院行部所处])/.exec(plain)?.[1] ?? ''
}

/** May be two tellings of one thing: nothing tells them apart. */
export const isComparable = (a: FileVersion, b: FileVersion): boolean =>
  a.label === b.label && (a.agency === b.agency || a.agency === '' || b.agency === '')

/** Of two versions, is the first the later one? By their own days, then by what they call themselves; `now` when nothing tells. */
export function isLater(a: FileVersion, b: FileVersion, now: boolean): boolean {
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day > b.day
  return a.rank === b.rank ? now : a.rank > b.rank
}

/**
 * What a file is to an earlier one that speaks of the same: a new version of the whole, of some of its rows, another list, or
 * nobody can tell.
 */
export type Relation = 'version' | 'mends' | 'beside' | 'unsure'

/** Rows in common beside which two lists are one. */
const sameShare = 0.5
/** So few in common are people who stand in two lists by mistake. */
const strayShare = 0.1

/** By how many rows the two have in common (same person, programme and period), of how many each. */
export function relate(a: FileVersion, b: FileVersion, common: number, ofA: number, ofB: number): Relation {
  if (common === 0) return 'beside'
  if (common >= Math.max(ofA, ofB) * sameShare) return 'version'
  if (a.rank > 0 || b.rank > 0) return 'mends'
  return common < Math.min(ofA, ofB) * strayShare ? 'beside' : 'unsure'
}
