import { Places } from '#kernel/record/audit-leaf'
import { emptyFrontier, type Frontier } from '#kernel/record/merkle'
import type { AuditRecord } from '#store/record/audit'
import { placesOf, type Log, type Placed } from './log'
import type { Pages } from './pages'
import type { Witness } from './witness'
import { Writers } from './writers'

/** How far the replay has come: `tree` holds what the entries themselves gave, `sealed` is the size at the last checkpoint. */
export interface Walk {
  log: Log
  places: Pages<Placed>
  numbers: Places
  tree: Frontier
  sealed: number
  /** The last entry; within one checkpoint's window the next one comes after it in time. */
  last: AuditRecord | undefined
  /** From this number on every entry bears its writer's seal, as the checkpoints say. */
  sealedFrom: number | undefined
  writers: Writers
  witness: Witness
}

export const startWalk = (log: Log, witness: Witness): Walk => ({
  log,
  places: placesOf(log),
  numbers: new Places(),
  tree: emptyFrontier,
  sealed: 0,
  last: undefined,
  sealedFrom: undefined,
  writers: new Writers(),
  witness,
})
