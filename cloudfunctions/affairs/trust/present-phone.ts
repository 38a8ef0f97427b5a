import { roleNames } from '#domain/access/staff'
import type { Account, Platform } from '#store/access/accounts'
import type { Vouched, Voucher } from '#store/access/vouched'
import { counts } from '#kernel/access/vouched'
import type { Day } from '#domain/time/dates'

/** 南田镇人民政府 网格员: whom to ask is the unit, never a name. */
export const unitOf = ({ agency, role }: Voucher): string => (role === 'operator' ? '系统管理员' : `${agency} ${roleNames[role]}`)

/** Where a phone or a trust stands: `unchecked` waits for somebody else, `later` counts from `from` on. */
export const stateOf = (vouched: Vouched | undefined, now: string): 'active' | 'later' | 'unchecked' =>
  counts(vouched, now) ? 'active' : vouched!.from === null ? 'unchecked' : 'later'

/** A bound phone, for its person and at the counter. */
export function presentPhone(
  { _id, platform, person }: Account,
  now: string,
): { id: string; platform: Platform; boundOn: Day; state: ReturnType<typeof stateOf>; reads?: boolean; by?: string; from?: string } {
  const vouched = person?.vouched
  const state = stateOf(vouched, now)
  return {
    id: _id,
    platform,
    boundOn: person!.boundOn,
    state,
    ...(state !== 'active' && { reads: vouched!.reads }),
    ...(vouched?.by && { by: unitOf(vouched.by) }),
    ...(state === 'later' && { from: vouched!.from! }),
  }
}
