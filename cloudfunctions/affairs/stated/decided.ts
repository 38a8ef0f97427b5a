import type { StatedField } from '#domain/people/stated'
import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { By } from '#store/access/grants'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { sourceDecisions, type DecisionWords, type SourceDecision } from '#store/people/source-decisions'

/** A decision that holds, opened. */
export interface Holding extends DecisionWords {
  personId: string
  field: StatedField
  by: By
  at: string
  second: By | null
  agencyId: string
}

/** What was decided about these people and holds, by the decision's id (person and field). */
export async function decidedOf(on: { db: Db; keys: Keys }, personIds: readonly string[]): Promise<Map<string, Holding>> {
  const found = await findIn(on.db, sourceDecisions, 'personId', [...personIds])
  return new Map(found.flatMap((one) => holdingOf(on.keys, one) ?? []).map((one) => [`${one.personId}.${one.field}`, one]))
}

/** A decision opened, where it holds. */
export function holdingOf(keys: Keys, { personId, field, agencyId, standing }: SourceDecision): Holding | undefined {
  return standing
    ? {
        ...readWords(keys, standing.wordsSealed),
        ...{ personId, field, agencyId, by: standing.by, at: standing.at, second: standing.second },
      }
    : undefined
}

export const readWords = (keys: Keys, sealed: string): DecisionWords => JSON.parse(open(keys, sealed)) as DecisionWords
