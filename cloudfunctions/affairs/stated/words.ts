import type { FileKind } from '#contract/intake/file-kinds'
import { categoryName } from '#domain/county/categories'
import { maskName } from '#domain/people/names'
import { inOrder, sameValue, statedNames, type StatedField } from '#domain/people/stated'
import { splitPhones } from '#domain/people/phones'
import { areaName } from '#affairs/grants/present-grant'
import type { County } from '#domain/county/county'
import type { Source } from './gather'

/** What a kind of file is called where something in it is told: 县民政局的名册. */
const sourceNames: Record<FileKind | 'office', string> = {
  register: '名册',
  'payment-plan': '发放计划',
  'bank-receipt': '银行回执',
  pairing: '结对帮扶台账',
  doctor: '家庭医生签约名单',
  dividend: '分红表',
  exit: '退出名册',
  vital: '死亡和迁移名单',
  medical: '看病自付名单',
  project: '项目台账',
  disability: '残疾人补贴表',
  farmland: '耕地补贴清册',
  schooling: '助学名单',
  office: '窗口登记',
}
const sourceName = (kind: string): string => (sourceNames as Record<string, string>)[kind] ?? kind

/** A value as whoever may see it reads it. Names stay masked, as everywhere in a file that is opened under a grant. */
export function sayValue(county: County, field: StatedField, value: string): string {
  if (field === 'name') return maskName(value)
  if (field === 'home') return areaName(county, value.replace(/^(\d{9})000$/, '$1'))
  if (field === 'category') return categoryName(county, value)
  if (field === 'alive') return value === 'dead' ? '已经去世' : '在世'
  return field === 'phone' ? splitPhones(value).join('、') : value
}

/** What is said of one field of one person, the one that holds first; and why it does. */
export function weigh(county: County, field: StatedField, said: readonly Source[]): { ordered: Source[]; why: string } {
  const ordered = inOrder(said, county.precedence[field]?.order ?? [])
  const [held, ...others] = ordered
  if (!held) return { ordered, why: `还没有一份文件写到${statedNames[field]}。` }
  const from = `${agencyName(county, held.agency)}${sourceName(held.kind)}`
  if (others.length === 0) return { ordered, why: `只有${from}说到。` }
  if (others.every(({ value }) => sameValue(field, held.value, value))) return { ordered, why: '几处说的一样。' }
  return { ordered, why: `几处说的不一样。按县里定的次序，以${from}的为准。` }
}

/** 县公安局的, or nothing where a file names nobody. */
function agencyName(county: County, agency: string): string {
  const name = county.agencies.find(({ id }) => id === agency)?.name ?? agency
  return name === '' ? '' : `${name}的`
}

export const saySource = (county: County, { agency, kind }: Pick<Source, 'agency' | 'kind'>): string =>
  `${agencyName(county, agency)}${sourceName(kind)}`
