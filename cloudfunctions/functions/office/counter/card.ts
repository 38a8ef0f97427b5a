import type { office } from '#contract/office'
import { ageOn, guardianUntilAge } from '#domain/binding'
import { placeOf } from '#domain/divisions'
import { maskPhone, maskPhones } from '#domain/masks'
import { maskName } from '#domain/names'
import { digest, open, seal } from '#kernel/seal'
import { presentProxy } from '#kernel/present-trust'
import type { Action } from '#kernel/serve'
import { accountsOfPerson } from '#store/accounts'
import { findContact, saveContact } from '#store/contacts'
import { proxiesOfPerson } from '#store/proxies'
import { cardAtCounter } from './card-at-counter'

/** What the counter needs of the person who stands there; nothing of the file. */
export const card: Action<typeof office.card> = async ({ token }, on) => {
  const { code, person } = await cardAtCounter(on, token, 'office.card')
  const [contact, phones, proxies] = await Promise.all([findContact(on.db, person._id), accountsOfPerson(on.db, person._id), proxiesOfPerson(on.db, person._id)])
  const place = placeOf(on.county, code.villageCode)
  return {
    name: maskName(person.name),
    place: place ? place.town.name + place.village.name : code.villageCode,
    child: ageOn(person.birth, on.moment.today) < guardianUntilAge,
    ...(contact && { phone: maskPhones(open(on.keys, contact.phoneSealed)) }),
    phones: phones.map((one) => ({ id: one._id, platform: one.platform, boundOn: one.person!.boundOn })),
    proxies: proxies.map((proxy) => presentProxy(proxy, on.moment.today)),
  }
}

/** The phone by which the person may bind; the office's word goes before a register's. */
export const registerPhone: Action<typeof office.registerPhone> = async ({ token, phone }, on) => {
  const { person } = await cardAtCounter(on, token, 'office.registerPhone')
  await saveContact(on.db, { _id: person._id, digest: digest(on.keys, 'row', phone), phoneSealed: seal(on.keys, phone), by: 'office', at: on.moment.iso })
  return { phone: maskPhone(phone) }
}
