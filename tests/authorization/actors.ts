import type { As, Cloud, From } from '../harness/cloud'
import { aGrant, aHousehold, aPledgedAgency, aProxy, aStaff, asFarmer, asStaff, signedIn } from '../harness/people'
import { cadreId, doctorId, type Planted } from './planted'

/** Who calls: as whom, from where, and under which grant they say to look. */
export interface Actor {
  as: As
  from?: From
  grantId?: string
}
type Make = (cloud: Cloud, home: Planted) => Promise<Actor>

const outside = { sourceIp: '203.0.113.9' }
const elsewhere = '330328100201'

const worker =
  (role: 'grid-worker' | 'cadre' | 'doctor', post: Parameters<typeof aStaff>[2]): Make =>
  async (cloud) => ({ as: await asStaff(cloud, await aStaff(cloud, role, post)) })

/** An officer of an agency whose duties are signed, with one grant. */
const officer =
  (over: Parameters<typeof aGrant>[2] | undefined, more: { pledged?: boolean; removed?: boolean; from?: From } = {}): Make =>
  async (cloud, home) => {
    const agencyId = more.pledged === false ? 'veterans' : 'civil-affairs'
    const one = await aStaff(cloud, 'officer', { agencyId, status: more.removed ? 'removed' : 'active' })
    const grant = over && (await aGrant(cloud, one, { area: home.townCode, ...over }))
    return { as: await asStaff(cloud, one), ...(grant && { grantId: grant._id }), ...(more.from && { from: more.from }) }
  }

const duty =
  (role: 'head' | 'data-officer', agencyId: string): Make =>
  async (cloud) => ({ as: await asStaff(cloud, await aStaff(cloud, role, { agencyId })) })

/** Every role, every relation to the planted household, every state of a grant. */
export const actors = {
  stranger: async () => ({ as: 'stranger' }),
  'openid of nobody': async () => ({ as: { openid: 'nobody' } }),
  farmer: async (cloud, home) => ({ as: await asFarmer(cloud, home) }),
  'farmer, session over': async (cloud, home) => ({
    as: await signedIn(cloud, { person: { personId: home.headId, boundOn: '2026-10-12' } }, '2026-10-01T00:00:00.000Z'),
  }),
  neighbour: async (cloud) => ({ as: await asFarmer(cloud, await aHousehold(cloud)) }),
  relative: async (cloud, home) => ({ as: await signedIn(cloud, { proxyIds: [(await aProxy(cloud, home.headId))._id] }) }),
  'relative, ended': async (cloud, home) => ({
    as: await signedIn(cloud, { proxyIds: [(await aProxy(cloud, home.headId, { until: '2026-10-19' }))._id] }),
  }),
  'relative, revoked': async (cloud, home) => ({
    as: await signedIn(cloud, {
      proxyIds: [(await aProxy(cloud, home.headId, { revoked: { by: 'self', at: '2026-10-12T00:00:00.000Z' } }))._id],
    }),
  }),
  'grid worker': async (cloud, home) => worker('grid-worker', { areas: [home.villageCode] })(cloud, home),
  'grid worker elsewhere': worker('grid-worker', { areas: [elsewhere] }),
  'grid worker, removed': async (cloud, home) => worker('grid-worker', { areas: [home.villageCode], status: 'removed' })(cloud, home),
  cadre: worker('cadre', { workerId: cadreId }),
  'cadre of others': worker('cadre', { workerId: 'someone' }),
  doctor: worker('doctor', { workerId: doctorId }),
  'doctor of others': worker('doctor', { workerId: 'someone' }),
  'officer without grant': officer(undefined),
  'officer with grant': officer({ parts: ['money', 'awards', 'members'] }),
  'officer with numbers': officer({ parts: ['members'], fields: ['id-number', 'phone', 'card'] }),
  'officer, grant asked': officer({ status: 'asked' }),
  'officer, grant refused': officer({ status: 'refused' }),
  'officer, grant revoked': officer({ status: 'revoked' }),
  'officer, grant over': officer({ until: '2026-10-19' }),
  'officer, grant to come': officer({ from: '2026-10-21' }),
  'officer, grant elsewhere': officer({ area: elsewhere.slice(0, 9) }),
  'officer, hour over': officer({ area: '', emergency: true, untilInstant: '2026-10-20T01:59:59.000Z' }),
  'officer, agency unpledged': officer({}, { pledged: false }),
  'officer, removed': officer({}, { removed: true }),
  'officer of the report office': async (cloud) => ({
    as: await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'discipline' })),
  }),
  'officer outside': officer({}, { from: outside }),
  'officer with a colleague’s grant': async (cloud, home) => ({
    ...(await officer(undefined)(cloud, home)),
    grantId: (await officer({})(cloud, home)).grantId!,
  }),
  'data officer': duty('data-officer', 'civil-affairs'),
  'data officer of the town': duty('data-officer', 'town-330328102'),
  'data officer of another town': duty('data-officer', 'town-330328100'),
  head: duty('head', 'civil-affairs'),
  'head of another agency': duty('head', 'education'),
} satisfies Record<string, Make>
export type ActorName = keyof typeof actors
export const actorNames = Object.keys(actors) as ActorName[]

/** What the officers' grants rest on. */
export const pledge = (cloud: Cloud) => aPledgedAgency(cloud, 'civil-affairs')
