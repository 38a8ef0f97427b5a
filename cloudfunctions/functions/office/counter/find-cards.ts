import type { office } from '#contract/office/actions'
import { placeOf } from '#domain/place/divisions'
import { maskName, normaliseName } from '#domain/people/names'
import { refusals } from '#kernel/call/errors'
import { signCode } from '#kernel/access/code-signer'
import { recordLook } from '#kernel/record/release'
import { blindIndexes } from '#kernel/seal/seal'
import type { Action } from '#kernel/call/on'
import { find, findIn } from '#store/db/read'
import { codes, households, persons } from '#store/people/register'
import { serves } from '#affairs/cards/counter'
import { monthOf } from '#domain/time/dates'

const most = 20

/**
 * Somebody at the counter without a card: by the whole ID number, or by the whole name and the village. Only those whom the counter
 * serves; whoever is found has it on record. Told apart by month of birth and head, never by digits that bind a phone.
 */
export const findCards: Action<typeof office.findCards> = async (input, on) => {
  const { db, keys, county } = on
  const caller = await on.caller()
  const filter =
    'idNumber' in input ? { idIndex: { $in: blindIndexes(keys, 'id-number', input.idNumber) } } : { name: normaliseName(input.name) }
  const named = await find(db, persons, { ...filter, householdId: { $ne: null } }, { limit: 200 })
  // By the other number of somebody who is known by two, the card of the entry that is kept.
  const kept = await findIn(
    db,
    persons,
    '_id',
    named.flatMap(({ sameAs }) => sameAs ?? []),
  )
  const people = [...new Map([...named, ...kept].map((person) => [person._id, person])).values()]
  const issued = await findIn(
    db,
    codes,
    'personId',
    people.map(({ _id }) => _id),
    undefined,
    { status: 'active' },
  )
  const village = 'village' in input ? normaliseName(input.village) : ''
  const found = issued.flatMap((code) => {
    const place = placeOf(county, code.villageCode)
    const where = place ? place.town.name + place.village.name : code.villageCode
    const person = people.find(({ _id }) => _id === code.personId)!
    return serves(county, caller.staff!.agencyId, code.villageCode) && where.includes(village) ? [{ code, person, where }] : []
  })
  if (found.length > most) throw refusals.badInput(`同名的有 ${found.length} 位，太多了。请写上村名，或者按身份证号找。`)
  const homes = new Map(
    (
      await findIn(
        db,
        households,
        '_id',
        found.map(({ code }) => code.householdId),
        ['headName'],
      )
    ).map(({ _id, headName }) => [_id, headName]),
  )
  const action = 'office.findCards'
  if (found.length === 0) await recordLook(on, caller, { action, granted: true, rows: 0 })
  for (const { code } of found)
    await recordLook(on, caller, { action, granted: true, householdId: code.householdId, personId: code.personId })
  return {
    cards: found.map(({ code, person, where }) => ({
      token: signCode(keys, code._id),
      name: person.name,
      sex: person.sex,
      bornIn: monthOf(person.birth),
      place: where,
      relation: person.relation ?? '',
      head: maskName(homes.get(code.householdId) ?? ''),
    })),
  }
}
