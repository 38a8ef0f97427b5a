import type { FileKind } from '#contract/intake/file-kinds'
import { categoryName } from '#domain/county/categories'
import { maskName } from '#domain/people/names'
import { decisionHolds } from '#domain/people/decided'
import { inOrder, sameValue, statedNames, type StatedField } from '#domain/people/stated'
import { splitPhones } from '#domain/people/phones'
import { areaName } from '#affairs/grants/present-grant'
import type { County } from '#domain/county/county'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import type { Holding } from './decided'
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

/** What is said of one field of one person, the one that holds first; and why it does. `held`: what a person decided, where that holds. */
export function weigh(
  county: County,
  field: StatedField,
  said: readonly Source[],
  decided: Holding | undefined,
): { ordered: Source[]; why: string; held: Holding | undefined } {
  const ordered = inOrder(said, county.precedence[field]?.order ?? [])
  const held = decided && decisionHolds(field, said) ? decided : undefined
  return { ordered, held, why: held ? whyDecided(county, held) : whyFirst(county, field, ordered) }
}

/** 有人定过：以县财政局的发放计划写的为准。 */
function whyDecided(county: County, { of }: Holding): string {
  return `有人看过以后定的：${of ? `以${saySource(county, of)}写的为准` : '几份文件都不用，另外写明'}。`
}

function whyFirst(county: County, field: StatedField, ordered: readonly Source[]): string {
  const [held, ...others] = ordered
  if (!held) return `还没有一份文件写到${statedNames[field]}。`
  const from = saySource(county, held)
  if (others.length === 0) return `只有${from}说到。`
  if (others.every(({ value }) => sameValue(field, held.value, value))) return '几处说的一样。'
  return `几处说的不一样。按县里定的次序，以${from}的为准。`
}

/** 县公安局的, or nothing where a file names nobody. */
function agencyName(county: County, agency: string): string {
  const name = county.agencies.find(({ id }) => id === agency)?.name ?? agency
  return name === '' ? '' : `${name}的`
}

export const saySource = (county: County, { agency, kind }: Pick<Source, 'agency' | 'kind'>): string =>
  `${agencyName(county, agency)}${sourceName(kind)}`

/** Names one statement to whoever looks at it, without saying what it says. */
export const pickOf = (
  keys: Keys,
  personId: string,
  field: StatedField,
  { agency, kind, value }: Pick<Source, 'agency' | 'kind' | 'value'>,
) => mac(keys, 'stated', [personId, field, agency, kind, value].join('/'), versionsOf(keys)[0]).subarray(0, 8).toString('hex')
