import type { SchemeFile, SchemeMemberFile } from '#contract/office/schemes'
import type { Day } from '#domain/time/dates'
import { fen } from '#domain/money/money'
import { membershipIdOf } from '#store/work/schemes'
import { schemeIdOf } from '#affairs/schemes/scheme-id'
import { insert } from '#store/db/write'
import { dividends } from '#store/money/money'
import { randomUUID } from 'node:crypto'
import { aGrant, aHousehold, aPledgedAgency, asStaff, aStaff } from '../harness/people'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import type { As, Cloud } from '../harness/cloud'

const town = '330328102'
const village = '330328102201'
export const on = (day: string) => onlyTheClockIsFake(`${day}T02:00:00Z`)
export const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: Error) => error.message,
  )

/** 县农业农村局 has the schemes, 南田镇's government works on its households, discipline and finance look. */
export async function theDesk(cloud: Cloud) {
  const { head, dataOfficer } = await aPledgedAgency(cloud, 'agriculture')
  await aPledgedAgency(cloud, 'town-330328102')
  const people = {
    ...{ head, dataOfficer },
    officer: await aStaff(cloud, 'officer', { agencyId: 'agriculture', name: '叶敏' }),
    worker: await aStaff(cloud, 'officer', { agencyId: 'town-330328102', name: '潘小东' }),
    townHead: await aStaff(cloud, 'head', { agencyId: 'town-330328102', name: '镇长' }),
    otherTown: await aStaff(cloud, 'officer', { agencyId: 'town-330328100', name: '胡小西' }),
    discipline: await aStaff(cloud, 'head', { agencyId: 'discipline', name: '纪书记' }),
    finance: await aStaff(cloud, 'officer', { agencyId: 'finance', name: '算盘' }),
    education: await aStaff(cloud, 'head', { agencyId: 'education', name: '局长' }),
  }
  const grant = await aGrant(cloud, people.worker, { purpose: 'funds-check', area: town, parts: ['members'] })
  const entries = await Promise.all(Object.entries(people).map(async ([name, one]) => [name, await asStaff(cloud, one)] as const))
  const as = Object.fromEntries(entries) as Record<keyof typeof people, As>
  const ask = <Data = SchemeMemberFile>(action: string, input: object, who: As = as.worker) =>
    cloud.call<Data>('office', action, input, who)

  /** A scheme that two people opened: 10 % a year from 2023 on. */
  async function scheme(name: string, over: object = {}) {
    const terms = { mode: 'enclave-park', operator: '文成飞地公司', startOn: '2023-01-01', fromYear: 2023, rate: 1000, words: '框架协议' }
    const { row } = await ask<SchemeFile>('openScheme', { name, ...terms, ...over }, as.officer)
    await ask('decideScheme', { id: row.id, act: 'approve', words: '同意登记' }, as.head)
    return row.id
  }
  const home = (over: object = {}) => aHousehold(cloud, { townCode: town, villageCode: village, headName: '钟建国', ...over })
  const decide = (id: string, act = 'approve', who: As = as.head) => ask('decideMember', { id, act, words: '核过了，同意' }, who)
  /** Written down by one, approved by another. */
  async function signs(id: string, input: object, act = 'signMember') {
    await ask(act, { id, ...input })
    return decide(id)
  }
  /** A household that signed for 8,000 yuan. */
  async function member(schemeId: string, over: object = {}, signed: object = {}) {
    const one = await home(over)
    const { row } = await ask('joinScheme', { id: schemeId, grantId: grant._id, idNumber: one.idNumber, words: '本人要入股' })
    await signs(row.id, { on: '2024-05-10', amountFen: 800_000, words: '协议第 7 号', ...signed })
    return { ...one, id: row.id }
  }
  const listed = (scheme: string, householdId: string | null, year: number, dividendFen: number, principalFen = 800_000, personId = 'p') =>
    insert(cloud.db, dividends, {
      ...{ _id: randomUUID(), digest: 'd', personId, householdId, scheme, schemeId: schemeIdOf(scheme), year },
      ...{ principalFen: fen(principalFen), dividendFen: fen(dividendFen), importId: 'list', importedAt: '2026-01-01T00:00:00.000Z' },
    })
  const acts = {
    tell: (id: string, day: Day | string) => ask('tellMember', { id, on: day, words: '上门说了股金的事' }),
    asks: (id: string, over: object = {}) => ask('askLeave', { id, reasonId: 'own-wish', words: '本人要用钱', ...over }),
    ...{ decide, signs },
    back: (id: string, amountFen: number, day: Day | string) => ask('returnPrincipal', { id, amountFen, on: day, words: '银行回单' }),
    read: (id: string, who: As = as.officer) => ask('schemeMember', { id }, who),
    page: (id: string, who: As = as.officer) => ask<SchemeFile>('scheme', { id }, who),
    rows: async (id: string, view: string, year?: number, who: As = as.officer) =>
      (await ask<{ rows: { id: string }[]; total: number }>('schemeMembers', { id, view, ...(year && { year }) }, who)).rows,
  }
  return { people, as, grant, ask, scheme, home, member, listed, ...acts }
}
export type Desk = Awaited<ReturnType<typeof theDesk>>
export const idOf = (name: string, householdId: string) => membershipIdOf(schemeIdOf(name), householdId)
