import type { Coming, RegisterDecision } from '#domain/register/events'
import type { Category } from '#domain/register/register'
import { placeOf } from '#domain/place/divisions'
import type { Day } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import type { Household, Person } from '#store/people/register'
import { claimHouseholds, newHouseholdId } from '../intake/kinds/register/claim-households'
import { personDocument, personIdOf } from '../intake/writing/people'
import { bringIn, change, decide, happen, holds, takeOff, type Draft } from './draft'

type Of<Kind extends RegisterDecision['kind']> = Extract<RegisterDecision, { kind: Kind }>
type Effect<Decision> = (draft: Draft, decision: Decision) => void

const recognise: Effect<Of<'recognised'>> = (draft, { head, members, villageCode, category, until, on }) => {
  const coming = [{ ...head, relation: '户主' }, ...members].map((one) => ({ person: comingAs(draft, one), relation: one.relation }))
  const first = coming[0]!.person
  const id = homeFor(
    draft,
    coming.map(({ person }) => person),
    villageCode,
    on,
  )
  // A list was quicker. Written over, the household would be otherwise than its events say: nobody comes, so there would be none.
  if (coming.every(({ person }) => person.onRegister && person.householdId === id))
    throw refusals.badInput('这一户已经在名册上了：刚有名单写进来。要换类、换村，请另开一件来办。')
  const facts = { headId: first._id, headName: first.name, ...placed(draft, villageCode), category: category as Category }
  const home = draft.standing.homes.get(id) ?? newHome(draft, id)
  Object.assign(home, facts)
  delete home.headLeft
  give(home, until)
  draft.fresh.add(id)
  decide(draft, home)
  for (const { person, relation } of coming) bringIn(draft, person, home, relation, 'recognised')
}

const recogniseInto: Effect<Of<'recognised-into'>> = (draft, { householdId, members }) => {
  const home = homeOf(draft, householdId)
  for (const one of members) bringIn(draft, comingAs(draft, one), home, one.relation, 'recognised')
}

const restore: Effect<Of<'restored'>> = (draft, { personIds }) => {
  for (const person of personIds.map((id) => personOf(draft, id))) {
    if (person.householdId === null) throw refusals.notFound('这个人退出前在哪一户，名册里没有。请改按新认定来办，写明在哪一户。')
    bringIn(draft, person, homeOf(draft, person.householdId), person.relation ?? '家庭成员', 'restored')
  }
}

const takeAway: Effect<Of<'exited' | 'died'>> = (draft, { kind, personIds }) => {
  for (const id of personIds) takeOff(draft, personOf(draft, id), kind)
}

const recategorise: Effect<Of<'category'>> = (draft, { householdId, category, until }) => {
  const home = homeOf(draft, householdId)
  const from = home.category
  if (from === category && home.until === until) return
  home.category = category as Category
  give(home, until)
  happen(draft, 'category', home.headId, { householdId, from, to: category, ...(until && { until }), ...decide(draft, home) })
}

const move: Effect<Of<'moved'>> = (draft, { householdId, villageCode }) => {
  const home = homeOf(draft, householdId)
  const from = home.villageCode
  if (from === villageCode) return
  Object.assign(home, placed(draft, villageCode))
  happen(draft, 'moved', home.headId, { householdId, from, to: villageCode, ...decide(draft, home) })
}

const changeHead: Effect<Of<'head'>> = (draft, { householdId, personId }) => {
  const home = homeOf(draft, householdId)
  const [from, next] = [home.headId, personOf(draft, personId)]
  if (next.householdId !== householdId || !next.onRegister) throw refusals.notFound('新户主要是这一户在册的人。请先看一看这一户现在有谁。')
  if (from === personId && !home.headLeft) return
  const former = draft.standing.persons.get(from)
  if (former && from !== personId && former.householdId === householdId) relate(draft, home, former, '家庭成员')
  relate(draft, home, next, '户主')
  Object.assign(home, { headId: personId, headName: next.name })
  delete home.headLeft
  happen(draft, 'head', personId, { householdId, from, to: personId, ...decide(draft, home) })
}

const join: Effect<Of<'joined'>> = (draft, { personIds, householdId }) => {
  const home = homeOf(draft, householdId)
  for (const person of personIds.map((id) => onRegister(draft, id))) bringIn(draft, person, home, '家庭成员', 'recognised')
}

const split: Effect<Of<'split'>> = (draft, { householdId, personIds, headId, on }) => {
  const from = homeOf(draft, householdId)
  const people = [...new Set([headId, ...personIds])].map((id) => onRegister(draft, id))
  if (people.some((person) => person.householdId !== householdId))
    throw refusals.notFound('要分出去的人不都在这一户。请先看一看这一户现在有谁。')
  const id = newHouseholdId(headId, on)
  const { villageCode, townCode, category, until } = from
  const home = draft.standing.homes.get(id) ?? newHome(draft, id)
  Object.assign(home, { headId, headName: people[0]!.name, villageCode, townCode, category })
  give(home, until)
  draft.fresh.add(id)
  decide(draft, home)
  for (const person of people) bringIn(draft, person, home, person._id === headId ? '户主' : (person.relation ?? '家庭成员'), 'split')
}

/** What each kind of decision changes. */
export const effects: { [Kind in RegisterDecision['kind']]: Effect<Of<Kind>> } = {
  recognised: recognise,
  'recognised-into': recogniseInto,
  restored: restore,
  exited: takeAway,
  died: takeAway,
  category: recategorise,
  moved: move,
  head: changeHead,
  joined: join,
  split,
}

/** Somebody who is known, or who is named here for the first time: the same person as an import would make. */
function comingAs(draft: Draft, coming: Coming): Person {
  const { standing, to } = draft
  if ('personId' in coming) return personOf(draft, coming.personId)
  const _id = draft.ids.get(coming.idNumber) ?? personIdOf(to.keys, coming.idNumber)
  return (
    standing.persons.get(_id) ??
    standing.persons.put(personDocument({ keys: to.keys, importedAt: to.moment.iso }, { id: coming.idNumber, name: coming.name }, { _id }))
  )
}

/** The household that these were in before and nobody is in any more, as an import finds it; else a new one. */
function homeFor({ standing }: Draft, people: Person[], villageCode: string, on: Day): string {
  const standingIn = new Set(
    standing.persons
      .all()
      .filter(({ _id, onRegister }) => onRegister && !people.some((one) => one._id === _id))
      .map(({ householdId }) => householdId),
  )
  const formerOf = (personId: string) => {
    const former = standing.persons.get(personId)?.householdId
    return former && !standingIn.has(former) ? standing.homes.get(former) : undefined
  }
  return claimHouseholds([{ headId: people[0]!._id, memberIds: people.map(({ _id }) => _id), villageCode }], formerOf, on)[0]!
}

const newHome = ({ to, standing }: Draft, _id: string): Household =>
  standing.homes.put({
    ...{ _id, digest: '', headId: '', headName: '', townCode: '', villageCode: '', category: '' as Category, certificateNo: '' },
    ...{ monthlyFen: null, startMonth: null, helpers: [], members: [], onRegister: true, importedAt: to.moment.iso },
  })

function placed({ to }: Draft, villageCode: string): Pick<Household, 'villageCode' | 'townCode'> {
  const place = placeOf(to.county, villageCode)
  if (!place) throw refusals.notFound('县里的地名表没有这个村。请先核对村名。')
  return { villageCode, townCode: place.town.code }
}

function give(home: Household, until: Household['until']): void {
  if (until) home.until = until
  else delete home.until
}

function relate(draft: Draft, home: Household, person: Person, relation: string): void {
  const from = person.relation
  if (from === relation) return
  change(draft, person, { relation })
  home.members = home.members.map((member) => (member.personId === person._id ? { ...member, relation } : member))
  const more = { householdId: home._id, ...(from !== null && { from }), to: relation }
  happen(draft, 'relation', person._id, { ...more, ...holds(draft, person.listedOn).after })
}

function personOf({ standing }: Draft, id: string): Person {
  const person = standing.persons.get(id)
  if (!person) throw refusals.notFound('名册里没有这个人。请重新找一找再办。')
  return person
}

function onRegister(draft: Draft, id: string): Person {
  const person = personOf(draft, id)
  if (!person.onRegister) throw refusals.notFound('这个人现在不在名册上，不能换户。请先看一看是不是已经退出。')
  return person
}

function homeOf({ standing }: Draft, id: string): Household {
  const home = standing.homes.get(id)
  if (!home) throw refusals.notFound('名册里没有这一户。请重新找一找再办。')
  return home
}
