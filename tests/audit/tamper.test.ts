import { hashEntry } from '#kernel/record/audit-leaf'
import { verifyAudit } from '#local/audit/verify'
import { numbered } from '#store/record/checkpoints'
import { ChainedLog } from './chained-log'
import { aLook, minute } from './looks'

const log = new ChainedLog()

test('a log that nobody touched verifies; what waits is no fault', async () => {
  expect(await verifyAudit(log.cloud, log.notes)).toMatchObject({ size: 60, checkpoints: 3, waiting: 5, finding: undefined })
})

describe('one entry', () => {
  test.each([
    ['purpose', { purpose: 'annual-review' }],
    ['who it was', { actor: { accountId: 'b', role: 'cadre', name: '李四', agency: '别处' } }],
    ['granted', { granted: false }],
    ['whose file it was', { householdId: 'h-other' }],
    ['a field more', { note: '无' }],
    ['the time, to later', { at: minute(4) }],
    ['the time, to earlier', { at: minute(-60) }],
    ['the time, to after the last checkpoint', { at: minute(60) }],
    ['the time, to none', { at: null }],
  ])('changed in %s is named', async (_, change) => {
    log.hand.edit('audit', log.entry(30)._id, change)
    expect(await log.finding()).toEqual({ fault: 'changed', ...log.named(30) })
  })

  test('deleted is named', async () => {
    log.hand.remove('audit', log.entry(33)._id)
    expect(await log.finding()).toEqual({ fault: 'deleted', ...log.named(33) })
  })

  test('the last under a checkpoint, deleted, is named though another waits behind it', async () => {
    log.hand.remove('audit', log.entry(60)._id)
    expect(await log.finding()).toEqual({ fault: 'deleted', ...log.named(60) })
  })

  test('deleted with its leaf is named by its number', async () => {
    for (const seq of [33, 60]) {
      log.hand.remove('audit', log.entry(seq)._id)
      log.hand.remove('audit_leaves', numbered(seq))
      expect(await log.finding()).toEqual({ fault: 'deleted-with-leaf', seq: Math.min(seq, 33) })
    }
  })

  test('slipped in behind a checkpoint is named', async () => {
    const late = { ...aLook(3, 10.5, 'h9') }
    log.hand.insert('audit', { ...late })
    expect(await log.finding()).toEqual({ fault: 'inserted', seq: 32, entryId: late._id, at: late.at })
  })

  test('slipped in before all others, after all others, or without a time is named', async () => {
    for (const [at, seq] of [
      [minute(-1), 1],
      [minute(7), 61],
      [null, 61],
    ] as const) {
      const late = { ...aLook(0, 0, null), at }
      log.hand.insert('audit', late)
      expect(await log.finding()).toMatchObject({ fault: 'inserted', seq, entryId: late._id })
      log.hand.remove('audit', late._id)
    }
  })

  test('slipped in by the patrol’s own way, with a leaf, is found', async () => {
    const late = aLook(6, 14.5, null)
    log.hand.insert('audit', { ...late })
    log.hand.insert('audit_leaves', {
      _id: numbered(61),
      entryId: late._id,
      at: late.at,
      householdId: null,
      n: null,
      previous: null,
      hash: hashEntry(late, null, null),
    })
    expect(await log.finding()).toMatchObject({ seq: 61, entryId: late._id })
  })
})

test('two entries with their contents swapped: the first is named', async () => {
  const { _id: first, ...a } = log.entry(25)
  const { _id: second, ...b } = log.entry(41)
  log.hand.edit('audit', first, b)
  log.hand.edit('audit', second, a)
  expect(await log.finding()).toEqual({ fault: 'changed', ...log.named(25) })
})

test('two entries changed: the first is named', async () => {
  for (const seq of [52, 22]) log.hand.edit('audit', log.entry(seq)._id, { purpose: 'x' })
  expect(await log.finding()).toEqual({ fault: 'changed', ...log.named(22) })
})

describe('a leaf', () => {
  test('whose hash was changed is told apart from its entry', async () => {
    log.hand.edit('audit_leaves', numbered(30), { hash: 'ab'.repeat(32) })
    expect(await log.finding()).toEqual({ fault: 'leaf-changed', ...log.named(30) })
  })

  test.each([
    ['n', 7],
    ['previous', null],
    ['at', minute(1)],
    ['householdId', 'h-other'],
  ])('whose %s was changed is named', async (field, value) => {
    log.hand.edit('audit_leaves', numbered(31), { [field]: value })
    expect(await log.finding()).toMatchObject({ fault: 'leaf-changed', seq: 31, entryId: log.entry(31)._id })
  })

  test('deleted is named with the entry that lost it', async () => {
    log.hand.remove('audit_leaves', numbered(30))
    expect(await log.finding()).toEqual({ fault: 'leaf-deleted', ...log.named(30) })
  })

  test('too many is named', async () => {
    const { _id: _, ...rest } = log.leaf(30)
    log.hand.insert('audit_leaves', { ...rest, _id: `${numbered(30)}x`, entryId: 'e' })
    expect(await log.finding()).toMatchObject({ fault: 'leaf-inserted', seq: 31, entryId: 'e' })
  })

  test('that changed places with another is named', async () => {
    const [a, b] = [log.leaf(27), log.leaf(30)]
    log.hand.remove('audit_leaves', a._id, b._id)
    log.hand.insert('audit_leaves', { ...a, _id: b._id }, { ...b, _id: a._id })
    expect(await log.finding()).toMatchObject({ fault: 'order', seq: 27, entryId: log.entry(30)._id })
  })
})
