import type { DueCheck, field } from '#contract/field/actions'
import { villageName } from '#domain/place/divisions'
import { isCaseLate } from '#domain/work/case-days'
import type { Applicant } from '#domain/work/case-proposal'
import { readProposal } from '#affairs/cases/proposal'
import { noCase } from '#affairs/cases/perform'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { find, findById, findIn } from '#store/db/read'
import { households, persons } from '#store/people/register'
import { caseHistory, cases, findCase, type RegisterCase } from '#store/work/cases'
import { isTheirs } from './theirs'

/** Why a grid worker looks at a household for a check: the pack's word for it. */
const purpose = 'verify'

export const checks: Action<typeof field.checks> = async (_, on) => {
  const { areas } = (await on.caller()).staff!
  const found = await find(on.db, cases, { state: 'check', villageCode: { $in: areas } }, { order: [['dueOn', 'asc']], limit: 100 })
  return { checks: found.map((about) => presentDue(on, about)) }
}

const presentDue = ({ county, moment }: On, about: RegisterCase): DueCheck => ({
  ...{ id: about._id, who: about.who, village: villageName(county, about.villageCode), kind: about.kind },
  ...(about.dueOn !== null && { dueOn: about.dueOn }),
  late: isCaseLate(about, moment.today),
})

export const checkAt: Action<typeof field.checkAt> = async ({ id }, on) => {
  const caller = await on.caller()
  const about = await findCase(on.db, id)
  const theirs = about !== undefined && isTheirs(about, caller.staff!) && about.state === 'check'
  await recordLook(on, caller, {
    ...{ action: 'field.checkAt', granted: theirs, about: { kind: 'case', id }, purpose, parts: ['members'] },
    ...(theirs && about.householdId !== null && { householdId: about.householdId }),
  })
  if (!theirs) throw noCase()
  const [members, history] = await Promise.all([membersAt(on, about), caseHistory(on.db, id)])
  const applicant = about.applicantSealed === null ? undefined : (JSON.parse(open(on.keys, about.applicantSealed)) as Applicant)
  const asked = history.filter(({ act }) => act === 'take' || act === 'sendBack').at(-1)?.wordsSealed
  return {
    ...presentDue(on, about),
    members,
    ...(applicant?.phone !== undefined && { phone: applicant.phone }),
    ...(applicant?.hardship !== undefined && { hardship: applicant.hardship }),
    ...(applicant?.words && { words: applicant.words }),
    ...(asked && { asked: open(on.keys, asked) }),
  }
}

/** Whom to ask for at the door: the household's people, or those who apply. */
async function membersAt({ db, keys }: On, about: RegisterCase): Promise<{ name: string; relation: string }[]> {
  const home = about.householdId === null ? undefined : await findById(db, households, about.householdId)
  if (home) return home.members.map(({ name, relation }) => ({ name, relation }))
  const { proposal } = readProposal(keys, about)
  if (proposal.kind === 'recognised')
    return [proposal.head, ...proposal.members].flatMap((one) => ('name' in one ? [{ name: one.name, relation: one.relation }] : []))
  return (await findIn(db, persons, '_id', about.personIds)).map(({ name, relation }) => ({ name, relation: relation ?? '' }))
}
