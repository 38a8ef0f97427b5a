import type { office } from '#contract/office/actions'
import { normOn } from '#domain/county/parameters'
import { isWorkerRole } from '#domain/access/staff'
import { findCaller, newAccount, newSession } from '#kernel/access/caller'
import { hoursAfter } from '#kernel/call/clock'
import { Refusal } from '#kernel/call/errors'
import { isPassphrase } from '#kernel/access/passphrase'
import { recordLook } from '#kernel/record/release'
import { open } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { stepOf } from '#kernel/access/totp'
import { insertAccount, removeAccount } from '#store/access/accounts'
import { agencyHolder, staffHolder } from '#store/access/grants'
import { findCredential, findStaff, useStep, type Credential, type Staff } from '#store/access/staff'
import { deviceFor, judged } from './back-off'
import { presentDesk } from './desk-me'

const wrong = () => new Refusal('sign-in', '登录名、口令或动态码有一样不对。请再核对；动态码 30 秒换一次，用过的不能再用。')

/** Passphrase and TOTP. A wrong name, passphrase or code answers alike and takes as long. */
export const signIn: Action<typeof office.signIn> = async ({ login, passphrase, totp, device }, on) => {
  const name = nameOf(login)
  const staff = await judged(on, name, device, async () => {
    const credential = await findCredential(on.db, name)
    const knows = await isPassphrase(passphrase, credential)
    const one = await findStaff(on.db, credential?.staffId ?? 'none')
    if (!credential || !knows || one?.status !== 'active' || !(await usesTotp(on, credential, totp))) throw wrong()
    return one
  })
  return openDesk(on, staff, name, device)
}

/** What can be no login, and no key of the database either, is judged as a name that nobody has. */
function nameOf(login: string): string {
  const name = login.trim().toLowerCase()
  return /^[\w.-]+$/.test(name) ? name : '-'
}

/** Uses up the step that a TOTP code is of. */
export async function usesTotp({ db, keys, moment }: On, { _id, totpSealed }: Credential, code: string): Promise<boolean> {
  const step = stepOf(open(keys, totpSealed), code, new Date(moment.iso))
  return step !== undefined && useStep(db, _id, step)
}

/** A session of a working day on an account of its own: one browser, one account. */
export async function openDesk(on: On, staff: Staff, login: string, device?: string) {
  const { db, keys, moment, call } = on
  const account = {
    ...newAccount(keys, moment.iso),
    staffId: staff._id,
    grantHolders: [staffHolder(staff._id), agencyHolder(staff.agencyId)],
  }
  const { token, session } = newSession(keys, account._id, hoursAfter(moment, normOn(on.county, 'desk-session-hours', moment.today)))
  await insertAccount(db, { ...account, session })
  const caller = await findCaller(db, keys, { ...call, session: token }, moment)
  await recordLook(on, caller, { action: 'office.signIn', granted: true })
  return { session: token, device: deviceFor(on, login, device), me: await presentDesk(on, caller) }
}

export const me: Action<typeof office.me> = async (_, on) => presentDesk(on, await on.caller())

export const signOut: Action<typeof office.signOut> = async (_, on) => {
  const { account, staff } = await on.caller()
  if (account && staff && !isWorkerRole(staff.role)) await removeAccount(on.db, account._id)
  return { left: true }
}
