import type { CallToMake, field } from '#contract/field/actions'
import { normOn } from '#domain/county/parameters'
import { maskName } from '#domain/people/names'
import { splitPhones } from '#domain/people/phones'
import { villageName } from '#domain/place/divisions'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findById, findIn } from '#store/db/read'
import { callsWaiting, findCallback, type Callback } from '#store/money/callbacks'
import { contacts } from '#store/people/contacts'
import { persons } from '#store/people/register'
import { isTheirs } from './theirs'

/** Why a grid worker is told whom to call: the pack's word for it. */
export const callPurpose = 'verify'
const mostCalls = 100

export const calls: Action<typeof field.calls> = async (_, on) => {
  const { areas } = (await on.caller()).staff!
  const waiting = await callsWaiting(on.db, areas, mostCalls)
  const names = new Map(
    (
      await findIn(
        on.db,
        persons,
        '_id',
        waiting.map(({ personId }) => personId),
        ['name'],
      )
    ).map(({ _id, name }) => [_id, name]),
  )
  const triedToday = ({ tries }: Callback) => Number(tries.some((one) => one.on === on.moment.today))
  return {
    calls: [...waiting].sort((a, b) => triedToday(a) - triedToday(b)).map((call) => presentCall(on, call, names.get(call.personId) ?? '')),
  }
}

const presentCall = ({ county }: On, { _id, villageCode, programme, period, tries }: Callback, name: string): CallToMake => ({
  ...{ id: _id, who: maskName(name), village: villageName(county, villageCode) },
  what: `${county.programmes.find(({ id }) => id === programme)?.name ?? programme} ${period}`,
  triedOn: [...new Set(tries.map((one) => one.on))],
})

export const callAt: Action<typeof field.callAt> = async ({ id }, on) => {
  const caller = await on.caller()
  const call = await findCallback(on.db, id)
  const theirs = call !== undefined && isTheirs(call, caller.staff!) && call.state === 'waiting'
  await recordLook(on, caller, {
    ...{ action: 'field.callAt', granted: theirs, about: { kind: 'callback', id }, purpose: callPurpose },
    ...(theirs && { parts: ['money'], personId: call.personId, ...(call.householdId !== null && { householdId: call.householdId }) }),
  })
  if (!theirs) throw noCall()
  const [person, phone] = await Promise.all([findById(on.db, persons, call.personId), findById(on.db, contacts, call.personId)])
  return {
    ...presentCall(on, call, person?.name ?? ''),
    name: person?.name ?? '',
    ...(phone && { phone: splitPhones(open(on.keys, phone.phoneSealed))[0] }),
    amountFen: call.amountFen,
    tries: normOn(on.county, 'callback-tries', on.moment.today),
  }
}

/** Unknown, not theirs and asked already answer alike. */
export const noCall = () => refusals.notFound('这一个已经问过了，或者不在您的村里。请回到名单刷新。')
