import { randomUUID } from 'node:crypto'
import type { FarmerRequest as Shown } from '#contract/household/farmer'
import type { household } from '#contract/household/actions'
import { sayDay } from '#domain/time/dates'
import { covers } from '#domain/access/grants'
import { sayPeriod } from '#domain/time/list-periods'
import { normOn } from '#domain/county/parameters'
import { partNames } from '#domain/register/register'
import { requestFrom, type Asked } from '#affairs/requests/request-from'
import { countyTime } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { fingerprintOf, isNew } from '#kernel/seal/written-once'
import { findLook } from '#store/record/audit'
import { findById } from '#store/db/read'
import { awards } from '#store/money/awards'
import { payments } from '#store/money/money'
import { households } from '#store/people/register'
import { findRequest, insertRequest, requestsOfPerson } from '#store/work/requests'
import { countedLook } from './look-groups'
import { whoOf } from './present-look'
import { presentRequest } from './present-request'

/** “这不对”: a look is complained of to the discipline office. */
export const complain: Action<typeof household.complain> = async ({ lookId, words, key }, on) => {
  const { person } = await on.caller()
  const [recorded, counted, home] = await Promise.all([
    findLook(on.db, lookId),
    countedLook(on.db, lookId),
    findById(on.db, households, person!.householdId ?? ''),
  ])
  const look = recorded ?? counted
  const mine = look && home && (look.householdId === home._id || covers(look.area ?? '', home.villageCode))
  if (!mine) throw refusals.notFound('没有找到这一次查看。请下拉刷新再试。')
  const about = `${sayWho(whoOf(look))} ${sayDay(countyTime(look.at).day, on.moment.today)}的查看`
  return { request: await send(on, { kind: 'complaint', about, words, lookId, toAgencyId: on.county.duties.discipline }, [key, lookId]) }
}

const sayWho = ({ unit, role }: { unit: string; role: string }): string => (unit === role ? unit : `${unit} ${role}`)

/** Something in the file is wrong: it goes to the agency that it comes from. */
export const correct: Action<typeof household.correct> = async ({ part, paymentId, awardId, words, key }, on) => {
  const { householdId } = (await on.caller()).person!
  const line = await lineToMend(on, paymentId, awardId)
  if ((paymentId ?? awardId) !== undefined && (line === undefined || line.householdId !== householdId))
    throw refusals.notFound('没有找到这一笔钱。请下拉刷新再试，您写的字还在。')
  const { about = partNames[part], agency = on.county.sources[part] } = line ?? {}
  return {
    request: await send(on, { kind: 'correction', about, part, words, lookId: null, toAgencyId: agency }, [key, part, paymentId, awardId]),
  }
}

/** A line of the file: whose it is, what it is called, and the agency it comes from; nothing of those where nobody knows. */
interface Line {
  householdId: string | null
  about?: string
  agency?: string
}

const lineToMend = async (on: On, paymentId: string | undefined, awardId: string | undefined): Promise<Line | undefined> =>
  paymentId !== undefined ? paymentToMend(on, paymentId) : awardId !== undefined ? awardToMend(on, awardId) : undefined

/** A payment's programme has an agency of its own. */
async function paymentToMend({ db, county }: On, id: string): Promise<Line | undefined> {
  const payment = await findById(db, payments, id)
  const programme = county.programmes.find((one) => one.id === payment?.programme)
  return (
    payment && {
      householdId: payment.householdId,
      ...(programme && { about: `${programme.name} ${payment.period}`, agency: programme.agency }),
    }
  )
}

/** Who sent the list answers for it; where the list names nobody of the county's agencies, the programme's. */
async function awardToMend({ db, county }: On, id: string): Promise<Line | undefined> {
  const award = await findById(db, awards, id)
  const agency = [award?.agency, county.programmes.find((one) => one.id === award?.programme)?.agency].find((one) =>
    county.agencies.some((known) => known.id === one),
  )
  return award && { householdId: award.householdId, about: `${award.called} ${sayPeriod(award.period)}`, ...(agency && { agency }) }
}

export const requests: Action<typeof household.requests> = async (_, on) => {
  const { person } = await on.caller()
  return { requests: (await requestsOfPerson(on.db, person!._id)).map((request) => presentRequest(on, request)) }
}

type Sent = Pick<Asked, 'kind' | 'about' | 'part' | 'lookId' | 'toAgencyId' | 'words'>

/** The same again, by the phone's key, is the one that is there. */
async function send(on: On, sent: Sent, [key, ...what]: (string | undefined)[]): Promise<Shown> {
  const { db, keys, county, moment } = on
  const person = (await on.caller()).person!
  const home = await findById(db, households, person.householdId ?? '')
  if (!home) throw refusals.signIn()
  const _id =
    key === undefined
      ? randomUUID()
      : fingerprintOf(keys, 'request', [key, person._id, sent.kind, ...what, sent.words])
          .toString('hex')
          .slice(0, 32)
  const request = requestFrom(on, person, home, { _id, ...sent, days: normOn(county, 'request-answer-days', moment.today) })
  const there = (await isNew(insertRequest(db, request))) ? undefined : await findRequest(db, request._id)
  return presentRequest(on, there ?? request)
}
