import { fen } from '#domain/money/money'
import type { VitalKind } from '#domain/people/vital'
import type { Day, Month } from '#domain/time/dates'
import { seal } from '#kernel/seal/seal'
import { vitalEvents, type VitalEvent } from '#store/people/vital'
import type { SaidRow } from '../../writing/said'
import { writingOf } from '../../writing/statements'

/** A row of a list of deaths and moves. */
export interface VitalRow extends SaidRow {
  kind: VitalKind
  written: string
  on: Day | Month
  onIs: VitalEvent['onIs']
  registeredOn: Day | Month | null
  place: string
  address: string
  cause: string
}

/** Writes what a list says happened to people, beside what other lists say. The register stays as it is. */
export const vitalList = writingOf<VitalRow, VitalEvent>({
  kind: 'vital',
  of: vitalEvents,
  // One dies once; who moved may come back and move again.
  about: ({ kind, on }) => (kind === 'died' ? kind : `${kind} ${on.slice(0, 7)}`),
  amount: () => fen(0),
  fields: ['kind', 'on'],
  content: ({ kind, written, on, onIs, registeredOn, place, address, cause }) => [
    kind,
    written,
    on,
    onIs,
    registeredOn,
    place,
    address,
    cause,
  ],
  document({ keys }, { kind, written, on, onIs, registeredOn, place, address, cause }) {
    const closed = (text: string) => (text === '' ? null : seal(keys, text))
    return {
      ...{ kind, written, on, onIs, registeredOn },
      ...{ placeSealed: closed(place), addressSealed: closed(address), causeSealed: closed(cause) },
    }
  },
})
