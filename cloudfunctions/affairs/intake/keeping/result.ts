import type { FileKind, ImportResult } from '#contract/intake/actions'
import type { Import } from '#store/intake/intake'
import type { Taken } from '../kinds/kind'
import type { Written } from '../writing/writing'
import { fen } from '#domain/money/money'

type Outcome = { refused: string } | { kind: FileKind; taken: Taken; warned: number; written: Written }

/** What became of a file. */
export function resultOf({ fileName, _id }: Import, outcome: Outcome): ImportResult {
  const nothing = { rows: 0, accepted: 0, quarantined: 0, warned: 0, amountFen: fen(0), added: 0, changed: 0 }
  const head = { file: fileName, sha256: _id, seenBefore: false }
  if ('refused' in outcome) return { ...head, ...nothing, refused: outcome.refused }
  const { kind, taken, warned, written } = outcome
  const quarantined = taken.rows.filter(({ faults }) => faults.length > 0).length
  return {
    ...head,
    kind,
    rows: taken.rows.length,
    accepted: taken.rows.length - quarantined,
    quarantined,
    warned,
    amountFen: taken.amountFen,
    added: written.added,
    changed: written.changed,
    ...(written.versions?.length && { versions: written.versions }),
  }
}
