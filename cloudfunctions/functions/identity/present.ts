import type { Me } from '#contract/identity'
import type { County, WorkerRole } from '#domain/county'
import { villageName } from '#domain/divisions'
import type { Account } from '#store/accounts'

const roleNames: Record<WorkerRole, string> = { 'grid-worker': '网格员', cadre: '帮扶干部', doctor: '家庭医生' }

/** Who one is, in words. */
export function presentMe(county: County, account: Account | undefined, until?: string): Me {
  if (!account) return { signedIn: false, farmer: false }
  const { person, post } = account
  const titles = [person && `${person.name}（农户）`, post && `${post.name}（${roleNames[post.role]}，${post.agency}）`]
  return {
    signedIn: true,
    farmer: person !== null,
    title: titles.filter(Boolean).join('，'),
    ...(post && { worker: { role: post.role, areas: post.areas.map((code) => villageName(county, code)) } }),
    ...(until && { until }),
  }
}
