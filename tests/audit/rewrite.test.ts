import { Places, hashEntry } from '#kernel/record/audit-leaf'
import { sayFinding } from '#local/audit/finding'
import { verifyAudit } from '#local/audit/verify'
import type { AuditRecord } from '#store/record/audit'
import { numbered, type AuditCheckpoint } from '#store/record/checkpoints'
import { ChainedLog } from './chained-log'
import { minute, patrol } from './looks'

/**
 * In a log from before entries were sealed: a hand that knows how the chain is made, and makes it anew: what is left against it
 * are signatures, and what was kept elsewhere.
 */
const log = new ChainedLog({ sealed: false })

describe('an entry changed together with its leaf', () => {
  /** Entry `seq` and its leaf, made to fit each other. */
  const rewrite = (seq: number) => {
    const changed = { ...log.entry(seq), purpose: 'nothing-to-see' }
    const { n, previous } = log.leaf(seq)
    log.hand.edit('audit', changed._id, { purpose: changed.purpose })
    log.hand.edit('audit_leaves', numbered(seq), { hash: hashEntry(changed, n, previous) })
  }

  test('is named by the next of its household, whose leaf holds the hash that was', async () => {
    rewrite(30)
    expect(await log.finding()).toEqual({ fault: 'rewritten', ...log.named(30) })
  })

  test('is caught by the signed root, and narrowed down by its subtrees', async () => {
    rewrite(60)
    expect(await log.finding()).toMatchObject({ fault: 'rewritten', seq: 57, upToSeq: 60 })
    log.hand.edit('audit', log.entry(45)._id, { householdId: null })
    log.hand.edit('audit_leaves', numbered(45), {
      householdId: null,
      n: null,
      previous: null,
      hash: hashEntry({ ...log.entry(45), householdId: null }, null, null),
    })
    expect(await log.finding()).toMatchObject({ fault: 'rewritten', ...log.named(45) })
  })

  test('and all leaves after it made anew is caught by the signed root', async () => {
    log.hand.edit('audit', log.entry(23)._id, { purpose: 'nothing-to-see' })
    const places = new Places()
    for (let seq = 1; seq <= 60; seq++)
      log.hand.edit('audit_leaves', numbered(seq), { ...places.take(log.hand.read('audit', log.entry(seq)._id) as unknown as AuditRecord) })
    expect(await log.finding()).toMatchObject({ fault: 'rewritten', seq: 21, upToSeq: 32 })
  })

  test('removed, and all leaves after it made anew and renumbered, is caught', async () => {
    log.hand.remove('audit', log.entry(23)._id)
    log.hand.remove('audit_leaves', ...Array.from({ length: 60 }, (_, i) => numbered(i + 1)))
    const places = new Places()
    log.looks
      .filter((_, i) => i !== 22 && i < 60)
      .forEach((look, i) =>
        log.hand.insert('audit_leaves', {
          _id: numbered(i + 1),
          entryId: look._id,
          at: look.at,
          householdId: look.householdId,
          ...places.take(look),
        }),
      )
    // The first entry of the next patrol now stands in the gap at the checkpoint of 45.
    expect((await log.finding())?.seq).toBeLessThanOrEqual(45)
  })
})

describe('a checkpoint', () => {
  const second = numbered(45)
  const checkpoint = (id: string) => log.hand.read('audit_checkpoints', id) as unknown as AuditCheckpoint

  test.each([
    ['root', 'ab'.repeat(32)],
    ['upTo', minute(0)],
    ['at', minute(0)],
    ['frontier', []],
    ['size', 46],
    ['note', ''],
  ])('whose %s was changed is named', async (field, value) => {
    log.hand.edit('audit_checkpoints', second, { [field]: value })
    expect(await log.finding()).toEqual({ fault: 'checkpoint-changed', seq: 45 })
  })

  test('whose note was changed with it has a wrong signature', async () => {
    const { note } = checkpoint(second)
    const [from, to] = [note.split('\n')[2]!, Buffer.alloc(32).toString('base64')]
    log.hand.edit('audit_checkpoints', second, { root: '00'.repeat(32), note: note.replace(from, to) })
    expect(await log.finding()).toEqual({ fault: 'checkpoint-signature', seq: 45 })
  })

  test('in the middle, deleted, is missed', async () => {
    log.hand.remove('audit_checkpoints', second)
    expect(await log.finding()).toEqual({ fault: 'checkpoint-deleted', seq: 45 })
  })

  test('that was tampered with is not built on', async () => {
    log.hand.edit('audit_checkpoints', numbered(60), { frontier: checkpoint(second).frontier })
    await expect(patrol(log.cloud, 20)).rejects.toThrow('没有往下存')
  })
})

describe('rolled back', () => {
  const rollBack = (many: number) => {
    const gone = Array.from({ length: 60 - many }, (_, i) => many + 1 + i)
    log.hand.remove('audit_checkpoints', numbered(60))
    log.hand.remove('audit_leaves', ...gone.map(numbered))
    log.hand.remove('audit', ...gone.map((seq) => log.entry(seq)._id))
  }

  test('the last checkpoint with its leaves and entries: only what was kept elsewhere tells', async () => {
    rollBack(45)
    expect(await log.finding()).toBeUndefined()
    expect(await log.finding([log.notes[2]!])).toEqual({ fault: 'rolled-back', seq: 46, upToSeq: 60 })
  })

  test('and chained anew without one of them: what was kept elsewhere tells', async () => {
    log.hand.remove('audit_checkpoints', numbered(60))
    log.hand.remove('audit', log.entry(50)._id)
    await patrol(log.cloud, 20)
    expect(await verifyAudit(log.cloud)).toMatchObject({ size: 64, finding: undefined })
    expect(await log.finding(log.notes)).toEqual({ fault: 'witness-differs', seq: 46, upToSeq: 60 })
  })

  test('a kept note that was forged, or is another county’s, is named', async () => {
    expect(await log.finding([log.notes[1]!.replace('\n45\n', '\n44\n')])).toEqual({ fault: 'witness-forged', seq: 44 })
    expect(await log.finding([log.notes[1]!.replaceAll('330328', '330326')])).toEqual({ fault: 'witness-forged', seq: 45 })
  })
})

test('a finding is said in Chinese: which, when, what', () => {
  expect(sayFinding({ fault: 'changed', seq: 30, entryId: 'e', at: '2026-11-24T00:03:09.000Z' })).toBe(
    '第 30 条有问题：这条审计记录被改过，和存证对不上。\n  编号 e\n  时间 2026/11/24 08:03:09',
  )
  expect(sayFinding({ fault: 'rolled-back', seq: 46, upToSeq: 60 })).toContain('第 46 条到第 60 条之间有问题')
})
