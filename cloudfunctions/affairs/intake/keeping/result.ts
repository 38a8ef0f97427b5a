import { fen, type Fen } from '#domain/money/money'
import type { FileKind, ImportResult } from '#contract/intake/actions'
import type { Import } from '#store/intake/intake'

/** What reading a file came to. Amounts in 分. */
export interface Read {
  kind: FileKind
  rows: number
  quarantined: number
  amountFen: Fen
}

type Outcome =
  (Pick<ImportResult, 'questions'> & { refused: string }) | (Read & Pick<ImportResult, 'warned' | 'added' | 'changed' | 'versions'>)

/** What became of a file. */
export function resultOf({ fileName, _id }: Pick<Import, 'fileName' | '_id'>, outcome: Outcome): ImportResult {
  const head = { file: fileName, sha256: _id, seenBefore: false }
  if ('refused' in outcome)
    return {
      ...(outcome.questions && { questions: outcome.questions }),
      ...head,
      rows: 0,
      accepted: 0,
      quarantined: 0,
      warned: 0,
      amountFen: fen(0),
      added: 0,
      changed: 0,
      refused: outcome.refused,
    }
  const { kind, rows, quarantined, warned, amountFen, added, changed, versions } = outcome
  return {
    ...head,
    ...{ kind, rows, accepted: rows - quarantined, quarantined, warned, amountFen, added, changed },
    ...(versions?.length && { versions }),
  }
}
