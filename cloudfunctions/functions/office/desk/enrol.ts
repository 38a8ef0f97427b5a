import type { office } from '#contract/office/actions'
import { readInvitationCode } from '#domain/access/invitation-code'
import { isWorkerRole, type OfficerRole } from '#domain/access/staff'
import { minutesAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { invitationIds } from '#affairs/invitations/invitation'
import { hashPassphrase } from '#kernel/access/passphrase'
import { open, seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { newTotpSecret, stepOf, totpAddress } from '#kernel/access/totp'
import { accounts, findInvitation, invitations, spendInvitation, type Invitation } from '#store/access/accounts'
import { remove, updateOne } from '#store/db/write'
import { changeStaff, credentials, findCredential, findStaff, insertCredential, type Staff } from '#store/access/staff'
import { markWishesUsed } from '#store/access/staff-wishes'
import { openDesk } from './sign-in'

const ticketMinutes = 15

const takenBy = (login: string) => refusals.badInput(`登录名“${login}”已经有人用了，请换一个。其他填好的不用改。`)
const wrongCode = () => refusals.notFound('邀请码不对，或者已经用过、过期了。请核对后再输，或请单位里同意的那个人再办一次。')

/** Whom a code is for, and a fresh TOTP secret in a sealed ticket: nothing is kept until it is proved. */
export const enrolStart: Action<typeof office.enrolStart> = async ({ code }, on) => {
  const { invitation, staff } = await officerOf(on, code)
  const secret = newTotpSecret()
  const ticket = seal(on.keys, JSON.stringify({ invitation: invitation._id, secret, until: minutesAfter(on.moment, ticketMinutes) }))
  return {
    name: staff.name,
    role: staff.role as OfficerRole,
    agency: staff.agency,
    secret,
    uri: totpAddress(secret, `${staff.name}（${staff.agency}）`, `${on.county.name}小康码`),
    ticket,
  }
}

/**
 * Spends the code: login, passphrase and TOTP are set. A new code for somebody who has them sets them anew: lost phone,
 * forgotten passphrase.
 */
export const enrol: Action<typeof office.enrol> = async ({ code, ticket, login, passphrase, totp }, on) => {
  const { invitation, staff } = await officerOf(on, code)
  const { secret } = readTicket(on, ticket, invitation)
  const step = stepOf(secret, totp, new Date(on.moment.iso))
  if (step === undefined) throw refusals.badInput('动态码不对。请看手机验证器上现在的 6 位数字；如果一直不对，请把手机时间设成自动。')
  if (passphrase.toLowerCase().includes(login)) throw refusals.badInput('口令里不要有登录名，请换一句。')
  const taken = await findCredential(on.db, login)
  if (taken && taken.staffId !== staff._id) throw takenBy(login)
  const kept = await hashPassphrase(passphrase)
  if (!(await spendInvitation(on.db, invitation._id, on.moment.iso))) throw wrongCode()
  // Whoever held the old passphrase or phone is signed out everywhere, also where the account was bound to a person besides.
  await Promise.all([remove(on.db, credentials, { staffId: staff._id }), remove(on.db, accounts, { staffId: staff._id })])
  await insertCredential(on.db, { _id: login, staffId: staff._id, ...kept, totpSealed: seal(on.keys, secret), lastStep: step }).catch(
    async (error: unknown) => {
      if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
      // Somebody took the login a moment ago: the code is given back, to choose another.
      await updateOne(on.db, invitations, { _id: invitation._id }, { $set: { until: invitation.until } })
      throw takenBy(login)
    },
  )
  await Promise.all([
    changeStaff(on.db, { _id: staff._id, status: 'invited' }, { $set: { status: 'active' } }),
    markWishesUsed(on.db, staff._id),
  ])
  return openDesk(on, { ...staff, status: 'active' }, login)
}

async function officerOf({ db, keys, moment }: On, code: string): Promise<{ invitation: Invitation; staff: Staff }> {
  const read = readInvitationCode(code)
  const invitation = read && (await findInvitation(db, invitationIds(keys, read), moment.iso))
  const staff = invitation?.binds.kind === 'staff' ? await findStaff(db, invitation.binds.staffId) : undefined
  if (!invitation || !staff || staff.status === 'removed' || isWorkerRole(staff.role)) throw wrongCode()
  return { invitation, staff }
}

function readTicket({ keys, moment }: On, ticket: string, { _id }: Invitation): { secret: string } {
  const stale = () => refusals.badInput('这一页开得太久了，二维码已经作废。请重新输入邀请码，再扫一次新的二维码。')
  let read: { invitation: string; secret: string; until: string }
  try {
    read = JSON.parse(open(keys, ticket)) as typeof read
  } catch {
    throw stale()
  }
  if (read.invitation !== _id || read.until <= moment.iso) throw stale()
  return read
}
