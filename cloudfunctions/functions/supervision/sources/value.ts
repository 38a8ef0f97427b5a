import { decisionHolds, isOfHousehold, mayBeGiven } from '#domain/people/decided'
import { normaliseName } from '#domain/people/names'
import { readPhones, joinPhones } from '#domain/people/phones'
import { sameValue, statedNames, type Stated, type StatedField } from '#domain/people/stated'
import type { County } from '#domain/county/county'
import { gazetteer } from '#domain/place/places'
import { placeOf, unknownVillageOf } from '#domain/place/divisions'
import { pickOf } from '#affairs/stated/words'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import type { Case } from './case'

/** What an officer says that holds: one of the statements, or a value that stands in none with what proves it. */
export interface Chosen {
  pick?: string | undefined
  value?: string | undefined
  evidence: string
}

/**
 * The value, and whose it is. @throws Refusal for a statement that is not there any more, a value that cannot be one, and what is the
 * counter's to change.
 */
export function chosenValue(on: On, { home, personId, field, said }: Case, { pick, value, evidence }: Chosen) {
  if (!decisionHolds(field, said)) throw refusals.badInput('这个电话是窗口当面登记的。要改，请本人带卡到窗口登记新的号码。')
  const chosen = pick === undefined ? given(on, field, value ?? '', evidence) : picked(on, personId, field, said, pick)
  if (field === 'home') checkVillage(on, chosen.value)
  if (
    isOfHousehold(field) &&
    personId !== home.headId &&
    !sameValue(field, chosen.value, field === 'home' ? home.villageCode : home.category)
  )
    throw refusals.badInput(`${statedNames[field]}跟着户主走。这一户要改，请在户主那一行定；这里只能定和这一户一样的。`)
  return chosen
}

function picked(on: On, personId: string, field: StatedField, said: Case['said'], pick: string) {
  const one = said.find((candidate) => pickOf(on.keys, personId, field, candidate) === pick)
  if (!one) throw refusals.badInput('您选的那一条已经不在了，刚刚有新的文件来。请重新看一遍“哪里来的”，再定。')
  return { value: one.value, of: { agency: one.agency, kind: one.kind } satisfies Pick<Stated, 'agency' | 'kind'> }
}

function given({ county }: On, field: StatedField, written: string, evidence: string) {
  if (!mayBeGiven(field)) throw refusals.badInput(`${statedNames[field]}只能从各部门报来的里面选一个。都不对，请那个部门发一份更正的表。`)
  if (evidence === '') throw refusals.badInput('几份文件都不对，要另外写的，请写明凭什么：看了哪份证件、谁核实的。')
  return { value: readGiven(county, field, written), of: null }
}

function readGiven(county: County, field: StatedField, written: string): string {
  if (field === 'name') {
    const name = normaliseName(written)
    if (!/^\p{Script=Han}[\p{Script=Han}·]{1,29}$/u.test(name)) throw refusals.badInput('姓名请写证件上的汉字，两个字起，中间的点用“·”。')
    return name
  }
  if (field === 'phone') {
    const { numbers, doubtful } = readPhones(written)
    if (numbers.length === 0 || doubtful.length > 0) throw refusals.badInput('电话没有看懂。手机号是 11 位，1 开头；座机带上区号。')
    return joinPhones(numbers)
  }
  const places = gazetteer(county)
  const town = places.townIn(written)
  const village = town && places.village(town, written)
  if (!village) throw refusals.badInput('没有找到这个村。请写全乡镇和村，比如“某某镇某某村”。')
  return village.code
}

/** A household stands in a village: a town alone moves nobody. */
function checkVillage({ county }: On, code: string): void {
  const place = placeOf(county, code)
  if (!place) throw refusals.badInput('不认得这个村，请从列表里选。')
  if (code === unknownVillageOf(place.town)) throw refusals.badInput('这一条只写到镇，没有写到村，定不了。请选写到村的，或者另外写。')
}
