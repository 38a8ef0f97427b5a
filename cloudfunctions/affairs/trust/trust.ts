import { randomUUID } from 'node:crypto'
import { dayOfAge } from '#domain/access/binding'
import type { Day } from '#domain/time/dates'
import { daysAfter } from '#domain/time/dates'
import { normOn } from '#domain/county/parameters'
import { sayDays } from '#domain/time/say-days'
import { maskName } from '#domain/people/names'
import { householdParts } from '#domain/register/register'
import { insertProxy, type Proxy } from '#store/access/proxies'
import type { Person } from '#store/people/register'
import type { Vouched } from '#store/access/vouched'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'

/** Lets somebody see a person's household file: a relative, by the person's own word or on paper; or a child's guardian. */
export async function addProxy(
  { db, moment }: On,
  person: Person,
  trust: Pick<Proxy, 'name' | 'relation' | 'parts' | 'until' | 'by' | 'evidence' | 'vouched'>,
): Promise<Proxy> {
  const proxy: Proxy = {
    _id: randomUUID(),
    personId: person._id,
    principal: maskName(person.name),
    from: moment.today,
    redeemed: false,
    revoked: null,
    createdAt: moment.iso,
    ...trust,
  }
  await insertProxy(db, proxy)
  return proxy
}

const longestTrust = ({ county, moment }: On): number => normOn(county, 'longest-trust-days', moment.today)

/** The last day on which a trust that is given today can end; whoever still wants it then says so again. */
export const latestTrustEnd = (on: On): Day => daysAfter(on.moment.today, longestTrust(on))

/** @throws Refusal when a trust would end too early or too late. */
export function checkTrustEnds(on: On, until: Day): void {
  if (until < on.moment.today) throw refusals.badInput('截止日期已经过了，请选今天以后的日子。')
  if (until > latestTrustEnd(on)) throw refusals.badInput(`最多给${sayDays(longestTrust(on))}，到期可以再办。请选近一点的日子。`)
}

/** A child under this age is reached through a guardian. */
export const guardianAge = ({ county, moment }: On): number => normOn(county, 'guardian-age', moment.today)

/** A child's guardian sees everything until the child is of age to decide, and has a right to. */
export const addGuardian = (
  on: On,
  child: Person,
  { name, relation }: { name: string; relation: string },
  evidence: string,
  vouched: Vouched,
): Promise<Proxy> =>
  addProxy(on, child, {
    name,
    relation,
    parts: [...householdParts],
    until: daysAfter(dayOfAge(child.birth, guardianAge(on)), -1),
    by: 'guardian',
    evidence,
    vouched,
  })
