import type { office } from '#contract/office/actions'
import { placeOf } from '#domain/place/divisions'
import { maskName } from '#domain/people/names'
import { mayOpenCase } from '#domain/work/case-powers'
import { readComing } from '#affairs/cases/coming'
import { openClue, sameGoesOn, type Clue } from '#affairs/cases/open'
import { byStaff, casePurpose } from '#affairs/cases/perform'
import { proposalOf } from '#affairs/cases/proposal'
import { householdOfNumber, type Subject } from '#affairs/cases/subject'
import { sayPosts, unitName } from '#domain/access/posts'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Household } from '#store/people/register'
import { presentCase } from './present'
import { lookedFor } from './subject'

type Given = Parameters<Action<typeof office.openCase>>[0]

/** A clue that an officer writes down: of an alert, of a household under a grant, or of somebody who came to the counter. */
export const openCase: Action<typeof office.openCase> = async (given, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const subject = await subjectOf(on, one, given)
  const clue = await clueOf(on, one, given, subject)
  const opened = await openClue(on, clue)
  if (!opened) throw await sameGoesOn(on, clue)
  await recordLook(on, caller, {
    ...{ action: 'office.openCase', granted: true, about: { kind: 'case', id: opened._id } },
    ...(opened.householdId !== null && { householdId: opened.householdId }),
  })
  return presentCase(on, one, opened)
}

/** A new household needs nobody's leave to be looked up: whoever asks for help has said who they are. */
const subjectOf = (on: On, one: Staff, { kind, grantId, alertId, caseId, householdId }: Given): Promise<Subject> | Subject =>
  kind === 'recognise' && grantId === undefined && alertId === undefined && caseId === undefined
    ? { people: [] }
    : lookedFor(on, one, { grantId, alertId, caseId, householdId }, 'office.openCase')

async function clueOf(on: On, one: Staff, given: Given, { home, people, villageCode: lives, personId }: Subject): Promise<Clue> {
  const { kind, category, until, reasonId, headId, words } = given
  const isNew = kind === 'recognise' && !home
  const villageCode = isNew ? (given.villageCode ?? lives) : (home?.villageCode ?? lives)
  if (villageCode === undefined || !placeOf(on.county, villageCode)) throw refusals.badInput('请选住在哪个村。您填的内容还在。')
  checkPlace(on, one, villageCode)
  const alone = !home && kind !== 'recognise' ? people.map(({ _id }) => _id) : []
  const personIds = given.personIds ?? (home && personId !== undefined ? [personId] : alone)
  const written = given.coming ?? (isNew ? people.map(({ _id }, i) => ({ personId: _id, relation: i === 0 ? '户主' : '家人' })) : undefined)
  const found = [...people.map(({ _id }) => _id), ...(home?.members.map((member) => member.personId) ?? [])]
  if ([...(given.personIds ?? []), ...(headId === undefined ? [] : [headId])].some((id) => !found.includes(id)))
    throw refusals.badInput('请在这一户的人里选。您填的内容还在。')
  const comes =
    kind === 'recognise' && written ? await readComing(on, written, { action: 'office.openCase', into: home?._id, found }) : undefined
  const into = given.intoIdNumber === undefined ? undefined : await lookedInto(on, given.intoIdNumber)
  const chosen = { personIds, headId, category, until, coming: comes?.coming }
  const proposal = proposalOf(kind, { home, into, villageCode: given.villageCode ?? villageCode, ...chosen })
  const about = comes?.personIds ?? ('personIds' in proposal ? proposal.personIds : (home?.members.map(({ personId }) => personId) ?? []))
  const first = people.find(({ _id }) => _id === about[0])
  return {
    ...{ kind, proposal, category, until, words, villageCode, householdId: home?._id ?? null, personIds: about },
    reasonId: kind === 'died' ? on.county.cases.exitReasons.find((reason) => reason.kind === 'died')?.id : reasonId,
    source: given.alertId === undefined ? given.source : 'alert',
    ...((given.alertId ?? given.caseId) !== undefined && { sourceId: (given.alertId ?? given.caseId)! }),
    who: comes?.who ?? maskName(kind === 'died' || !home ? (first?.name ?? home?.headName ?? '') : home.headName),
    by: byStaff(one),
  }
}

/** The household that takes others in: that its number was asked for stands on its record. */
async function lookedInto(on: On, idNumber: string): Promise<Household | undefined> {
  const into = await householdOfNumber(on, idNumber)
  const look = { action: 'office.openCase', granted: into !== undefined, purpose: casePurpose }
  await recordLook(on, await on.caller(), { ...look, ...(into && { householdId: into._id }) })
  return into
}

function checkPlace({ county }: On, one: Staff, villageCode: string): void {
  const town = villageCode.slice(0, 9)
  if (mayOpenCase(county, town, one)) return
  const roles = ['head', 'data-officer', 'officer'] as const
  const local = county.agencies.find(({ area }) => area === town)?.name
  throw refusals.notAllowed([...(local ? [`${local}的人`] : []), sayPosts(unitName(county, county.cases.agency), roles)].join('，或'))
}
