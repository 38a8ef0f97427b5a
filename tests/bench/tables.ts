import { officerRoles, type StaffRole } from '#domain/access/staff'
import type { supervision } from '#contract/supervision/actions'
import type { OutputOf } from '#contract/call/action'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { newAccount, newSession } from '#kernel/access/caller'
import { seal } from '#kernel/seal/seal'
import type { LocalCloud } from '#local/host/cloud'
import { insertAccount } from '#store/access/accounts'
import { insertGrant, staffHolder } from '#store/access/grants'
import { insertStaff } from '#store/access/staff'
import type { Db } from '#store/db/collection'
import { insertMany } from '#store/db/write'
import { households, persons } from '#store/people/register'
import { onBenchCloud } from './bench-cloud'
import { quantile, timeEach, type Figure } from './measure'
import { registered } from './registered'

const rows = 130_000
const at = '2026-11-12T00:00:00.000Z'
type Replies = { [Name in 'tablePreview' | 'export' | 'exportProgress']: OutputOf<(typeof supervision)[Name]> }

/** The first page of the register of so many households, and all of it as a file: how long, and what memory it takes as it goes on. */
export const tablesOut = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const villages = cloud.county.towns.flatMap(({ villages }) => villages.map(({ code }) => code))
    const sealed = seal(cloud.keys, '330399194606150015')
    for (let from = 0; from < rows; from += 10_000) {
      const some = Array.from({ length: 10_000 }, (_, i) => {
        const serial = String(from + i).padStart(8, '0')
        const ids = { householdId: `h${serial}`, personId: `p${serial}`, codeId: serial }
        return registered({ ...ids, villageCode: villages[(from + i) % villages.length]! }, sealed)
      })
      await insertMany(
        db,
        households,
        some.map((one) => one.households as never),
      )
      await insertMany(
        db,
        persons,
        some.map((one) => one.persons as never),
      )
    }
    const ask = await anOfficer(cloud, db)
    const asked = { grantId: 'bench', table: 'register' }
    await ask('tablePreview', asked)
    const first = await timeEach(20, () => ask('tablePreview', asked))
    const begun = performance.now()
    const memory: number[] = []
    let taken: Replies['exportProgress'] = await ask('export', { ...asked, count: rows, reason: '量一量快慢' })
    while (taken.state === 'waiting') {
      taken = await ask('exportProgress', { id: taken.id })
      memory.push(process.memoryUsage().rss / 1e6)
    }
    if (taken.state !== 'done' || taken.rows !== rows) throw new Error(JSON.stringify(taken))
    const seconds = (performance.now() - begun) / 1000
    const half = Math.ceil(memory.length / 2)
    return [
      {
        what: `表册先看的一页，${rows.toLocaleString('en')} 户`,
        value: `${quantile(first, 0.5).toFixed(0)} ms`,
        aim: '≤ 300 ms',
        note: `二十次里最慢的一次 ${quantile(first, 0.95).toFixed(0)} ms`,
      },
      {
        what: `在册名册 ${rows.toLocaleString('en')} 户做成 .xlsx`,
        value: `${seconds.toFixed(0)} s`,
        ratio: Math.max(...memory.slice(half)) / Math.max(...memory.slice(0, half)),
        aim: '内存后一半 ÷ 前一半 ≤ 1.15',
        note: `每秒 ${Math.round(rows / seconds)} 户，最多占 ${Math.max(...memory).toFixed(0)} MB`,
      },
    ]
  })

/** An officer with a grant for the whole county, who has just shown the authenticator's code again. */
async function anOfficer({ county, keys, functions }: LocalCloud, db: Db) {
  const agency = county.agencies.find(({ id }) => id === county.duties.data)!
  const hashes = pledgeHashes(county)
  const post = (role: StaffRole) => ({ role, name: '王小二', agencyId: agency.id, agency: agency.name, areas: [], workerId: null })
  for (const role of officerRoles)
    await insertStaff(db, {
      ...{ _id: role, ...post(role), status: 'active', invitedBy: 'bench', since: at, removed: null },
      pledge: role === 'officer' ? null : { hash: hashes[role], at },
    })
  const by = { staffId: 'bench', name: '郑专员' }
  await insertGrant(db, {
    ...{ _id: 'bench', holder: staffHolder('officer'), holderName: '王小二', agencyId: agency.id, agency: agency.name },
    ...{ purpose: 'funds-check', area: county.code, householdId: null, parts: ['money', 'policies', 'members'] },
    ...{ fields: ['name', 'id-number'], from: '2026-01-01', until: '2999-12-31', untilInstant: null, status: 'approved' },
    ...{ emergency: false, reason: '', askedBy: by, askedAt: at, decidedBy: by, decidedAt: at, why: '' },
    ...{ alarmedAgencyId: null, acknowledgedBy: null },
  })
  const account = newAccount(keys, at)
  const { token, session } = newSession(keys, account._id, '2999-01-01T00:00:00.000Z')
  const steppedUp = new Date().toISOString()
  await insertAccount(db, { ...account, session: { ...session, steppedUp }, staffId: 'officer', grantHolders: [staffHolder('officer')] })
  return async <Name extends keyof Replies>(action: Name, input: object): Promise<Replies[Name]> => {
    const { body } = (await functions.supervision!(
      {
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        requestContext: { sourceIp: '127.0.0.1' },
        body: JSON.stringify({ action, input }),
      },
      {},
    )) as { body: string }
    const reply = JSON.parse(body) as { data: Replies[Name] } | { error: { message: string } }
    if ('error' in reply) throw new Error(reply.error.message)
    return reply.data
  }
}
