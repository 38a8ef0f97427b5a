import type { County } from '#domain/county/county'
import { sayPosts, unitName } from '#domain/access/posts'
import type { CaseAct } from '#domain/work/cases'
import type { RegisterCase } from '#store/work/cases'

/** Whose act it is, by unit and post: 县民政局的一把手或管理专员（不是提出的人）. */
export function whoDoes(county: County, act: CaseAct, { agencyId, townCode }: RegisterCase): string {
  const agency = unitName(county, agencyId)
  const town = county.agencies.find(({ area }) => area === townCode)?.name ?? '当地政府'
  const deciders = sayPosts(agency, ['head', 'data-officer'])
  if (act === 'approve' || act === 'refuse') return `${deciders}（不是提出的人，也不是提出的人开通的账号）`
  if (act === 'sendBack') return deciders
  if (act === 'stand' || act === 'overturn')
    return `${deciders}，或${sayPosts(unitName(county, county.duties.discipline), ['head'])}（不是当初提出、批准的人，也不是替他写申诉的人）`
  if (act === 'drop' || act === 'withdraw') return `${deciders}，或${sayPosts(town, ['head', 'data-officer'])}`
  return `${town}或${agency}的人`
}
