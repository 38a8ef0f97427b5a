import type { CaseFile, CaseHistoryLine, CaseRow } from '#contract/office/cases'
import { categoryName } from '#domain/county/categories'
import { sayDay } from '#domain/time/dates'
import type { Applicant } from '#domain/work/case-proposal'
import { isCaseLate } from '#domain/work/case-days'
import { isUndecided } from '#domain/work/cases'
import { allowedWithCase } from '#affairs/cases/allowed'
import { foundIn, reusableCheck } from '#affairs/cases/checks'
import { sayLikeOthers } from '#affairs/cases/like-others'
import { readProposal } from '#affairs/cases/proposal'
import { sayExit, sayNext, sayProposal } from '#affairs/cases/say'
import { areaName } from '#affairs/grants/present-grant'
import { reachable } from '#affairs/alerts/records'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { objectionsTo } from '#store/public/suggestions'
import { caseHistory, findHomeCheck, type CaseEvent, type HomeCheck, type RegisterCase } from '#store/work/cases'
import { choicesOf } from './choices'
import { membersOf } from './members'

export function presentCaseRow({ county, moment: { today } }: Pick<On, 'county' | 'moment'>, about: RegisterCase): CaseRow {
  const { _id, kind, state, source, who, people, villageCode, category, raisedOn, dueOn, endedOn } = about
  return {
    ...{ id: _id, kind, state, source, who, people, place: areaName(county, villageCode), raisedOn },
    late: isCaseLate(about, today),
    next: sayNext(county, about, today),
    ...(category !== null && { category: categoryName(county, category) }),
    ...(dueOn !== null && { dueOn }),
    ...(endedOn !== null && { endedOn }),
  }
}

/** A case with what it rests on, all that happened to it, and what this officer may do with it. Names are masked. */
export async function presentCase(on: On, one: Staff, about: RegisterCase): Promise<CaseFile> {
  const { db, keys, county, moment } = on
  const { proposal } = readProposal(keys, about)
  const [check, reusable, objections, history, can, members, grants, alike] = await Promise.all([
    about.checkId === null ? undefined : findHomeCheck(db, about.checkId),
    about.checkId === null && isUndecided(about.state) ? reusableCheck(on, about) : undefined,
    about.noticeFrom === null ? [] : objectionsTo(db, about._id),
    caseHistory(db, about._id),
    allowedWithCase(on, one, about),
    membersOf(on, about, proposal),
    reachable(on, about.householdId === null ? [] : [about.householdId]),
    sayLikeOthers(on, about, proposal),
  ])
  const grantId = grants.get(about.householdId ?? '')
  return {
    row: presentCaseRow(on, about),
    proposes: sayProposal(county, proposal, moment.today),
    members,
    ...(about.kind === 'exit' && about.decidedOn !== null && { told: sayExit(county, about, moment.today).join('') }),
    ...(about.applicantSealed && { applicant: applicantOf(open(keys, about.applicantSealed)) }),
    ...(check && { check: { on: check.on, by: sayWho(check), found: foundIn(keys, check) } }),
    ...(reusable && can.includes('reuse') && { reusable: { id: reusable._id, on: reusable.on, by: sayWho(reusable) } }),
    ...(about.noticeFrom !== null && {
      notice: { from: about.noticeFrom, until: about.noticeUntil!, isOver: moment.today > about.noticeUntil! },
    }),
    objections: objections.map(({ receivedOn, wordsSealed }) => ({ on: receivedOn, words: open(keys, wordsSealed) })),
    days: daysOf(about),
    history: history.map((event) => presentEvent(on, event)),
    can,
    ...(alike !== undefined && { alike }),
    ...waits(on, about),
    choices: choicesOf(county),
    ...(grantId !== undefined && { household: { id: about.householdId!, grantId } }),
  }
}

const daysOf = ({ wholeDueOn, decidedOn, toldOn, appealUntil, watchUntil }: RegisterCase): CaseFile['days'] => ({
  wholeDueOn,
  ...(decidedOn !== null && { decidedOn }),
  ...(toldOn !== null && { toldOn }),
  ...(appealUntil !== null && { appealUntil }),
  ...(watchUntil !== null && { watchUntil }),
})

/** Its identity number stays closed: whoever works on it needs what is hard, and how to call. */
function applicantOf(text: string): NonNullable<CaseFile['applicant']> {
  const { words, hardship, phone } = JSON.parse(text) as Applicant
  return { words, ...(hardship !== undefined && { hardship }), ...(phone !== undefined && { phone }) }
}

const sayWho = ({ by }: HomeCheck): string => (by.as === 'staff' ? `${by.name}（${by.agency}）` : '')

function waits({ moment: { today } }: On, { state, noticeUntil, watchUntil }: RegisterCase): { waits?: string } {
  if (state === 'notice' && today <= noticeUntil!) return { waits: `公示到${sayDay(noticeUntil!, today)}，第二天起才能报批。` }
  if (state === 'watch' && today < watchUntil!) return { waits: `观察期到${sayDay(watchUntil!, today)}，到那天再核查办结。` }
  return {}
}

const presentEvent = ({ keys }: On, { at, act, to, by, wordsSealed }: CaseEvent): CaseHistoryLine => ({
  ...{ at, act, to },
  by: by.as === 'staff' ? { as: 'staff', name: by.name, role: by.role, agency: by.agency } : { as: by.as },
  ...(wordsSealed !== null && { words: open(keys, wordsSealed) }),
})
