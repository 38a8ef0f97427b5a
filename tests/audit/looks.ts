import { randomUUID } from 'node:crypto'
import type { Chained } from '#contract/patrol/actions'
import { sealRecord } from '#kernel/record/audit-seal'
import { insertMany } from '#store/db/write'
import { audit, type AuditRecord } from '#store/record/audit'
import type { Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'

/** Minute `m` after eight in the morning. */
export const minute = (m: number): string => new Date(Date.parse('2026-11-24T00:00:00Z') + m * 60_000).toISOString()

/** A look at a household (none: about nobody), some seconds into a minute. */
export const aLook = (m: number, second: number, householdId: string | null): AuditRecord =>
  ({
    _id: randomUUID(),
    at: new Date(Date.parse(minute(m)) + second * 1000).toISOString(),
    action: 'household.lookup',
    granted: householdId !== null,
    actor: { accountId: 'a', role: 'grid-worker', name: '王小二', agency: '南田镇人民政府' },
    householdId,
    personId: null,
    parts: householdId ? ['money'] : [],
    purpose: 'help-requested',
    consent: 'self',
    requestId: randomUUID(),
  }) as AuditRecord

/** Looks of one minute, in their order: every third at one of three households, or at none. */
export const looksOf = (m: number, count: number): AuditRecord[] =>
  Array.from({ length: count }, (_, i) => aLook(m, i, [`h${m % 2}`, 'h9', null][i % 3]!))

/** A writer of its own for each log; it numbers what it seals. */
export class Hand {
  private readonly writer = randomUUID().replaceAll('-', '').slice(0, 16)
  private n = 0
  seal = (cloud: Cloud, look: AuditRecord): AuditRecord => sealRecord(cloud.keys, look, { writer: this.writer, n: ++this.n, without: [] })
}

/** Writes looks as one process would, sealed and numbered. */
export const write = (cloud: Cloud, looks: AuditRecord[], hand = new Hand()): Promise<void> =>
  insertMany(
    cloud.db,
    audit,
    looks.map((look) => hand.seal(cloud, look)),
  )

/** The patrol comes round in minute `m`; it chains what is a minute old. */
export function patrol(cloud: Cloud, m: number): Promise<Chained> {
  onlyTheClockIsFake(minute(m))
  return cloud.operate<Chained>('chain', {}, 'patrol')
}
