import type { StatusKind } from '../read/status'
import { Status } from '../read/status'

export type StateKind = StatusKind | 'ended'

/** A state as a shape and a word; `ended` is a square with a stroke, for what is over. */
export const State = ({ kind, words }: { kind: StateKind; words: string }) =>
  kind === 'ended' ? (
    <div className="status status--ended">
      <div className="status__shape" aria-hidden="true">
        <span className="status__mark">–</span>
      </div>
      <span className="status__words">{words}</span>
    </div>
  ) : (
    <Status kind={kind} words={words} />
  )
