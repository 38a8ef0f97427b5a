import type { Category } from '../register/register'

/**
 * One entry of the county pack's open list of what a household may be on the register as. Nothing else knows which there are: a new one
 * is a new entry.
 */
export interface CategoryRule {
  id: Category
  /** As people call it: 低保户. */
  name: string
  /** As files write it, longest first found: 低保边缘 is not 低保. */
  aliases: string[]
  /** Where another one is named too, that one counts: 残疾 beside 低保 is a mark of somebody, not a second category. */
  onlyAlone?: boolean
  /** Whether it brings a grant each month, so that a register without amounts says too little. */
  monthly: boolean
  /** After how many months from its decision it ends by itself: 刚性支出困难, at most 12. */
  expiresAfterMonths?: number
  /** 一户 together, or single people of it. */
  covers: 'household' | 'single'
  /** 救助, or 监测: watched so that it does not fall back. */
  kind: 'aid' | 'watch'
  /** Under what name a village's page counts it, where several are too small to stand apart; otherwise its own. */
  countedAs?: string
  /** Id of the income line within which it is given (the pack's incomes); none where income does not decide. */
  line?: string
  source: string
  unverified?: boolean
}

/** A county pack, as far as it says which categories there are. */
interface Categories {
  categories: readonly CategoryRule[]
}

export const categoryRule = ({ categories }: Categories, id: Category): CategoryRule | undefined => categories.find((one) => one.id === id)

/** As people call it; what every household of the register is, where a pack has dropped the category that one was taken in with. */
export const categoryName = (county: Categories, id: Category): string => categoryRule(county, id)?.name ?? '低收入农户'

/**
 * The categories that a text without blanks names, each once. The longest alias counts, and what it covers counts no more: 低保边缘户 is
 * 低边 and does not name 低保.
 */
export function categoriesNamed({ categories }: Categories, text: string): CategoryRule[] {
  const aliases = categories.flatMap((rule) => rule.aliases.map((alias) => ({ alias, rule })))
  aliases.sort((a, b) => b.alias.length - a.alias.length)
  let rest = text
  const named = new Set<CategoryRule>()
  for (const { alias, rule } of aliases) {
    if (!rest.includes(alias)) continue
    rest = rest.replaceAll(alias, '/')
    named.add(rule)
  }
  return [...named]
}

/** The one category that a cell names: 低保对象, 低保边缘户 … Nothing where it names none, or several: which of them is for people to say. */
export function categoryNamed(county: Categories, text: string): Category | undefined {
  const named = categoriesNamed(county, text)
  const firm = named.filter(({ onlyAlone }) => !onlyAlone)
  const [only, ...more] = firm.length > 0 ? firm : named
  return more.length === 0 ? only?.id : undefined
}

/** The category of a whole list, when its title names exactly one: 特困供养对象花名册. */
export function categoryOfTitle(county: Categories, title: string): Category | undefined {
  const [only, ...more] = categoriesNamed(county, title)
  return more.length === 0 ? only?.id : undefined
}

/** What a village's page counts apart, in the pack's order: a name, and the categories under it. */
export function countedKinds({ categories }: Categories): { name: string; ids: Category[] }[] {
  const kinds = new Map<string, Category[]>()
  for (const { id, name, countedAs = name } of categories) kinds.set(countedAs, [...(kinds.get(countedAs) ?? []), id])
  return [...kinds].map(([name, ids]) => ({ name, ids }))
}
