import type { CaseFile, CaseList } from '#contract/office/cases'
import type { OfficerRole } from '#domain/access/staff'
import type { HomeCheckFound } from '#domain/work/home-check'
import { asStaff, aGrant, aPledgedAgency, aStaff, impossibleId } from '../harness/people'
import type { As, Cloud } from '../harness/cloud'

/** 南田镇's government works on cases, the county's 民政局 decides: who is there, and what they do. */
export const town = '330328102'
export const village = '330328102201'

export const found: HomeCheckFound = {
  met: '本人',
  consent: true,
  people: 2,
  income: { transferFen: 120000 as never },
  seen: '房子漏雨，老人腿脚不便，没有别的收入。',
  opinion: 'fits',
}

export async function theDesk(cloud: Cloud) {
  const { head, dataOfficer } = await aPledgedAgency(cloud)
  const worker = await aStaff(cloud, 'officer', { agencyId: 'town-330328102', name: '潘小东' })
  await aPledgedAgency(cloud, 'town-330328102')
  const grant = await aGrant(cloud, worker, { purpose: 'eligibility', area: town, parts: ['policies', 'members'] })
  const officer = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '周敏' })
  const discipline = await aStaff(cloud, 'head', { agencyId: 'discipline', name: '纪书记' })
  const people = { head, dataOfficer, worker, officer, discipline }
  const as = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, one]) => [name, await asStaff(cloud, one)] as const)),
  ) as Record<keyof typeof people, As>
  const ask = <Data = CaseFile>(action: string, input: object, who: As = as.worker) => cloud.call<Data>('office', action, input, who)

  /** Somebody who asks for help and is on no list: 程阿婆 and her grandson. */
  const applies = (over: object = {}) =>
    ask('openCase', {
      ...{ kind: 'recognise', villageCode: village, source: 'farmer', words: '老伴去世，孙子在读书，没有收入' },
      coming: [
        { name: '程阿婆', idNumber: impossibleId(), relation: '户主' },
        { name: '程小宝', idNumber: impossibleId(), relation: '孙子' },
      ],
      ...over,
    })
  const looked = async (id: string) => {
    await ask('takeCase', { id, words: '请网格员周三入户' })
    return ask('checkedCase', { id, on: today(), found })
  }
  const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  const post = (id: string, over: object = {}) =>
    ask('postCase', { id, words: '符合低保条件，建议列入', category: 'minimum-living', ...over })
  const propose = (id: string, over: object = {}, who: As = as.worker) =>
    ask('proposeCase', { id, words: '公示没有不同意见', evidence: '入户核查表、公示照片', ...over }, who)
  const decide = (id: string, act: string, who: As = as.head) => ask('decideCase', { id, act, words: '同意，请尽快办理' }, who)
  const list = (view = 'open', who: As = as.worker, more: object = {}) => ask<CaseList>('cases', { view, ...more }, who)
  return { people, as, grant, ask, applies, looked, post, propose, decide, list, today }
}

export type Desk = Awaited<ReturnType<typeof theDesk>>

export const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: Error) => error.message,
  )
export const posts: OfficerRole[] = ['head', 'data-officer', 'officer']
