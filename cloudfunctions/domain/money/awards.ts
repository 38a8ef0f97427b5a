import type { Fen } from './money'
import { yuan } from './money'

/** Kinds of list that say what somebody is due before any money is planned for it. */
export type AwardKind = 'disability' | 'farmland' | 'schooling'

/** What a list says besides whom, when and how much; only what it says. `card`: the account that it names. */
export type AwardFacts =
  | { kind: 'disability'; certificate?: string; category?: string; grade?: string; months?: number; card?: string }
  /** Areas in 亩, the price in 分 a 亩. */
  | { kind: 'farmland'; areaMu?: number; contractedMu?: number; priceFen?: Fen; card?: string }
  | { kind: 'schooling'; school?: string; stage?: string; grade?: string; subject?: string; guardian?: string; card?: string }

/** In a few words: 肢体 二级，3 个月; 2.77 亩，每亩 118 元; 南田小学 六年级. Empty where the list says nothing. */
export function sayFacts(facts: AwardFacts): string {
  switch (facts.kind) {
    case 'disability':
      return said([said([facts.category, facts.grade], ' '), facts.months && `${facts.months} 个月`])
    case 'farmland':
      return said([facts.areaMu !== undefined && `${facts.areaMu} 亩`, facts.priceFen && `每亩 ${yuan(facts.priceFen)} 元`])
    case 'schooling':
      return said([facts.school, facts.stage, facts.grade, facts.subject], ' ')
  }
}

const said = (words: (string | number | false | undefined)[], by = '，'): string => words.filter(Boolean).join(by)

/** So much rounding may lie between area × price and an amount: lists cut it down to whole 元. */
const roundingFen = 100

/** Whether area × price is the amount, but for rounding. */
export const isAreaTimesPrice = (areaMu: number, priceFen: Fen, amountFen: Fen): boolean =>
  Math.abs(areaMu * priceFen - amountFen) <= roundingFen
