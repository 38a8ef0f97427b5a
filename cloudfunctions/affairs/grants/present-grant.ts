import type { GrantRow } from '#contract/office/granting'
import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'
import type { Standing, Standings } from '#domain/access/second-person'
import type { Grant } from '#store/access/grants'
import type { Staff } from '#store/access/staff'
import { isUsable } from '#kernel/access/authorize'
import { saidDeciders, standingsFor } from './deciders'
import { mayAcknowledge, mayDecide, mayRevoke } from './powers'
import type { On } from '#kernel/call/on'

/** 文成县, 南田镇, 南田镇武源岭村; one household has no name here. */
export function areaName(county: County, area: string): string {
  if (area === '') return '一户'
  if (area === county.code) return county.name
  const place = placeOf(county, area)
  return place ? place.town.name + place.village.name : (county.towns.find(({ code }) => code === area)?.name ?? area)
}

/** Grants as officers see them, with what this one may do with each, and who may decide what was asked for. */
export async function presentGrants(on: On, one: Staff, grants: readonly Grant[]): Promise<GrantRow[]> {
  const open = grants.filter(
    ({ status, alarmedAgencyId, acknowledgedBy }) => status === 'asked' || (alarmedAgencyId !== null && acknowledgedBy === null),
  )
  const [known, deciders] = await Promise.all([
    open.length === 0 ? new Map<string, Standing>() : standingsFor(on, one, open),
    saidDeciders(on, grants),
  ])
  return grants.map((grant) => presented(on, one, known, grant, deciders.get(grant._id)))
}

export const presentGrant = async (on: On, one: Staff, grant: Grant): Promise<GrantRow> => (await presentGrants(on, one, [grant]))[0]!

const presented = ({ county, moment }: On, one: Staff, known: Standings, grant: Grant, deciders: string | undefined): GrantRow => ({
  id: grant._id,
  holder: grant.holderName,
  agency: grant.agency,
  purpose: grant.purpose,
  purposeLabel: county.purposes.find(({ id }) => id === grant.purpose)?.label ?? grant.purpose,
  area: grant.area,
  areaName: areaName(county, grant.area),
  parts: grant.parts,
  fields: grant.fields,
  from: grant.from,
  until: grant.until,
  state: grant.status,
  usable: isUsable(grant, moment),
  emergency: grant.emergency,
  reason: [grant.reason, grant.why].filter(Boolean).join('；'),
  askedBy: grant.askedBy.name,
  askedAt: grant.askedAt,
  ...(grant.decidedBy && { decidedBy: grant.decidedBy.name }),
  ...(grant.decidedAt && { decidedAt: grant.decidedAt }),
  ...(deciders !== undefined && { deciders }),
  can: {
    decide: mayDecide(county, known, one, grant),
    revoke: mayRevoke(county, one, grant),
    acknowledge: mayAcknowledge(known, one, grant),
  },
})
