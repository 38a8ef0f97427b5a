import type { OutputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { StaffWishRow } from '#contract/office/staffing'
import { totpAt } from '#kernel/access/totp'
import { audit, type AuditRecord } from '#store/record/audit'
import { findEach } from '#store/db/read'
import { findAccount } from '#store/access/accounts'
import type { As, Cloud, From } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'

export type Entered = OutputOf<typeof office.signIn>
type Started = OutputOf<typeof office.enrolStart>
type Input<Name extends 'enrol' | 'signIn'> = Partial<Record<keyof (typeof office)[Name]['input']['shape'], string>>

/** A Tuesday morning, ten o'clock in China. */
export const tuesday = '2026-10-20T02:00:00.000Z'
export const laterBy = (minutes: number): void => onlyTheClockIsFake(new Date(Date.now() + minutes * 60_000).toISOString())

export const passphrase = '田里的稻子今年长得真好啊'
/** What a clerk's authenticator shows now, or so many codes later. */
export const shownBy = (secret: string, later = 0): string => totpAt(secret, new Date(Date.now() + later * 30_000))
/** A code that was right an hour ago. */
export const staleOf = (secret: string): string => shownBy(secret, -120)

export const invite = (cloud: Cloud, input: object, as?: As) =>
  as
    ? cloud.call<{ code: string; until: string }>('office', 'invite', input, as)
    : cloud.operate<{ code: string; until: string }>('invite', input)
/** One of an agency asks to let somebody in, newly or anew. */
export const askStaff = async (cloud: Cloud, input: object, as: As) =>
  (await cloud.call<{ wish: StaffWishRow }>('office', 'askStaff', input, as)).wish
export const decideStaff = (cloud: Cloud, id: string, as: As, approve = true, why = approve ? '' : '没有这个人') =>
  cloud.call<{ wish: StaffWishRow; code?: string; until?: string }>('office', 'decideStaff', { id, approve, why }, as)
/** The code that a second person is shown. */
export const letIn = async (cloud: Cloud, input: object, asker: As, second: As) =>
  (await decideStaff(cloud, (await askStaff(cloud, input, asker)).id, second)).code!

export const aClerk = { role: 'officer', name: '吴科员', agency: '县民政局', areas: [] }
export const aDataOfficer = { ...aClerk, role: 'data-officer', name: '郑专员' }

export const startEnrol = (cloud: Cloud, code: string) => cloud.call<Started>('office', 'enrolStart', { code })

/** Goes on with a code: a ticket, the authenticator's code, a login and a passphrase, unless told otherwise. */
export async function enrol(cloud: Cloud, code: string, login: string, over: Input<'enrol'> = {}) {
  const { secret, ticket } = await startEnrol(cloud, code)
  const entered = await cloud.call<Entered>('office', 'enrol', { code, ticket, login, passphrase, totp: shownBy(secret), ...over })
  return {
    ...entered,
    login,
    secret,
    as: { session: entered.session },
    staffId: (await findAccount(cloud.db, entered.session.split('/')[0]!))!.staffId!,
  }
}
export type Enrolled = Awaited<ReturnType<typeof enrol>>

/** Somebody whom the terminal invited, at their desk for the first time. */
export const enrolled = async (cloud: Cloud, login: string, post: object = aClerk): Promise<Enrolled> =>
  enrol(cloud, (await invite(cloud, post)).code, login)

const credentialsOf = ({ login, secret }: Enrolled, over: Input<'signIn'> = {}) => ({
  login,
  passphrase,
  totp: shownBy(secret),
  ...over,
})
export const trySignIn = (cloud: Cloud, one: Enrolled, over: Input<'signIn'> = {}, from?: From) =>
  cloud.reply<Entered>('office', 'signIn', credentialsOf(one, over), 'stranger', from)
export const signIn = (cloud: Cloud, one: Enrolled, over: Input<'signIn'> = {}, from?: From) =>
  cloud.call<Entered>('office', 'signIn', credentialsOf(one, over), 'stranger', from)

/** Steps up with a fresh code: a minute later, so that the phone shows one that was not used. */
export async function stepUp(cloud: Cloud, one: Enrolled): Promise<void> {
  laterBy(1)
  await cloud.call('office', 'stepUp', { totp: shownBy(one.secret) }, one.as)
}

/** What is on record of an action, oldest first. */
export const recordOf = async (cloud: Cloud, action: string): Promise<AuditRecord[]> =>
  (await findEach(cloud.db, audit, { action })).sort((a, b) => (a.at < b.at ? -1 : 1))
/** The newest of it; of two in one moment that which was not there before. */
export async function recordedBy(cloud: Cloud, action: string, work: () => Promise<unknown>): Promise<AuditRecord[]> {
  const before = new Set((await recordOf(cloud, action)).map(({ _id }) => _id))
  await work()
  return (await recordOf(cloud, action)).filter(({ _id }) => !before.has(_id))
}
