import { inOrder, type StatedField } from '#domain/people/stated'
import { holdingOf } from '#affairs/stated/decided'
import type { On } from '#kernel/call/on'
import type { Household } from '#store/people/register'
import type { Case } from './case'

/** What a file shows of a field where nobody decided: what the newest register says, and where it says nothing more, what stood there. */
export function ordinary(on: On, { home, personId, field, said, decision }: Case): { value: string; decided: false } {
  const registers = inOrder(
    said.filter(({ kind }) => kind === 'register'),
    on.county.precedence[field]?.order ?? [],
  )
  const stood = (decision && holdingOf(on.keys, decision)?.former) ?? shownIn(home, personId, field)
  return { value: registers[0]?.value ?? stood, decided: false }
}

function shownIn(home: Household, personId: string, field: StatedField): string {
  if (field === 'name') return home.members.find((member) => member.personId === personId)?.name ?? ''
  if (field === 'home') return home.villageCode
  return field === 'category' ? home.category : ''
}
