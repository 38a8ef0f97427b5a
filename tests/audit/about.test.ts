import { hashEntry } from '#kernel/record/audit-leaf'
import { sealFault } from '#kernel/record/audit-seal'
import { readRootKeys } from '#kernel/seal/keys'
import { verifyAudit } from '#local/audit/verify'
import { findById } from '#store/db/read'
import { audit, type AuditRecord } from '#store/record/audit'
import { recordedBy } from '../office/officers'
import { aPledgedAgency, asStaff, aStaff } from '../harness/people'
import { ChainedLog } from './chained-log'
import { aLook, Hand, patrol, write } from './looks'

/** A record as the version before wrote and sealed it: it knew no subject. Seal and hash are what that version gave. */
const keys = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')}`)
const before: AuditRecord = {
  _id: '6f1c6a2e-0000-4000-8000-000000000001',
  at: '2026-11-24T00:30:07.000Z',
  action: 'office.decideArticle',
  granted: true,
  actor: { accountId: 'a', staffId: 's', role: 'officer', name: '郑科员', agency: '县民政局', agencyId: 'civil-affairs' },
  householdId: null,
  personId: null,
  area: null,
  rows: null,
  parts: [],
  fields: [],
  purpose: null,
  consent: null,
  grantId: null,
  emergency: false,
  reason: 'office_0011223344556677',
  requestId: '0011223344556677',
  seal: {
    writer: '00f1e2d3c4b5a697',
    n: 57,
    without: [[3, 4]],
    key: '1',
    mac: 'd49e14ab5f47f3f0cabd434c0291d77a541a585c8940dad121729af4a8bf4e1e',
  },
}
const hash = '56600f9be0cb91f658f1812da47ed826cc853bc7f0c763954b1f628db8f3b021'

test('a record from before subjects has the seal and the hash that it had; given one, neither fits', () => {
  expect(sealFault(keys, before)).toBeUndefined()
  expect(hashEntry(before, 12, 'ab'.repeat(32))).toBe(hash)
  const given: AuditRecord = { ...before, about: { kind: 'article', id: before.reason! } }
  expect(sealFault(keys, given)).toBe('mac')
  expect(hashEntry(given, 12, 'ab'.repeat(32))).not.toBe(hash)
})

describe('a log that was begun without subjects', () => {
  const log = new ChainedLog()
  const subject = { kind: 'report', id: 'one' } as const
  const withOne = (second: number): AuditRecord => ({ ...aLook(12, second, null), about: subject })
  let chained: AuditRecord
  let waiting: AuditRecord

  beforeAll(async () => {
    const hand = new Hand()
    ;[chained, waiting] = [withOne(1), { ...withOne(2), at: aLook(20, 0, null).at }]
    await write(log.cloud, [chained], hand)
    expect(await patrol(log.cloud, 14)).toMatchObject({ size: 66, strange: 0 })
    await write(log.cloud, [waiting], hand)
    jest.useRealTimers()
  })

  test('goes on with them, and all of it verifies', async () => {
    expect(await verifyAudit(log.cloud, log.notes)).toMatchObject({ size: 66, waiting: 1, finding: undefined })
    expect(await findById(log.cloud.db, audit, chained._id)).toMatchObject({ about: subject })
    expect(log.looks.filter((look) => 'about' in look)).toEqual([])
  })

  test.each([
    ['another of its kind', { kind: 'report', id: 'other' }],
    ['something else', { kind: 'article', id: 'one' }],
    ['nothing', null],
  ])('made to be about %s it is named, chained or not', async (_, about) => {
    log.hand.edit('audit', chained._id, { about })
    expect(await log.finding()).toMatchObject({ fault: 'changed', entryId: chained._id })
    log.hand.edit('audit', chained._id, { about: subject })
    expect(await log.finding()).toBeUndefined()
    log.hand.edit('audit', waiting._id, { about })
    expect(await log.finding()).toMatchObject({ fault: 'forged', entryId: waiting._id })
  })

  test('one of the old ones that is given a subject is named', async () => {
    log.hand.edit('audit', log.entry(30)._id, { about: subject })
    expect(await log.finding()).toMatchObject({ fault: 'changed', ...log.named(30) })
  })

  test('what is about none bears no word of it, as before', async () => {
    const { db } = log.cloud
    await aPledgedAgency(log.cloud, 'civil-affairs')
    const officer = await asStaff(log.cloud, await aStaff(log.cloud, 'officer', { agencyId: 'civil-affairs' }))
    const [look] = await recordedBy(log.cloud, 'supervision.requests', () =>
      log.cloud.call('supervision', 'requests', { open: true }, officer),
    )
    expect(Object.keys((await findById(db, audit, look!._id))!)).not.toContain('about')
  })
})
