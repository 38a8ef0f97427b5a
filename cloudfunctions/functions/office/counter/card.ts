import type { office } from '#contract/office/actions'
import { ageOn } from '#domain/access/binding'
import { normOn } from '#domain/county/parameters'
import { placeOf } from '#domain/place/divisions'
import { maskPhones } from '#domain/people/masks'
import { digest, open, seal } from '#kernel/seal/seal'
import { guardianAge, latestTrustEnd } from '#affairs/trust/trust'
import { presentPhone } from '#affairs/trust/present-phone'
import { presentProxy } from '#affairs/trust/present-trust'
import type { Action, On } from '#kernel/call/on'
import { afterDelay } from '#affairs/trust/vouching'
import { accountsOfPerson } from '#store/access/accounts'
import { findWrong, forgetWrong } from '#store/access/bindings'
import { findContact, saveContact, type Contact } from '#store/people/contacts'
import { proxiesOfPerson } from '#store/access/proxies'
import { cardAtCounter } from './card-at-counter'
import { monthOf } from '#domain/time/dates'

/**
 * What the counter needs of the person who stands there, with what their ID card is held against; nothing of the file, and none
 * of the digits that bind a phone.
 */
export const card: Action<typeof office.card> = async ({ token }, on) => {
  const { code, person } = await cardAtCounter(on, token, 'office.card')
  const { moment } = on
  const [contact, phones, proxies, wrong] = await Promise.all([
    findContact(on.db, person._id),
    accountsOfPerson(on.db, person._id),
    proxiesOfPerson(on.db, person._id),
    findWrong(on.db, code.householdId, moment.today),
  ])
  const place = placeOf(on.county, code.villageCode)
  return {
    name: person.name,
    sex: person.sex,
    bornIn: monthOf(person.birth),
    place: place ? place.town.name + place.village.name : code.villageCode,
    child: ageOn(person.birth, moment.today) < guardianAge(on),
    latestTrustEnd: latestTrustEnd(on),
    ...(contact && presentNumber(on, contact)),
    phones: phones.map((one) => presentPhone(one, moment.iso)),
    proxies: proxies.map((proxy) => presentProxy(proxy, moment)),
    stopped: (wrong?.count ?? 0) >= normOn(on.county, 'binding-wrong-a-day', moment.today),
  }
}

/**
 * The phone by which the person may bind; the office's word goes before a register's. It helps to bind from a while later, until then the
 * one before does: nobody enters a number of their own and binds by it, before the phones that are bound have shown it.
 */
export const registerPhone: Action<typeof office.registerPhone> = async ({ token, phone }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.registerPhone')
  const before = await findContact(on.db, person._id)
  const former = before && (before.from === undefined || before.from <= on.moment.iso ? before.phoneSealed : before.former)
  const contact: Contact = {
    _id: person._id,
    digest: digest(on.keys, 'row', phone),
    phoneSealed: seal(on.keys, phone),
    by: 'office',
    at: on.moment.iso,
    from: afterDelay(on),
    ...(former && { former }),
  }
  await saveContact(on.db, contact)
  return presentNumber(on, contact)
}

/** After too many wrong ones in a day: who the person is was seen here, the household may try again. */
export const releaseBinding: Action<typeof office.releaseBinding> = async ({ token }, on) => {
  const { code } = await cardAtCounter(on, token, 'office.releaseBinding')
  await forgetWrong(on.db, code.householdId, on.moment.today)
  return { left: true }
}

/** 160********: its end proves who one is, and is shown to nobody. */
const presentNumber = ({ keys, moment }: On, { phoneSealed, from }: Contact) => ({
  phone: maskPhones(open(keys, phoneSealed)),
  ...(from !== undefined && from > moment.iso && { phoneFrom: from }),
})
