import { randomUUID } from 'node:crypto'
import type { Applicant, CaseProposal } from '#domain/work/case-proposal'
import { caseDueOn } from '#domain/work/case-days'
import { caseKindNames, caseStateNames, type CaseKind, type CaseSource } from '#domain/work/cases'
import { normOn } from '#domain/county/parameters'
import { daysAfter, type Month } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import { findCase, heldBy, insertCase, type CaseBy, type RegisterCase } from '#store/work/cases'
import { sealProposal } from './proposal'

type Opening = Pick<On, 'db' | 'keys' | 'county' | 'moment'>

/** A clue 线索: what it is about and where it came from. `who` is masked. */
export interface Clue {
  /** The same clue told twice is one case: its id, where that can be known. */
  id?: string
  kind: CaseKind
  source: CaseSource
  sourceId?: string
  proposal: CaseProposal
  villageCode: string
  householdId: string | null
  personIds: string[]
  who: string
  category?: string | undefined
  until?: Month | undefined
  reasonId?: string | undefined
  applicant?: Applicant
  by: CaseBy
  words: string
}

/** Nothing where the same is being done already (`goingOn` says which). Every road to a case comes through here. */
export function openClue(on: Opening, clue: Clue): Promise<RegisterCase | undefined> {
  const { db, keys, county, moment } = on
  const wholeDueOn = daysAfter(moment.today, normOn(county, 'decision-days', moment.today))
  return insertCase(
    db,
    {
      _id: clue.id ?? randomUUID(),
      ...{ kind: clue.kind, state: 'clue', open: true, source: clue.source, sourceId: clue.sourceId ?? null },
      ...{ agencyId: county.cases.agency, townCode: clue.villageCode.slice(0, 9), villageCode: clue.villageCode },
      ...{ householdId: clue.householdId, personIds: clue.personIds, who: clue.who, people: clue.personIds.length },
      ...{ category: clue.category ?? null, until: clue.until ?? null, reasonId: clue.reasonId ?? null },
      proposalSealed: sealProposal(keys, { proposal: clue.proposal, evidence: null }),
      applicantSealed: clue.applicant ? seal(keys, JSON.stringify(clue.applicant)) : null,
      ...{ raisedOn: moment.today, since: moment.today, wholeDueOn },
      dueOn: caseDueOn(county, 'clue', moment.today, { wholeDueOn, noticeUntil: null, watchUntil: null }),
      ...{ checkId: null, noticeFrom: null, noticeUntil: null, openedBy: clue.by.as === 'staff' ? clue.by.staffId : null },
      ...{ proposedBy: null, proposer: null, decidedBy: null, approver: null, decidedOn: null },
      ...{ toldOn: null, appealUntil: null, appealedOn: null, appealedBy: null, watchUntil: null, endedOn: null },
      hold: holdOf(clue),
    },
    { at: moment.iso, act: 'open', by: clue.by, wordsSealed: seal(keys, clue.words) },
  )
}

/** One undecided case of a kind about one household; of somebody who died, about that one; of a new household, about its head. */
const holdOf = ({ kind, householdId, personIds }: Pick<Clue, 'kind' | 'householdId' | 'personIds'>): string =>
  `${kind}/${kind === 'died' || householdId === null ? personIds[0] : householdId}`

/** The undecided case that already does the same. */
export async function goingOn({ db }: Pick<On, 'db'>, clue: Pick<Clue, 'kind' | 'householdId' | 'personIds'>) {
  const id = await heldBy(db, holdOf(clue))
  return id === undefined ? undefined : findCase(db, id)
}

/** To an officer who opens what is being done already. */
export async function sameGoesOn(on: Pick<On, 'db'>, clue: Clue) {
  const other = await goingOn(on, clue)
  return refusals.badInput(
    `这一户已经有一件“${caseKindNames[clue.kind]}”在办${other ? `，现在是“${caseStateNames[other.state]}”` : ''}，请到列表里找到它接着办。您填的内容还在。`,
  )
}
