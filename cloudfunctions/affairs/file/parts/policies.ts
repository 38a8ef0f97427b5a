import type { HouseholdFile } from '#contract/household/actions'
import type { LoadedFile } from '../lists'
import type { On } from '#kernel/call/on'
import { programmeOf } from './programme-of'

/** Enjoyed without being paid from a plan: the field's own names, where the county pack has no programme of that id. */
const unpaid = { dividend: '抱团增收分红', 'family-doctor': '家庭医生签约' } as const

/** What the household enjoys: programmes it was paid from, pooled schemes, a family doctor. */
export function policiesOf({ county }: On, { plan, shares, doctors }: LoadedFile): NonNullable<HouseholdFile['policies']> {
  const paid = [...new Set(plan.map(({ programme }) => programme))].map((id) => ({ id, name: id }))
  const others = [shares.length > 0 && 'dividend', doctors.length > 0 && 'family-doctor'] as const
  return [...paid, ...others.flatMap((id) => (id ? [{ id, name: unpaid[id] }] : []))].map(({ id, name }) => {
    const programme = programmeOf(county, id)
    const article = programme?.article ?? county.articles.find((candidate) => candidate.id === id)?.id
    return {
      programme: id,
      name: programme?.name ?? name,
      icon: programme?.icon ?? (id === 'family-doctor' ? 'doctor' : undefined),
      ...(article && { article }),
    }
  })
}
