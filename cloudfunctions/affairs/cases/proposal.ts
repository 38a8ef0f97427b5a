import type { CaseProposal, SealedProposal } from '#domain/work/case-proposal'
import type { CaseKind } from '#domain/work/cases'
import type { Coming } from '#domain/register/events'
import type { Month } from '#domain/time/dates'
import { refusals } from '#kernel/call/errors'
import type { Keys } from '#kernel/seal/keys'
import { open, seal } from '#kernel/seal/seal'
import type { Household } from '#store/people/register'
import type { RegisterCase } from '#store/work/cases'

/** What whoever opens a case or puts it forward says of it, checked against the register already. */
export interface Said {
  home?: Household | undefined
  personIds?: string[] | undefined
  headId?: string | undefined
  /** `join`: the household that takes them in. */
  into?: Household | undefined
  villageCode?: string | undefined
  category?: string | undefined
  until?: Month | undefined
  coming?: Coming[] | undefined
}

/** True of whoever is on the register in this household: of one that left as a whole, nobody. */
export const standsIn = ({ onRegister }: Household, { left }: Household['members'][number]): boolean => onRegister && left === undefined

/** Ids of the household's people who are on the register, or, for `restored`, who left it. */
const those = ({ home, personIds = [] }: Said, isOn: boolean): string[] => {
  const here = home ? home.members.filter((member) => standsIn(home, member) === isOn).map(({ personId }) => personId) : []
  const chosen = personIds.length > 0 ? personIds.filter((id) => here.includes(id)) : here
  if (chosen.length === 0 || (personIds.length > 0 && chosen.length < personIds.length))
    throw refusals.badInput(`请选这一户${isOn ? '还在名册上' : '已经退出'}的人。您填的内容还在。`)
  return chosen
}
const homeOf = ({ home }: Said): Household => {
  if (!home) throw refusals.badInput('请先找到这一户：在授权里查身份证号，或者从预警打开。您填的内容还在。')
  return home
}
const need = <T>(given: T | undefined, hint: string): T => {
  if (given === undefined) throw refusals.badInput(`${hint}您填的内容还在。`)
  return given
}

/** What each kind of case would decide. A category may be missing until it is put forward. */
const builders: Record<CaseKind, (said: Said) => CaseProposal> = {
  recognise: (said) => {
    const [head, ...members] = need(said.coming, '请写清楚是哪几个人。')
    if (!head) throw refusals.badInput('至少要有一个人。您填的内容还在。')
    if (said.home) return { kind: 'recognised-into', householdId: said.home._id, members: [head, ...members] }
    const villageCode = need(said.villageCode, '请选住在哪个村。')
    return { kind: 'recognised', villageCode, category: said.category ?? '', ...(said.until && { until: said.until }), head, members }
  },
  category: (said) => ({
    kind: 'category',
    householdId: homeOf(said)._id,
    category: said.category ?? '',
    ...(said.until && { until: said.until }),
  }),
  exit: (said) => ({ kind: 'exited', personIds: those(said, true) }),
  died: (said) => {
    const personIds = those(said, true)
    if (personIds.length > 1) throw refusals.badInput('去世核销一次办一个人，请只选一个。您填的内容还在。')
    return { kind: 'died', personIds }
  },
  restore: (said) => ({ kind: 'restored', personIds: said.personIds?.length ? said.personIds : those(said, false) }),
  move: (said) => ({ kind: 'moved', householdId: homeOf(said)._id, villageCode: need(said.villageCode, '请选搬到哪个村。') }),
  head: (said) => ({ kind: 'head', householdId: homeOf(said)._id, personId: need(said.headId, '请选谁当户主。') }),
  join: (said) => {
    const into = need(said.into, '请写要并入的那一户里一个人的身份证号。')
    return { kind: 'joined', personIds: those(said, true), householdId: into._id }
  },
  split: (said) => {
    const personIds = those(said, true)
    const headId = said.headId ?? personIds[0]!
    if (!personIds.includes(headId)) throw refusals.badInput('新的户主要在分出去的人里选。您填的内容还在。')
    if (personIds.length === homeOf(said).members.filter(({ left }) => !left).length)
      throw refusals.badInput('一户人不能全分出去，请至少留一个人。您填的内容还在。')
    return { kind: 'split', householdId: homeOf(said)._id, personIds, headId }
  },
}

/** @throws Refusal that says what is missing. */
export const proposalOf = (kind: CaseKind, said: Said): CaseProposal => builders[kind](said)

export const sealProposal = (keys: Keys, sealed: SealedProposal): string => seal(keys, JSON.stringify(sealed))
export const readProposal = (keys: Keys, { proposalSealed }: Pick<RegisterCase, 'proposalSealed'>): SealedProposal =>
  JSON.parse(open(keys, proposalSealed)) as SealedProposal
