import type { OfficerFile } from '#contract/supervision/actions'
import type { SealedField } from '#domain/access/grants'
import { opensSource, sameValue, statedFields } from '#domain/people/stated'
import type { HouseholdPart } from '#domain/register/register'
import { decidedOf } from '#affairs/stated/decided'
import { gatherAll } from '#affairs/stated/gather'
import { weigh } from '#affairs/stated/words'
import type { On } from '#kernel/call/on'
import type { Household } from '#store/people/register'
import { decisionId } from '#store/people/source-decisions'

/**
 * For each value of a file that several sources have: whether they say the same, or somebody decided. Only of what the grant opens, and of
 * the head alone where it does not open the family.
 */
export async function marksOf(
  on: On,
  { headId, members }: Household,
  look: { parts: HouseholdPart[]; fields: SealedField[] },
): Promise<OfficerFile['marks']> {
  const fields = statedFields.filter((of) => opensSource(look, of))
  const shown = members.filter(({ personId }) => look.parts.includes('members') || personId === headId)
  const ids = shown.map(({ personId }) => personId)
  const [said, decided] = await Promise.all([gatherAll(on, fields, ids), decidedOf(on, ids)])
  return shown.flatMap(({ personId }, member) =>
    fields.flatMap((of) => {
      const own = said.filter((one) => one.personId === personId && one.field === of)
      const { ordered, held } = weigh(on.county, of, own, decided.get(decisionId(personId, of)))
      if (ordered.length < 2 && !held) return []
      const differs = ordered.some(({ value }) => !sameValue(of, ordered[0]!.value, value))
      return [
        { of, member, head: personId === headId, says: held ? ('decided' as const) : differs ? ('differ' as const) : ('same' as const) },
      ]
    }),
  )
}
