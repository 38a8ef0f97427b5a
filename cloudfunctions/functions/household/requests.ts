import { randomUUID } from 'node:crypto'
import type { FarmerRequest as Shown } from '#contract/household/farmer'
import type { household } from '#contract/household/actions'
import { daysAfter, sayDay } from '#domain/time/dates'
import { covers } from '#domain/access/grants'
import { maskName } from '#domain/people/names'
import { normOn } from '#domain/county/parameters'
import { partNames } from '#domain/register/register'
import { countyTime } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { open, seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { fingerprintOf, isNew } from '#kernel/seal/written-once'
import { findLook } from '#store/record/audit'
import { findById } from '#store/db/read'
import { payments } from '#store/money/money'
import { households } from '#store/people/register'
import { findRequest, insertRequest, requestsOfPerson, type FarmerRequest } from '#store/work/requests'
import { countedLook } from './look-groups'
import { whoOf } from './present-look'

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
export const correct: Action<typeof household.correct> = async ({ part, paymentId, words, key }, on) => {
  const { person } = await on.caller()
  const payment = paymentId === undefined ? undefined : await findById(on.db, payments, paymentId)
  if (paymentId !== undefined && (!payment || payment.householdId !== person!.householdId))
    throw refusals.notFound('没有找到这一笔钱。请下拉刷新再试，您写的字还在。')
  const programme = on.county.programmes.find(({ id }) => id === payment?.programme)
  const about = programme && payment ? `${programme.name} ${payment.period}` : partNames[part]
  return {
    request: await send(
      on,
      { kind: 'correction', about, part, words, lookId: null, toAgencyId: programme?.agency ?? on.county.sources[part] },
      [key, part, paymentId],
    ),
  }
}

export const requests: Action<typeof household.requests> = async (_, on) => {
  const { person } = await on.caller()
  return { requests: (await requestsOfPerson(on.db, person!._id)).map((request) => presentRequest(on, request)) }
}

type Asked = Pick<FarmerRequest, 'kind' | 'about' | 'part' | 'lookId' | 'toAgencyId'> & { words: string }

/** The same again, by the phone's key, is the one that is there. */
async function send(on: On, { words, toAgencyId, ...rest }: Asked, [key, ...what]: (string | undefined)[]): Promise<Shown> {
  const { db, keys, county, moment } = on
  const person = (await on.caller()).person!
  const home = await findById(db, households, person.householdId ?? '')
  if (!home) throw refusals.signIn()
  const to = county.agencies.find(({ id }) => id === toAgencyId)?.name ?? toAgencyId
  const _id =
    key === undefined
      ? randomUUID()
      : fingerprintOf(keys, 'request', [key, person._id, rest.kind, ...what, words])
          .toString('hex')
          .slice(0, 32)
  const request: FarmerRequest = {
    _id,
    ...rest,
    householdId: home._id,
    personId: person._id,
    villageCode: home.villageCode,
    from: maskName(person.name),
    toAgencyId,
    to,
    wordsSealed: seal(keys, words),
    at: moment.iso,
    dueOn: daysAfter(moment.today, normOn(county, 'request-answer-days', moment.today)),
    answerSealed: null,
    answeredBy: null,
    answeredAt: null,
  }
  const there = (await isNew(insertRequest(db, request))) ? undefined : await findRequest(db, request._id)
  return presentRequest(on, there ?? request)
}

const presentRequest = (
  { keys }: On,
  { _id, kind, about, wordsSealed, at, to, dueOn, answerSealed, answeredAt }: FarmerRequest,
): Shown => ({
  id: _id,
  kind,
  about,
  words: open(keys, wordsSealed),
  at,
  to,
  ...(dueOn && { dueOn }),
  ...(answerSealed && { answer: open(keys, answerSealed) }),
  ...(answeredAt && { answeredAt }),
})
