import type { GrantRow } from '#contract/office/granting'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { updateOne } from '#store/db/write'
import { staff, type Staff } from '#store/access/staff'
import type { As, Cloud } from '../harness/cloud'
import { aPledgedAgency, aStaff, asStaff } from '../harness/people'

/** Three people of an agency at their desks, who may ask and decide. */
export async function anAgency(cloud: Cloud, agencyId: string) {
  const { head, dataOfficer } = await aPledgedAgency(cloud, agencyId)
  const officer = await aStaff(cloud, 'officer', { agencyId, name: '吴科员' })
  const [atHead, atDataOfficer, atOfficer] = [await asStaff(cloud, head), await asStaff(cloud, dataOfficer), await asStaff(cloud, officer)]
  return { agencyId, head, dataOfficer, officer, atHead, atDataOfficer, atOfficer, holder: `agency:${agencyId}` }
}
export type Agency = Awaited<ReturnType<typeof anAgency>>

/** A wish for the whole agency to check payments in a town, for October. */
export const wish = ({ holder }: Pick<Agency, 'holder'>, over: object = {}) => ({
  holder,
  purpose: 'funds-check',
  area: '330328102',
  parts: ['money'],
  fields: [],
  from: '2026-10-20',
  until: '2026-10-31',
  reason: '核查十月发放',
  ...over,
})

export const granting = (cloud: () => Cloud) => ({
  ask: async (input: object, as: As) => (await cloud().call<{ grant: GrantRow }>('office', 'askGrant', input, as)).grant,
  decide: async (id: string, as: As, approve = true, why = approve ? '' : '范围太大') =>
    (await cloud().call<{ grant: GrantRow }>('office', 'decideGrant', { id, approve, why }, as)).grant,
  revoke: async (id: string, as: As, why = '不用了') =>
    (await cloud().call<{ grant: GrantRow }>('office', 'revokeGrant', { id, why }, as)).grant,
  listed: async (as: As) => (await cloud().call<{ grants: GrantRow[] }>('office', 'grants', {}, as)).grants,
  look: (grantId: string, as: As) => cloud().call<{ total: number }>('supervision', 'list', { grantId }, as),
})

/** As if they had never signed, or had signed a text that reads otherwise today; or had signed today's. */
export const signs = ({ db, county }: Cloud, one: Staff, what: 'nothing' | 'another text' | 'this text') =>
  updateOne(
    db,
    staff,
    { _id: one._id },
    {
      $set: {
        pledge:
          what === 'nothing'
            ? null
            : { hash: what === 'another text' ? 'f'.repeat(64) : pledgeHashes(county)[one.role as 'head'], at: '2026-10-01T00:00:00.000Z' },
      },
    },
  )
