import type { OfficerFile } from '#contract/supervision/actions'
import type { SourceAnswer } from '#contract/supervision/source'
import type { StatedField } from '#domain/people/stated'
import { blindIndex } from '#kernel/seal/seal'
import { agencyHolder } from '#store/access/grants'
import type { Staff } from '#store/access/staff'
import { find, findEach } from '#store/db/read'
import { households, persons, type Household, type Person } from '#store/people/register'
import { alerts } from '#store/work/alerts'
import type { As, Cloud } from '../harness/cloud'
import { aGrant, aPledgedAgency, aStaff, asStaff } from '../harness/people'
import { numberOf } from '../intake/made'

/** Somebody of an agency, with what they ask about the people of `county-of-two`. */
export interface Decider {
  one: Staff
  as: As
  ask(n: number, of: StatedField): Promise<SourceAnswer>
  /** The first person's `who says which`, by the words of a source: 发放计划. */
  decide(n: number, of: StatedField, from: string, over?: object): Promise<SourceAnswer>
  give(n: number, of: StatedField, value: string, over?: object): Promise<SourceAnswer>
  undo(n: number, of: StatedField, reason?: string): Promise<SourceAnswer>
  answer(n: number, of: StatedField, approve: boolean, why?: string): Promise<SourceAnswer>
  waiting(): Promise<{ householdId: string; label: string; by: string }[]>
  file(n: number): Promise<OfficerFile>
}

/** 叶局长, 郑专员 and 王小二 of civil affairs, who mend what differs, and two of the treasury, who mend cards only; all may look everywhere. */
export async function deciders(cloud: Cloud) {
  const civil = await aPledgedAgency(cloud)
  const treasury = await aPledgedAgency(cloud, 'finance')
  const officer = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
  const other = await aStaff(cloud, 'officer', { agencyId: 'finance', name: '钱科员' })
  const over = { area: '', parts: ['money', 'members', 'policies'], fields: ['phone', 'card'] } as const
  const grants = new Map<string, string>()
  for (const one of [officer, other])
    grants.set(
      one.agencyId,
      (await aGrant(cloud, one, { ...over, parts: [...over.parts], fields: [...over.fields], holder: agencyHolder(one.agencyId) }))._id,
    )
  const as = (one: Staff) => deciding(cloud, one, grants.get(one.agencyId)!)
  return {
    officer: await as(officer),
    data: await as(civil.dataOfficer),
    head: await as(civil.head),
    treasury: await as(treasury.head),
    treasurer: await as(treasury.dataOfficer),
  }
}

async function deciding(cloud: Cloud, one: Staff, grantId: string): Promise<Decider> {
  const as = await asStaff(cloud, one)
  const named = async (n: number, of: StatedField) => {
    const { _id: personId, householdId } = await personOf(cloud, n)
    return { grantId, householdId: householdId!, personId, of }
  }
  const call = (action: string, input: object) => cloud.call<SourceAnswer>('supervision', action, input, as)
  const ask: Decider['ask'] = async (n, of) => call('source', await named(n, of))
  const reason = '到户里看过户口本'
  return {
    ...{ one, as, ask },
    async decide(n, of, from, over = {}) {
      const whose = await named(n, of)
      const own = (await ask(n, of)).people.find(({ personId }) => personId === whose.personId)!
      return call('decideSource', { ...whose, pick: own.said.find((line) => line.from.includes(from))!.pick, reason, ...over })
    },
    give: async (n, of, value, over = {}) =>
      call('decideSource', { ...(await named(n, of)), value, reason, evidence: '户口本第2页', ...over }),
    undo: async (n, of, why = '又核了一遍，登记的对') => call('undoSource', { ...(await named(n, of)), reason: why }),
    answer: async (n, of, approve, why = '') => call('answerSource', { ...(await named(n, of)), approve, why }),
    waiting: async () =>
      (await cloud.call<{ rows: Awaited<ReturnType<Decider['waiting']>> }>('supervision', 'waitingSources', { grantId }, as)).rows,
    file: async (n) => cloud.call('supervision', 'file', { grantId, idNumber: numberOf(n) }, as),
  }
}

export async function personOf(cloud: Cloud, n: number): Promise<Person> {
  return (await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(n)) }))[0]!
}
export async function homeOf(cloud: Cloud, n: number): Promise<Household> {
  return (await find(cloud.db, households, { _id: (await personOf(cloud, n)).householdId! }))[0]!
}

/** What the county's clock finds: the alerts of differing sources by field, as they stand. */
export async function patrolled(cloud: Cloud): Promise<Record<string, string>> {
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('alerts', {}, 'patrol'))
  return Object.fromEntries((await findEach(cloud.db, alerts, { detector: 'sources_differ' })).map(({ cause, state }) => [cause, state]))
}
