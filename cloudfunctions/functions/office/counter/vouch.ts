import type { office } from '#contract/office/actions'
import { normOn } from '#domain/county/parameters'
import { placeOf } from '#domain/place/divisions'
import { areTwo, type Standings } from '#domain/access/second-person'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import { findStandings } from '#kernel/access/second-person'
import type { Action, On } from '#kernel/call/on'
import { afterDelay, areWaitingDigits, voucherOf } from '#affairs/trust/vouching'
import { accounts } from '#store/access/accounts'
import { countTry } from '#store/access/bindings'
import { updateOne } from '#store/db/write'
import { proxies, revokeProxy } from '#store/access/proxies'
import type { Staff } from '#store/access/staff'
import type { Voucher } from '#store/access/vouched'
import { counterPosts, servedArea, serves } from '#affairs/cards/counter'
import { namesOf, waitingAt, type Waiting } from './waiting'

/** What others issued or checked and that waits for somebody else, where the caller's counter serves. */
export const vouchings: Action<typeof office.vouchings> = async (_, on) => {
  const one = (await on.caller()).staff!
  const waiting = await waitingAt(on, servedArea(on.county, one.agencyId))
  const [names, standings] = await Promise.all([
    namesOf(on, waiting),
    findStandings(on.db, [one._id, ...waiting.flatMap(({ vouched }) => vouched.by?.staffId ?? [])]),
  ])
  return {
    rows: waiting.map(({ kind, id, personId, vouched, account, proxy }) => {
      const place = placeOf(on.county, vouched.villageCode)
      return {
        kind,
        id,
        name: names.get(personId)?.name ?? '',
        place: place ? place.town.name + place.village.name : vouched.villageCode,
        at: vouched.at,
        by: `${vouched.by!.name}（${vouched.by!.agency}）`,
        door: vouched.reads,
        redeemed: account !== undefined,
        own: !isSecond(vouched.by!, one, standings),
        ...(proxy && { relative: `${proxy.name}（${proxy.relation}）` }),
        ...(proxy?.by === 'office' && proxy.evidence && { evidence: proxy.evidence }),
        ...(account && { platform: account.platform }),
      }
    }),
  }
}

/** The second person has seen who it is and the digits on their phone: it counts from a while later. Never by whoever issued it. */
export const vouch: Action<typeof office.vouch> = async ({ kind, id, code }, on) => {
  const { one, waiting } = await mine(on, 'office.vouch', kind, id)
  const { by: issuer } = waiting.vouched
  if (issuer && !isSecond(issuer, one, await findStandings(on.db, [one._id, issuer.staffId!])))
    throw refusals.badInput('这是您自己办的，或者是您请进来的人办的，要请另一位同事来核对，或者请本人用以前绑的手机点“是我”。')
  const tried = await countTry(on.db, 'vouch', `${one._id}/${id}`, on.moment.today)
  if (tried > normOn(on.county, 'vouch-wrong-a-day', on.moment.today))
    throw refusals.tooOften('这一部今天输错的次数太多了。请另一位同事来核对，或者停掉这一条重新办。')
  if (!waiting.account || !areWaitingDigits(on.keys, waiting.account._id, id, code))
    throw refusals.badInput('6 位核对码对不上。请看着那部手机上“我的”里的数字再输一遍。')
  // What the person made on their own phone and now confirms face to face counts at once.
  const from = issuer === null ? on.moment.iso : afterDelay(on)
  const path = kind === 'phone' ? 'person.vouched' : 'vouched'
  const still = { _id: id, [`${path}.from`]: waiting.vouched.from, [`${path}.at`]: waiting.vouched.at }
  const change = { $set: { [`${path}.second`]: voucherOf(one), [`${path}.from`]: from } }
  const done =
    kind === 'phone'
      ? await updateOne(on.db, accounts, still, change)
      : await updateOne(on.db, proxies, { ...still, revoked: null }, change)
  if (!done) throw gone(on)
  return { from }
}

/** It was not as it should be: over. */
export const stopVouching: Action<typeof office.stopVouching> = async ({ kind, id }, on) => {
  const { waiting } = await mine(on, 'office.stopVouching', kind, id)
  if (kind === 'phone') await updateOne(on.db, accounts, { _id: id, 'person.vouched.at': waiting.vouched.at }, { $set: { person: null } })
  else await revokeProxy(on.db, id, waiting.personId, 'office', on.moment.iso)
  return { left: true }
}

/** Somebody else, really: not on another account of theirs, nor for somebody whom they brought in. */
const isSecond = (issuer: Voucher, one: Staff, standings: Standings): boolean =>
  areTwo(standings, one._id, issuer.staffId ?? '') && !(one.name === issuer.name && one.agencyId === issuer.agencyId)

const gone = ({ county }: On) =>
  refusals.notFound(`这一条刚刚已经有人办了，或者不归本单位办。请刷新后再看；别处的，由${counterPosts(county)}来办。`)

/** One that waits where the caller's counter serves; on record for the person it is about. */
async function mine(on: On, action: string, kind: Waiting['kind'], id: string) {
  const caller = await on.caller()
  const one = caller.staff!
  const waiting = (await waitingAt(on, '', id)).find((row) => row.kind === kind)
  const person = waiting && (await namesOf(on, [waiting])).get(waiting.personId)
  const granted = waiting !== undefined && serves(on.county, one.agencyId, waiting.vouched.villageCode)
  await recordLook(on, caller, {
    action,
    granted,
    ...(person && { personId: person._id, ...(person.householdId && { householdId: person.householdId }) }),
  })
  if (!granted) throw gone(on)
  return { one, waiting }
}
