import type { County } from '../county/county'
import type { Category } from '../register/register'
import type { PlanOutline } from './plans'

/** A plan that stands somewhere, of which nothing but its outline is known. */
export interface PlanElsewhere {
  category: Category
  people: number
  outline: PlanOutline
}

/** What similar households did about a cause: never a decision, and no household among them can be told. */
export interface PlanSuggestion {
  measure: string
  cause: string
  tried: number
  done: number
}

/** So many households at least have to have tried it: fewer are somebody. */
const fewest = 5

/** Of the same category, or as many people, one more or less. */
const isSimilar = (one: Pick<PlanElsewhere, 'category' | 'people'>, other: Pick<PlanElsewhere, 'category' | 'people'>): boolean =>
  one.category === other.category || Math.abs(one.people - other.people) <= 1

/**
 * For each of these causes, the measures that worked in similar households with the same cause, those that worked most often first. Open
 * ones are no try yet: nobody knows what becomes of them.
 */
export function suggestFor(
  causes: readonly string[],
  home: Pick<PlanElsewhere, 'category' | 'people'>,
  elsewhere: readonly PlanElsewhere[],
  measures: County['measures'],
): PlanSuggestion[] {
  const similar = elsewhere.filter((one) => isSimilar(home, one))
  return causes.flatMap((cause) => {
    const same = similar.filter(({ outline }) => outline.causes.some(({ id }) => id === cause))
    return measures
      .filter(({ answers }) => answers.includes(cause))
      .map(({ id }): PlanSuggestion => {
        const ended = same.filter(({ outline }) => outline.measures.some((one) => one.id === id && one.state !== 'open'))
        const done = ended.filter(({ outline }) => outline.measures.some((one) => one.id === id && one.state === 'done'))
        return { measure: id, cause, tried: ended.length, done: done.length }
      })
      .filter(({ tried, done }) => tried >= fewest && done > 0)
      .sort((a, b) => b.done / b.tried - a.done / a.tried || b.done - a.done)
  })
}
