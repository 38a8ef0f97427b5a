import type { Me } from '#contract/identity/actions'
import { villageName } from '#domain/place/divisions'
import { isWithin } from '#domain/access/grants'
import { maskName } from '#domain/people/names'
import { isWorkerRole, roleNames, type OfficerRole } from '#domain/access/staff'
import type { Caller } from '#kernel/access/authorize'
import type { On } from '#kernel/call/on'
import { waitingDigits } from '#affairs/trust/vouching'

/** Who one is, in words. An account that is bound to nothing is nobody yet. */
export function presentMe({ keys, county, moment }: On, { account, person, staff, proxies = [], waiting = [], until }: Caller): Me {
  const relatives = proxies
    .filter((proxy) => !proxy.revoked && isWithin(proxy, moment.today))
    .map((proxy) => ({ proxyId: proxy._id, head: proxy.principal, relation: proxy.relation, parts: proxy.parts, until: proxy.until }))
  const held = account &&
    waiting.length > 0 && {
      waiting: waiting.map(({ kind, id, of, vouched }) => ({
        kind,
        of: maskName(of),
        reads: vouched.reads,
        ...(vouched.second === null && { code: waitingDigits(keys, account._id, id) }),
        ...(vouched.from !== null && { from: vouched.from }),
      })),
    }
  if (!person && !staff && relatives.length === 0) return { signedIn: false, farmer: false, relatives: [], ...held }
  const titles = [
    person && `${maskName(person.name)}（农户）`,
    staff && `${staff.name}（${roleNames[staff.role]}，${staff.agency}）`,
    !person && !staff && `${relatives.map(({ head }) => head).join('、')}的家人`,
  ]
  return {
    signedIn: true,
    farmer: person !== undefined,
    title: titles.filter(Boolean).join('，'),
    relatives,
    ...(staff && isWorkerRole(staff.role) && { worker: { role: staff.role, areas: staff.areas.map((code) => villageName(county, code)) } }),
    ...(staff && !isWorkerRole(staff.role) && { officer: { role: staff.role as OfficerRole, agency: staff.agency } }),
    ...held,
    ...(until && { until }),
  }
}
