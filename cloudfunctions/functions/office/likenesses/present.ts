import type { LikenessFile, LikenessRow } from '#contract/office/likenesses'
import { unitName } from '#domain/access/posts'
import { maskName } from '#domain/people/names'
import { villageName } from '#domain/place/divisions'
import { likenessActNames } from '#domain/work/likenesses'
import { monthOf } from '#domain/time/dates'
import { describe } from '#affairs/persons/describe'
import { joinableOf } from '#affairs/persons/join'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { likenessHistory, type LikenessCase } from '#store/people/likenesses'
import { households, persons, type Household, type Person } from '#store/people/register'
import { actsFor, secondPosts, serves, standingsFor } from './allowed'
import { fieldsOf, sayWhy } from './words'

/** An entry, with its household; and where its person lives by that, or by what lists say. */
interface Entry {
  person: Person | undefined
  home: Household | undefined
  lives: string | undefined
}

async function entriesOf(on: On, pairs: readonly LikenessCase[]): Promise<(pair: LikenessCase) => [Entry, Entry]> {
  const { db } = on
  const ids = pairs.flatMap(({ personIds }) => personIds)
  const [found, described] = await Promise.all([findIn(db, persons, '_id', ids), describe(on, ids)])
  const people = new Map(found.map((person) => [person._id, person]))
  const homeIds = [...people.values()].flatMap(({ householdId }) => householdId ?? [])
  const homes = new Map((await findIn(db, households, '_id', homeIds, ['villageCode', 'headId'])).map((home) => [home._id, home]))
  const entry = (id: string): Entry => {
    const person = people.get(id)
    return { person, home: homes.get(person?.householdId ?? ''), lives: described.get(id)?.home }
  }
  return ({ personIds: [one, other] }) => [entry(one), entry(other)]
}

/** 大峃镇苔湖村; the town alone where no village is known. */
function placeOf({ county }: On, { home, lives }: Entry): string {
  const code = home?.villageCode ?? lives
  if (code === undefined) return '没有住处的记录'
  const town = county.towns.find((one) => code.startsWith(one.code))?.name ?? ''
  return code.length === 12 ? town + villageName(county, code) : town
}

const gone = '这份记录已经不在了'

/** Rows of the list: names masked, no number, no day of birth. */
export async function presentRows(on: On, one: Staff, pairs: readonly LikenessCase[]): Promise<LikenessRow[]> {
  const [entries, known] = [await entriesOf(on, pairs), await standingsFor(on, one, pairs)]
  return pairs.map((pair) => {
    const both = entries(pair)
    const [first, second] = both.map(({ person }) => (person ? maskName(person.name) : gone)) as [string, string]
    const [here, there] = both.map((entry) => placeOf(on, entry)) as [string, string]
    return {
      ...{
        id: pair._id,
        state: pair.state,
        names: [first, second],
        places: [here, there],
        why: sayWhy(pair.levels),
        raisedOn: pair.raisedOn,
      },
      ...(pair.askedBy && { askedBy: pair.askedBy.name }),
      yours: actsFor(on, known, one, pair).includes('agree'),
    }
  })
}

/** One pair side by side: whoever opens it is on record with both people. */
export async function presentLikeness(on: On, one: Staff, pair: LikenessCase): Promise<LikenessFile> {
  const [entries, history, known, joinable] = await Promise.all([
    entriesOf(on, [pair]),
    likenessHistory(on.db, pair._id),
    standingsFor(on, one, [pair]),
    pair.state === 'proposed' || pair.state === 'asked' ? joinableOf(on.db, pair.personIds) : undefined,
  ])
  const [first, second] = entries(pair)
  const keptId = pair.keptId ?? (joinable && 'kept' in joinable ? joinable.kept._id : undefined)
  const waits = pair.state === 'asked' || pair.state === 'part-asked'
  return {
    ...{ id: pair._id, state: pair.state, sides: [sideOf(on, one, first), sideOf(on, one, second)], fields: fieldsOf(pair.levels) },
    ...(keptId !== undefined && { keeps: pair.personIds[0] === keptId ? (0 as const) : (1 as const) }),
    ...(joinable && 'objection' in joinable && { objection: joinable.objection }),
    ...(pair.askedBy && { askedBy: `${pair.askedBy.name}（${unitName(on.county, pair.askedBy.agencyId)}）` }),
    ...(waits && { second: secondPosts(on) }),
    history: history.map(({ at, act, by, wordsSealed }) => ({
      ...{ at, act: likenessActNames[act], by: by ? `${by.name}（${by.agency}）` : '系统比对' },
      ...(wordsSealed !== null && { words: open(on.keys, wordsSealed) }),
    })),
    can: actsFor(on, known, one, pair),
  }
}

/** Of somebody who lives where the caller does not serve, nothing by which one would find them. */
function sideOf(on: On, one: Staff, entry: Entry): LikenessFile['sides'][number] {
  const { person, home } = entry
  if (!person) return { name: gone, sex: '男', bornIn: '1900-01', idNumber: '', place: '', standing: '' }
  const idNumber = open(on.keys, person.idSealed)
  const role = home?.headId === person._id ? '户主' : (person.relation ?? '')
  const served = serves(on, one, home?.villageCode ?? entry.lives)
  return {
    ...{ name: served ? person.name : maskName(person.name), sex: person.sex, bornIn: monthOf(person.birth), place: placeOf(on, entry) },
    idNumber: served ? `${idNumber.slice(0, 6)}${'*'.repeat(8)}${idNumber.slice(-4)}` : '*'.repeat(18),
    standing: person.onRegister ? `在名册上${role === '' ? '' : `，${role}`}` : '不在名册上',
  }
}
