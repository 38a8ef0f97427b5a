import type { office } from '#contract/office/actions'
import { categoryRule } from '#domain/county/categories'
import { addMonths, monthOf, type Month } from '#domain/time/dates'
import { roleNames } from '#domain/access/staff'
import { noticeEnds } from '#domain/work/case-days'
import { readComing } from '#affairs/cases/coming'
import { doWithCase } from '#affairs/cases/perform'
import { proposalOf, readProposal, sealProposal } from '#affairs/cases/proposal'
import type { CaseProposal } from '#domain/work/case-proposal'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { RegisterCase } from '#store/work/cases'
import { presentCase } from './present'

type Given = Omit<Parameters<Action<typeof office.postCase>>[0], 'id' | 'words'>

/** 公示: from today, masked, on the village's page. Whoever puts it forward does not decide it. */
export const postCase: Action<typeof office.postCase> = ({ id, words, ...given }, on) =>
  presented(
    on,
    doWithCase(on, {
      ...{ act: 'post', action: 'office.postCase', id, words },
      become: async (about, one) => ({
        change: {
          ...(await putForward(on, about, one, given)),
          ...{ noticeFrom: on.moment.today, noticeUntil: noticeEnds(on.county, on.moment.today) },
        },
      }),
    }),
  )

/** 报批: to a second person, with the papers that it rests on. What was shown in the village stays as it was shown. */
export const proposeCase: Action<typeof office.proposeCase> = ({ id, words, evidence, ...given }, on) =>
  presented(
    on,
    doWithCase(on, {
      ...{ act: 'propose', action: 'office.proposeCase', id, words },
      become: async (about, one) => ({ change: await putForward(on, about, one, about.state === 'notice' ? {} : given, evidence) }),
    }),
  )

const presented = async (on: On, done: Promise<RegisterCase>) => presentCase(on, (await on.caller()).staff!, await done)

/** What is put forward, complete: the category that it is to be, until when, or why somebody leaves. */
async function putForward(on: On, about: RegisterCase, one: Staff, given: Given, evidence?: string): Promise<Partial<RegisterCase>> {
  const kept = readProposal(on.keys, about)
  const category = given.category ?? about.category ?? undefined
  const reasonId = given.reasonId ?? about.reasonId
  const writing = { action: 'office.proposeCase', into: about.householdId ?? undefined, found: about.personIds }
  const comes = given.coming && about.kind === 'recognise' ? await readComing(on, given.coming, writing) : undefined
  // More of the household may come to light; those who were seen at home stay who they were.
  if (comes && about.checkId !== null && !about.personIds.every((id) => comes.personIds.includes(id)))
    throw refusals.badInput('入户核查过的人不能换。号码写错了或者换了人，请撤回这一件，另开一件再核查。您写的字还在。')
  const until = givesCategory(kept.proposal) ? untilOf(on, category, given.until ?? about.until ?? undefined) : undefined
  if (about.kind === 'exit' && !on.county.cases.exitReasons.some(({ id, kind }) => id === reasonId && kind === 'exit'))
    throw refusals.badInput('请选退出的原因，本人看得到。您写的字还在。')
  const proposal = givesCategory(kept.proposal) || comes ? complete(kept.proposal, { category, until, comes }) : kept.proposal
  return {
    proposalSealed: sealProposal(on.keys, { proposal, evidence: evidence ?? kept.evidence }),
    ...{ category: category ?? null, until: until ?? null, reasonId },
    ...(comes && { personIds: comes.personIds, people: comes.personIds.length, who: comes.who }),
    ...{ proposedBy: one._id, proposer: `${one.agency}的${roleNames[one.role]}` },
  }
}

type Categorised = Extract<CaseProposal, { kind: 'recognised' | 'category' }>
const givesCategory = (proposal: CaseProposal): proposal is Categorised => proposal.kind === 'recognised' || proposal.kind === 'category'

function complete(
  kept: CaseProposal,
  {
    category,
    until,
    comes,
  }: { category: string | undefined; until: Month | undefined; comes: Awaited<ReturnType<typeof readComing>> | undefined },
): CaseProposal {
  if (kept.kind === 'category') return { kind: 'category', householdId: kept.householdId, category: category!, ...(until && { until }) }
  if (kept.kind === 'recognised-into') return { ...kept, members: comes!.coming }
  if (kept.kind !== 'recognised') return kept
  const coming = comes?.coming ?? [kept.head, ...kept.members]
  return proposalOf('recognise', { villageCode: kept.villageCode, category, until, coming })
}

/** A category that ends by itself has its last month, at most so many from now; the others have none. */
function untilOf({ county, moment }: On, category: string | undefined, until: Month | undefined): Month | undefined {
  const rule = category === undefined ? undefined : categoryRule(county, category)
  if (!rule) throw refusals.badInput('请选列为哪一类。您写的字还在。')
  if (rule.expiresAfterMonths === undefined) return undefined
  const last = addMonths(monthOf(moment.today), rule.expiresAfterMonths)
  if (until !== undefined && (until > last || until < monthOf(moment.today)))
    throw refusals.badInput(`${rule.name}最长 ${rule.expiresAfterMonths} 个月，请把有效的月份改到这个范围里。您写的字还在。`)
  return until ?? last
}
