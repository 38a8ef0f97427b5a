import type { StaffPost } from '#contract/office/staffing'
import { placeOf } from '#domain/place/divisions'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { workers } from '#store/people/helpers'
import type { Post } from '#store/access/staff-wishes'
import { agencyNamed } from './agencies'

/** What somebody is to be, as it was written. @throws Refusal that names what is not known or missing. */
export async function readPost({ county, db }: On, { role, name, agency: written, areas, workerId }: StaffPost): Promise<Post> {
  const agency = agencyNamed(county, written)
  if (!agency) throw refusals.badInput(`不认得单位“${written}”。请写县包 agencies.json 里的全名，例如 ${county.agencies[0]!.name}。`)
  const unknown = areas.filter((code) => !placeOf(county, code))
  if (unknown.length > 0) throw refusals.badInput(`不认得村码 ${unknown.join('、')}。请写 12 位村码。`)
  if (role === 'grid-worker' && areas.length === 0) throw refusals.badInput('网格员要写明管哪些村。')
  if ((role === 'cadre' || role === 'doctor') && !(workerId && (await findById(db, workers, workerId))))
    throw refusals.badInput('帮扶干部和家庭医生要对上台账里的人：请先按姓名查一查，再选。')
  return { role, name, agencyId: agency.id, agency: agency.name, areas: role === 'grid-worker' ? areas : [], workerId: workerId ?? null }
}
