import type { Precedence, Stated, StatedField } from '../../people/stated'
import { differing, inOrder, statedNames } from '../../people/stated'
import type { Finding } from '../finding'

/** What files say of one field of somebody who is in a household. `mark` stands for the value where it is told nobody. */
export interface StatedOf {
  personId: string
  /** Place of the household. */
  townCode: string
  villageCode: string
  field: StatedField
  said: readonly (Stated & { id: string; mark: string })[]
}

/** How a kind of file is called: 县财政局的发放计划. */
type Say = (one: Pick<Stated, 'agency' | 'kind'>) => string

/** Where sources differ about a person and field; to the agency that mends it. What merely goes on, month after month, is one thing. */
export const sourcesDiffer = (
  people: readonly StatedOf[],
  rules: Partial<Record<StatedField, Precedence>>,
  agencyOf: (part: Precedence['mends']) => string,
  say: Say,
): Finding[] =>
  people.flatMap(({ personId, townCode, villageCode, field, said }): Finding[] => {
    const rule = rules[field]
    const ordered = inOrder(said, rule?.order ?? [])
    const others = differing(field, ordered)
    const [held] = ordered
    if (!rule || !held || others.length === 0) return []
    const theirs = [...new Set(others.map(say))].join('、')
    return [
      {
        ...{ subject: { kind: 'person', id: personId }, cause: field, agencyId: agencyOf(rule.mends), townCode, villageCode },
        why: `同一个人，${say(held)}和${theirs}写的${statedNames[field]}不一样。现在显示的是${say(held)}写的，别的没有盖掉，请核对谁对。`,
        records: [held, ...others].map(({ id }) => ({ kind: 'statement', id })),
        facts: [held, ...others].map(({ agency, kind, mark }) => [field, agency, kind, mark].join('/')),
      },
    ]
  })
