import type { DetectorName } from '#domain/alerts/detectors/all'
import type { Finding } from '#domain/alerts/finding'
import type { AtWork } from '#kernel/jobs/kind'

/** What a look at one scope found, by detector. A detector that is not in it could not tell: what it found before stays as it is. */
export type Found = Partial<Record<DetectorName, Finding[]>>

/** One way to bring facts to detectors that rest on the same ones: a chunk of the nightly job is one scope of one of these. */
export interface Watch {
  detectors: readonly DetectorName[]
  /** The parts of the facts to be looked at now. One in which something is open is looked at besides. */
  scopes(on: AtWork): Promise<string[]>
  look(on: AtWork, scope: string): Promise<Found>
}
