import { verifyAudit } from '#local/audit/verify'
import { readCheckpoint, originOf } from '#kernel/record/checkpoint-note'
import { audit } from '#store/record/audit'
import { latestCheckpoint } from '#store/record/checkpoints'
import { insertMany } from '#store/db/write'
import { ChainedLog } from './chained-log'
import { aLook, Hand, looksOf, patrol, write } from './looks'

/** A county whose record was begun before entries were sealed: 60 are chained, 5 wait. */
const log = new ChainedLog({ sealed: false })

test('what was there verifies on; for ten minutes what the version before still writes is taken; then nothing without a seal', async () => {
  expect(await verifyAudit(log.cloud, log.notes)).toMatchObject({ size: 60, waiting: 5, finding: undefined })
  const hand = new Hand()
  await write(log.cloud, looksOf(20, 3), hand)
  await insertMany(log.cloud.db, audit, looksOf(22, 2))
  expect(await patrol(log.cloud, 23)).toMatchObject({ size: 70, strange: 0 })
  await write(log.cloud, looksOf(32, 2), hand)
  expect(await patrol(log.cloud, 33)).toMatchObject({ size: 72, strange: 0 })
  expect(readCheckpoint(log.cloud.keys, originOf(log.cloud.county), (await latestCheckpoint(log.cloud.db))!.note)).toMatchObject({
    sealedFrom: 73,
  })
  expect(await verifyAudit(log.cloud, log.notes)).toMatchObject({ size: 72, waiting: 0, finding: undefined })

  const late = aLook(21, 0, 'h9')
  await insertMany(log.cloud.db, audit, [late])
  expect(await patrol(log.cloud, 40)).toMatchObject({ added: 0 })
  expect(await verifyAudit(log.cloud)).toMatchObject({ finding: { fault: 'inserted', entryId: late._id } })
})
