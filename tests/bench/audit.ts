import { randomUUID } from 'node:crypto'
import type { Chained } from '#contract/patrol/actions'
import { sealRecord } from '#kernel/record/audit-seal'
import { verifyAudit } from '#local/audit/verify'
import { audit, type AuditRecord } from '#store/record/audit'
import { insertMany } from '#store/db/write'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

const entries = 100_000
const households = 9_521

/** Seconds that work takes, and what it gives. */
async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const before = performance.now()
  const result = await work()
  return { seconds: (performance.now() - before) / 1000, result }
}

/** A year and a half of looks, long ago: one every ten minutes of the day. */
const aLook = (i: number) =>
  ({
    _id: randomUUID(),
    at: new Date(Date.parse('2024-01-01T00:00:00Z') + i * 480_000).toISOString(),
    action: 'household.lookup',
    granted: true,
    actor: { accountId: randomUUID(), role: 'grid-worker', name: '王小二', agency: '南田镇人民政府' },
    householdId: `h${(i * 7919) % households}`,
    personId: randomUUID(),
    parts: ['money', 'dividends', 'awards', 'policies', 'helpers', 'members'],
    purpose: 'help-requested',
    consent: 'self',
    requestId: 'abcdef0123456789',
  }) as unknown as AuditRecord

/** Entries a second that the patrol chains and that a replay of the whole log verifies, and what a patrol costs when nothing is new. */
export const auditRate = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    await insertMany(
      db,
      audit,
      Array.from({ length: entries }, (_, i) => sealRecord(cloud.keys, aLook(i), { writer: '00f1e2d3c4b5a697', n: i + 1, without: [] })),
    )
    const patrol = () => cloud.operate<Chained>('patrol', 'chain', {})
    const chained = await timed(patrol)
    if (chained.result.added !== entries) throw new Error(`The patrol chained ${chained.result.added} of ${entries}`)
    const idle = await timed(patrol)
    const verified = await timed(() => verifyAudit({ db, keys: cloud.keys, county: cloud.county }))
    if (verified.result.finding) throw new Error(`The bench's log is not sound: ${JSON.stringify(verified.result.finding)}`)
    const rate = (seconds: number) => `${(entries / seconds).toFixed(0)} 条/秒`
    const many = entries.toLocaleString('en')
    return [
      { what: `审计存证（${many} 条）`, value: rate(chained.seconds), note: `${chained.seconds.toFixed(1)} 秒` },
      { what: `没有新记录时巡一次（${many} 条之后）`, value: `${(idle.seconds * 1000).toFixed(0)} 毫秒` },
      {
        what: `审计核对（${many} 条，一条条重算）`,
        value: rate(verified.seconds),
        note: `${verified.seconds.toFixed(1)} 秒，存证 ${verified.result.checkpoints} 次`,
      },
    ]
  })
