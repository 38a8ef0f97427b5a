import { newSince, type Decided } from '../../people/decided'
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
  /** What a person decided: only what is said otherwise since is to be looked at. */
  decided?: Decided | undefined
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
  people.flatMap(({ personId, townCode, villageCode, field, said, decided }): Finding[] => {
    const rule = rules[field]
    const ordered = inOrder(said, rule?.order ?? [])
    const others = decided ? newSince(field, decided, ordered) : differing(field, ordered)
    const [held] = ordered
    if (!rule || !held || others.length === 0) return []
    const theirs = [...new Set(others.map(say))].join('、')
    const about = {
      subject: { kind: 'person' as const, id: personId },
      cause: field,
      agencyId: agencyOf(rule.mends),
      townCode,
      villageCode,
    }
    const factsOf = (some: typeof others) => some.map(({ agency, kind, mark }) => [field, agency, kind, mark].join('/'))
    if (decided)
      return [
        {
          ...about,
          why: `这个人的${statedNames[field]}有人定过；以后${theirs}又写了不一样的。现在显示的还是定下的，请看要不要改。`,
          records: others.map(({ id }) => ({ kind: 'statement', id })),
          facts: ['decided', ...factsOf(others)],
        },
      ]
    return [
      {
        ...about,
        why: `同一个人，${say(held)}和${theirs}写的${statedNames[field]}不一样。现在显示的是${say(held)}写的，别的没有盖掉，请核对谁对。`,
        records: [held, ...others].map(({ id }) => ({ kind: 'statement', id })),
        facts: factsOf([held, ...others]),
      },
    ]
  })
