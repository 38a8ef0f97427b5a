import type { Standing } from '../../money/income-lines'
import { sayWhen, type Month } from '../../time/dates'
import type { Finding } from '../finding'

/** A household whose income somebody stated, and how it stands to the lines of the categories. */
export interface StatedHome {
  _id: string
  townCode: string
  villageCode: string
  onRegister: boolean
  /** Nobody of it lives any more. */
  died: boolean
  /** What it is on the register as, or was; `monthly`: that brings a grant each month. */
  category: { name: string; monthly: boolean; line?: string }
  /** The statement, and the last of its twelve months. */
  statementId: string
  to: Month
  standings: readonly Standing[]
}

/** The category whose grant fills an income up to a line: 低保. */
export interface GrantRule {
  name: string
  line: string
}

/** On the register as what its income is above 应退未退: somebody looks again, nothing stops. Exactly at a line that says 不超过 is within it. */
export const aboveTheLine = (homes: readonly StatedHome[], agencyId: string): Finding[] =>
  homes.flatMap((home) => {
    const line = standingTo(home, home.category.line)
    if (!home.onRegister || !line?.own || line.own.within) return []
    return [findingOf(home, agencyId, `按${sayMonths(home)}的收入核算，这户${home.category.name}超过了${line.line.name}。`)]
  })

/**
 * Within the line of the grant, and without it 应纳未纳: not on the register any more, or on it as something that income decides and that
 * brings no grant. Whom income does not decide about (特困) is not asked.
 */
export const missedInclusion = (homes: readonly StatedHome[], grant: GrantRule | undefined, agencyId: string): Finding[] =>
  homes.flatMap((home) => {
    if (!grant || home.died || !standingTo(home, grant.line)?.own?.within) return []
    if (home.onRegister && (home.category.monthly || home.category.line === undefined)) return []
    const as = home.onRegister ? `在册是${home.category.name}，没有每月的保障金` : '现在不在名册上'
    return [findingOf(home, agencyId, `按${sayMonths(home)}的收入核算，这一户在${grant.name}的标准以内，${as}。请上门核查。`)]
  })

const standingTo = ({ standings }: StatedHome, line: string | undefined): Standing | undefined =>
  standings.find((one) => one.line.id === line)

const sayMonths = ({ to }: StatedHome): string => `到${sayWhen(to)}的一年`

const findingOf = ({ _id, townCode, villageCode, statementId }: StatedHome, agencyId: string, why: string): Finding => ({
  ...{ subject: { kind: 'household', id: _id }, agencyId, townCode, villageCode, why },
  records: [{ kind: 'household', id: _id }],
  facts: [statementId],
})
