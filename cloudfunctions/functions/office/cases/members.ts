import type { CaseFile } from '#contract/office/cases'
import { maskName } from '#domain/people/names'
import type { CaseProposal } from '#domain/work/case-proposal'
import { standsIn } from '#affairs/cases/proposal'
import type { Subject } from '#affairs/cases/subject'
import type { On } from '#kernel/call/on'
import { findById, findIn } from '#store/db/read'
import { households, persons, type Household } from '#store/people/register'
import type { RegisterCase } from '#store/work/cases'

type Members = CaseFile['members']

/** Whom a case is about, masked: those who come, or the people of its household that it names. */
export async function membersOf({ db }: On, about: RegisterCase, proposal: CaseProposal): Promise<Members> {
  const coming =
    proposal.kind === 'recognised' ? [proposal.head, ...proposal.members] : proposal.kind === 'recognised-into' ? proposal.members : []
  const known = await findIn(
    db,
    persons,
    '_id',
    coming.flatMap((one) => ('personId' in one ? [one.personId] : [])),
  )
  if (coming.length > 0)
    return coming.map((one) => {
      const person = 'personId' in one ? known.find(({ _id }) => _id === one.personId) : undefined
      const name = 'name' in one ? one.name : (person?.name ?? '')
      return {
        ...('personId' in one && { personId: one.personId }),
        ...{ name: maskName(name), relation: one.relation, onRegister: person?.onRegister === true },
      }
    })
  const home = about.householdId === null ? undefined : await findById(db, households, about.householdId)
  const named = namedIn(proposal)
  const shown = home ? ofHome(home).filter(({ personId }) => named.length === 0 || named.includes(personId!)) : []
  return shown.length > 0 ? shown : named.length === 0 ? [] : ofPeople(await findIn(db, persons, '_id', named))
}

const namedIn = (proposal: CaseProposal): string[] =>
  'personIds' in proposal ? proposal.personIds : 'personId' in proposal ? [proposal.personId] : []

const ofHome = (home: Household): Members =>
  home.members.map((member) => {
    const { personId, name, relation } = member
    return { personId, name: maskName(name), relation, onRegister: standsIn(home, member) }
  })
const ofPeople = (people: Subject['people']): Members =>
  people.map(({ _id, name, relation, onRegister }) => ({ personId: _id, name: maskName(name), relation: relation ?? '本人', onRegister }))

/** Those among whom whoever opens a case chooses. */
export const membersOfSubject = ({ home, people }: Subject): Members => (home ? ofHome(home) : ofPeople(people))
