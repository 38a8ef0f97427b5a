import { normOn } from '#domain/county/parameters'
import type { Account } from '#store/access/accounts'
import type { Staff } from '#store/access/staff'
import type { Vouched, Voucher } from '#store/access/vouched'
import { hoursAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import type { On } from '#kernel/call/on'

/**
 * Nobody alone lets a phone in. What one of the staff issues or checks waits for somebody else: another of the staff, who enters the six
 * digits that stand on that very phone, or the person on a phone of their own. After the staff's word it counts from a while later
 * (norm `trust-delay-hours`), so that whoever is bound already can stop it; after the person's own, at once.
 */

export const voucherOf = ({ _id, name, agency, agencyId, role }: Staff): Voucher => ({ staffId: _id, name, agency, agencyId, role })

const operator: Voucher = { staffId: null, name: '系统管理员', agency: '', agencyId: null, role: 'operator' }

/** What one of the staff answers for; the terminal's counts at once, since it holds the keys. */
export const vouchedByStaff = (
  { moment, call }: Pick<On, 'moment' | 'call'>,
  staff: Staff | undefined,
  villageCode: string,
  reads: boolean,
): Vouched =>
  call.road === 'operator' || !staff
    ? { by: operator, at: moment.iso, phone: null, villageCode, second: null, from: moment.iso, reads: false }
    : { by: voucherOf(staff), at: moment.iso, phone: null, villageCode, second: null, from: null, reads }

/** What the person says on a phone of their own. It takes effect later: the phone may be in other hands. */
export const vouchedByOwner = (on: On, account: Account, villageCode: string): Vouched => ({
  by: null,
  at: on.moment.iso,
  phone: account._id,
  villageCode,
  second: null,
  from: afterDelay(on),
  reads: false,
})

/** The instant from which what is checked now counts. */
export const afterDelay = ({ moment, county }: Pick<On, 'moment' | 'county'>): string =>
  hoursAfter(moment, normOn(county, 'trust-delay-hours', moment.today))

/** The six digits that a phone shows for something that waits: always the same, so that a reload loses nothing; kept nowhere. */
export const waitingDigits = (keys: Keys, accountId: string, id: string, version = keys.newest): string =>
  String(mac(keys, 'session', `waiting/${accountId}/${id}`, version).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** True for those digits, also where a newer key came meanwhile. */
export const areWaitingDigits = (keys: Keys, accountId: string, id: string, digits: string): boolean =>
  versionsOf(keys).some((version) => waitingDigits(keys, accountId, id, version) === digits)

/** What is the owner's alone needs a phone that counts in full. @throws Refusal that says how it comes to. */
export async function checkOwnWord(on: On): Promise<void> {
  if ((await on.caller()).unchecked)
    throw refusals.badInput(
      '这部手机是网格员一个人核对绑上的，现在只能看。要办这件事，请到“我的”看 6 位核对码，报给村便民服务中心，或者用您以前绑的手机点“是我”。',
    )
}
