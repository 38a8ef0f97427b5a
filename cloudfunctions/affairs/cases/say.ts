import type { County } from '#domain/county/county'
import { sayPosts, unitName } from '#domain/access/posts'
import { categoryName } from '#domain/county/categories'
import type { CaseProposal } from '#domain/work/case-proposal'
import { caseStateNames, type CaseState } from '#domain/work/cases'
import { sayDay, sayMonth, type Day } from '#domain/time/dates'
import { areaName } from '../grants/present-grant'
import type { RegisterCase } from '#store/work/cases'

interface Turn {
  agency: string
  town: string
  about: RegisterCase
  today: Day
}
/** What is to be done next, and whose turn it is; of a case that ended, how. */
const nextOf: Partial<Record<CaseState, (turn: Turn) => string>> = {
  clue: ({ town }) => `等${town}受理`,
  check: ({ town }) => `等${town}安排人入户核查`,
  compare: ({ town }) => `等${town}提出意见`,
  notice: ({ town, about: { noticeUntil }, today }) =>
    today > noticeUntil! ? `公示满了，等${town}报批` : `公示到${sayDay(noticeUntil!, today)}`,
  decision: ({ agency }) => `等${sayPosts(agency, ['head', 'data-officer'])}批`,
  telling: ({ town }) => `等${town}告知本人`,
  appeal: ({ agency }) => `等${agency}答复申诉`,
  watch: ({ town, about: { watchUntil }, today }) =>
    today >= watchUntil! ? `观察期满了，等${town}核查` : `观察到${sayDay(watchUntil!, today)}`,
}

export function sayNext(county: County, about: RegisterCase, today: Day): string {
  const agency = unitName(county, about.agencyId)
  const town = county.agencies.find(({ area }) => area === about.townCode)?.name ?? agency
  return nextOf[about.state]?.({ agency, town, about, today }) ?? caseStateNames[about.state]
}

type Says = { [Kind in CaseProposal['kind']]: (proposal: CaseProposal & { kind: Kind }, county: County, today: Day) => string }
const untilOf = ({ until }: { until?: Parameters<typeof sayMonth>[0] }, today: Day) => (until ? `，有效到${sayMonth(until, today)}` : '')
const says: Says = {
  recognised: (proposal, county, today) =>
    [
      '列入名册',
      proposal.category === '' ? '类别待定' : `${categoryName(county, proposal.category)}${untilOf(proposal, today)}`,
      `住${areaName(county, proposal.villageCode)}`,
      `${proposal.members.length + 1} 人`,
    ].join('，'),
  'recognised-into': ({ members }) => `${members.length} 人加进这一户`,
  restored: ({ personIds }) => `${personIds.length} 人恢复到名册上`,
  exited: ({ personIds }) => `${personIds.length} 人退出名册`,
  died: () => '去世，从名册核销；这一户的档案、码和帮扶的人都还在',
  category: (proposal, county, today) =>
    proposal.category === '' ? '换一类，待定' : `定为${categoryName(county, proposal.category)}${untilOf(proposal, today)}`,
  moved: ({ villageCode }, county) => `搬到${areaName(county, villageCode)}`,
  head: () => '换户主',
  joined: ({ personIds }) => `${personIds.length} 人并入另一户`,
  split: ({ personIds }) => `${personIds.length} 人另立一户`,
}

/** What it would change, in a sentence. Nobody's name. */
export const sayProposal = (county: County, proposal: CaseProposal, today: Day): string =>
  (says[proposal.kind] as (proposal: CaseProposal, county: County, today: Day) => string)(proposal, county, today)

/** 核销退出 as the household itself is told it: why, from when, what changes, and until when it may appeal. */
export function sayExit(county: County, { reasonId, decidedOn, appealUntil, watchUntil }: RegisterCase, today: Day): string[] {
  const reason = county.cases.exitReasons.find(({ id }) => id === reasonId)
  return [
    `${reason ? `因为${reason.told}，` : ''}从${sayDay(decidedOn!, today)}起，不再列入低收入农户名册。`,
    '从这天起，名册上的补助按规定不再新发，卡上的码也停用；以前已经发的不用退。',
    appealUntil === null
      ? '要是不对，现在就可以申诉。'
      : today <= appealUntil
        ? `要是不对，${sayDay(appealUntil, today)}以前可以申诉，由另外的人来查、来答复。`
        : `申诉的日子到${sayDay(appealUntil, today)}为止，已经过了。有新的困难，随时可以再申请。`,
    ...(watchUntil === null ? [] : [`到${sayDay(watchUntil, today)}以前还会有人来看望，过得不好会马上再办。`]),
  ]
}
