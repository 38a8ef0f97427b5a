import type { OfficerFile } from '#contract/supervision/actions'
import { maskName } from '#domain/people/names'
import type { On } from '#kernel/call/on'
import { findIn } from '#store/db/read'
import type { Household } from '#store/people/register'
import { vitalEvents } from '#store/people/vital'

/** What lists say happened to these people, the newest first; where they went and what they died of is left out. */
export async function toldOf({ db, county }: On, members: Household['members']): Promise<OfficerFile['told']> {
  const memberOf = new Map(members.map((member) => [member.personId, member]))
  const said = await findIn(db, vitalEvents, 'personId', [...memberOf.keys()])
  const agency = (id: string) => county.agencies.find((one) => one.id === id)?.name ?? (id || '没有写单位')
  return said
    .sort((a, b) => b.on.localeCompare(a.on) || a._id.localeCompare(b._id))
    .map(({ personId, kind, on, onIs, agency: from, saidOn, sheet, row }) => {
      const { name, relation } = memberOf.get(personId)!
      return { name: maskName(name), relation, kind, on, onIs, source: { agency: agency(from), day: saidOn, sheet, row } }
    })
}
