import type { StaffRole } from '#domain/access/staff'

/** Somebody who answers for a credential. Without `staffId`: the terminal, whoever holds the deployment's keys. */
export interface Voucher {
  staffId: string | null
  name: string
  agency: string
  agencyId: string | null
  role: StaffRole | 'operator'
}

/**
 * Who answers for a phone that is bound, or for a trust, and from when it counts. A document without it is from before this was
 * kept, and counts.
 */
export interface Vouched {
  /** Who issued it at the counter, or checked it at the door; null: the person themself, on the phone `phone`. */
  by: Voucher | null
  at: string
  /** The account that made it. */
  phone: string | null
  /** Where the person lives, for the counter that checks; '' where no counter has to. */
  villageCode: string
  /** Somebody else who checked it: another of the staff, or the person on a phone of their own. */
  second: Voucher | { phone: string } | null
  /** Instant from which it counts in full; null while nobody else has checked it. */
  from: string | null
  /** Reads in the meantime, as far as whoever checked it at the door may read anyway. */
  reads: boolean
}
