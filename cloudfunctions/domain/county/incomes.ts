import type { Category } from '../register/register'
import type { SpendingPart } from '../money/spending'

/** How a county counts a household's income and what it holds it against. Every rule is a sourced entry of the pack. */
export interface IncomeRules {
  /** Kinds of transfer income that a statement may name apart, and whether they count. */
  transfers: TransferKind[]
  /** The lines that an income is held against, side by side, in this order. */
  lines: IncomeLine[]
  /** The line up to which a category's grant fills a household's income: (standard − income of each a month) × people covered. */
  grant?: { line: string; category: Category; source: string; unverified?: boolean }
  /** When necessary spending makes a household poor that its income alone does not: 刚性支出困难. */
  hardship?: HardshipRule
  /** Whether a farmer reads it on their own page; officers do under a grant. */
  shownToFarmer: boolean
}

interface TransferKind {
  id: string
  /** 优抚金, 重度残疾人护理补贴. */
  name: string
  counts: boolean
  source: string
  unverified?: boolean
}

export interface IncomeLine {
  id: string
  /** 低保标准, 低边标准. */
  name: string
  /** Id of the dated number in the pack's lines, for one person a month or a year. */
  of: string
  /** So many per cent of it; 100 where nothing is said. */
  percent?: number
  /** An income that is the line exactly is within it (不超过), and not only one below (低于). */
  orEqual?: boolean
  source: string
  unverified?: boolean
}

export interface HardshipRule {
  category: Category
  /** What counts as necessary. */
  spending: SpendingPart[]
  /** Spending of more than so many per cent of the income. */
  overPercent: number
  /** And an income within this line. */
  within?: string
  source: string
  unverified?: boolean
}
