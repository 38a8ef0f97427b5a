import type { Applicant } from '#domain/work/case-proposal'
import { maskName } from '#domain/people/names'
import type { On } from '#kernel/call/on'
import type { Household } from '#store/people/register'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { findCase, type RegisterCase } from '#store/work/cases'
import { personIdOf } from '../intake/writing/people'
import { addApplication } from './add-application'
import { goingOn, openClue, type Clue } from './open'
import { proposalOf } from './proposal'
import { personOf } from './subject'

type Opening = Pick<On, 'db' | 'keys' | 'county' | 'moment'>

/**
 * An application as a clue of a case. Whoever is on the register applies for what their household is on it as; everybody else for being
 * recognised: both go the same way. `opened` is false where one was under way already.
 */
export async function applyWithout(
  on: Opening,
  id: string,
  applicant: Applicant,
  villageCode: string,
): Promise<{ about: RegisterCase; opened: boolean }> {
  const { name, idNumber } = applicant
  const known = await personOf(on, idNumber)
  const home = known?.onRegister && known.householdId ? await findById(on.db, households, known.householdId) : undefined
  const odd = known && known.name !== name ? '填的姓名和部门名单上的不一样，请先核对是不是本人。' : ''
  const clue: Clue = home
    ? { ...ofHome(home), id, ...said(applicant, odd) }
    : {
        ...{ id, kind: 'recognise', householdId: null, villageCode, who: maskName(name) },
        proposal: proposalOf('recognise', { villageCode, coming: [{ name, idNumber, relation: '户主' }] }),
        personIds: [known?._id ?? personIdOf(on.keys, idNumber)],
        ...said(applicant, odd),
      }
  return opened(on, clue, applicant)
}

/** A household's own application: nothing that is known is asked again. Off the register, those who left it are to come back. */
export function applyAsHousehold(on: Opening, id: string | undefined, home: Household, applicant: Applicant) {
  const left = home.members.filter((one) => one.left !== undefined && !one.left.died).map(({ personId }) => personId)
  const clue: Clue = home.onRegister
    ? { ...ofHome(home), ...said(applicant, '') }
    : {
        ...ofHome(home),
        ...{ kind: 'restore', proposal: { kind: 'restored', personIds: left }, personIds: left },
        ...said(applicant, ''),
      }
  return opened(on, id === undefined ? clue : { ...clue, id }, applicant)
}

const ofHome = ({ _id, headName, villageCode, members }: Household): Omit<Clue, 'source' | 'by' | 'words'> => ({
  ...{ kind: 'category', householdId: _id, villageCode, who: maskName(headName) },
  proposal: { kind: 'category', householdId: _id, category: '' },
  personIds: members.filter(({ left }) => !left).map(({ personId }) => personId),
})

const said = ({ hardship, words }: Applicant, odd: string) => ({
  source: 'farmer' as const,
  by: { as: 'farmer' as const },
  words: [hardship, words, odd].filter(Boolean).join('。'),
})

async function opened(on: Opening, clue: Clue, applicant: Applicant): Promise<{ about: RegisterCase; opened: boolean }> {
  const about = await openClue(on, { ...clue, applicant })
  if (about) return { about, opened: true }
  // The same again, cut off before its receipt was written: it is its own.
  const own = clue.id === undefined ? undefined : await findCase(on.db, clue.id)
  return own ? { about: own, opened: true } : { about: await addApplication(on, (await goingOn(on, clue))!, applicant), opened: false }
}
