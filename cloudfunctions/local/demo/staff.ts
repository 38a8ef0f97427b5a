import type { County } from '#domain/county/county'
import { placeOf } from '#domain/place/divisions'
import { isWorkerRole, roleNames, type StaffRole } from '#domain/access/staff'
import { daysAfter } from '#domain/time/dates'
import { now } from '#kernel/call/clock'
import { pledgeHashes } from '#affairs/pledges/pledge'
import type { Db } from '#store/db/collection'
import { findById } from '#store/db/read'
import { replace } from '#store/db/write'
import { agencyHolder, grants, staffHolder, type Grant } from '#store/access/grants'
import type { Pairing } from '#store/people/helpers'
import type { Household } from '#store/people/register'
import { staff, type Staff } from '#store/access/staff'
import type { DemoAccount } from './account'

interface Post {
  id: string
  role: StaffRole
  name: string
  agencyId: string
  areas?: string[]
  workerId?: string
}

/** The demo's workers and officers: they stand in the database like any others, so that everything about them can be tried. */
export async function settleDemoStaff(db: Db, county: County, household: Household, pairing: Pairing | undefined): Promise<DemoAccount[]> {
  const { town } = placeOf(county, household.villageCode)!
  const townAgency = county.agencies.find(({ area }) => area === town.code)?.id ?? county.duties.data
  const source = county.sources.members
  const posts: Post[] = [
    { id: 'grid-worker', role: 'grid-worker', name: '网格员小王', agencyId: townAgency, areas: [household.villageCode] },
    ...(pairing
      ? [
          {
            id: 'cadre',
            role: 'cadre' as const,
            name: pairing.name,
            agencyId: county.agencies.find(({ name }) => name === pairing.unit)?.id ?? county.sources.helpers,
            workerId: pairing.workerId,
          },
        ]
      : []),
    { id: 'town-officer', role: 'data-officer', name: '周专员', agencyId: townAgency },
    { id: 'officer', role: 'officer', name: '吴科员', agencyId: source },
    { id: 'data-officer', role: 'data-officer', name: '郑专员', agencyId: source },
    { id: 'head', role: 'head', name: '叶局长', agencyId: source },
    { id: 'discipline', role: 'officer', name: '蔡监督', agencyId: county.duties.discipline },
    ...nextLevel(county).map((agencyId): Post => ({ id: 'discipline-upper', role: 'officer', name: '林监督', agencyId })),
    { id: 'finance', role: 'officer', name: '钱会计', agencyId: county.duties.finance },
    { id: 'finance-head', role: 'head', name: '金局长', agencyId: county.duties.finance },
    ...payers(county).map((agencyId): Post => ({ id: 'payer', role: 'officer', name: '温干事', agencyId })),
    { id: 'data-head', role: 'head', name: '胡主任', agencyId: county.duties.data },
    { id: 'data-desk', role: 'data-officer', name: '冯专员', agencyId: county.duties.data },
  ]
  for (const post of posts) await settle(db, county, post)
  await settleGrant(db, county, source, town.code)
  return posts.map((post) => demoAccount(county, post))
}

/** The office that takes reports about the county's own discipline office. */
const nextLevel = ({ reports, duties }: County): string[] =>
  reports.offices
    .map(({ agency }) => agency)
    .filter((agency) => agency !== duties.discipline)
    .slice(0, 1)

/** Who pays the allowance of the story's household, and answers when the farmer says that it did not come. */
const payers = ({ programmes }: County): string[] => programmes.filter(({ id }) => id === 'disability-care').map(({ agency }) => agency)

const nameOf = ({ agencies }: County, agencyId: string) => agencies.find(({ id }) => id === agencyId)!.name

async function settle(db: Db, county: County, { id, role, name, agencyId, areas = [], workerId }: Post): Promise<void> {
  const _id = `demo-${id}`
  if (await findById(db, staff, _id)) return
  const signs = role === 'head' || role === 'data-officer'
  const one: Omit<Staff, '_id'> = {
    role,
    name,
    agencyId,
    agency: nameOf(county, agencyId),
    areas,
    workerId: workerId ?? null,
    status: 'active',
    invitedBy: 'demo',
    since: now().iso,
    pledge: signs ? { hash: pledgeHashes(county)[role], at: now().iso } : null,
    removed: null,
  }
  await replace(db, staff, { _id, ...one })
}

/** One grant to begin with: the agency that keeps the register may check payments in the town of the story. */
async function settleGrant(db: Db, county: County, agencyId: string, area: string): Promise<void> {
  const _id = 'demo-grant'
  const purpose = county.purposes.find(({ id, roles }) => roles.includes('officer') && id !== 'emergency')
  if (!purpose || (await findById(db, grants, _id))) return
  const { iso, today } = now()
  const agency = nameOf(county, agencyId)
  const grant: Omit<Grant, '_id'> = {
    holder: agencyHolder(agencyId),
    holderName: agency,
    agencyId,
    agency,
    purpose: purpose.id,
    area,
    householdId: null,
    parts: purpose.parts,
    fields: [],
    from: today,
    until: daysAfter(today, 90),
    untilInstant: null,
    status: 'approved',
    emergency: false,
    reason: '演示：核对本镇发放情况',
    askedBy: { staffId: 'demo-data-officer', name: '郑专员' },
    askedAt: iso,
    decidedBy: { staffId: 'demo-head', name: '叶局长' },
    decidedAt: iso,
    why: '',
    alarmedAgencyId: null,
    acknowledgedBy: null,
  }
  await replace(db, grants, { _id, ...grant })
}

const demoAccount = (county: County, { id, role, name, agencyId }: Post): DemoAccount => ({
  id,
  label: `${roleNames[role]} ${name}（${nameOf(county, agencyId)}）`,
  binds: { person: null, staffId: `demo-${id}`, grantHolders: [staffHolder(`demo-${id}`), agencyHolder(agencyId)] },
  opens: isWorkerRole(role) ? '/' : '/office',
})
