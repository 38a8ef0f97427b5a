import tcb from '@cloudbase/node-sdk'
import { originOf, verifierKey } from '#kernel/record/checkpoint-note'
import type { Db } from '#store/db/collection'
import { command, readArguments } from './with/arguments'
import { sayFinding } from '../audit/finding'
import { readNotes, readWitness } from '../audit/notes'
import { allPlaces, witnessPlaces } from '../audit/places'
import { verifyAudit, type Verified } from '../audit/verify'
import { startCloud } from '../host/cloud'

/** Proves that nothing in the audit log was changed, removed or slipped in since it was checkpointed; or names the first entry that was. */
void command(async () => {
  const { values } = readArguments({ checkpoint: { type: 'string' }, json: { type: 'boolean' } })
  const elsewhere = typeof values.checkpoint === 'string' ? readNotes(values.checkpoint) : []
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    const { keys, county, data } = cloud
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
    // Before the log is read: what is noted there is in the log already.
    const kept = [...elsewhere, ...allPlaces(witnessPlaces(data, county, keys)).flatMap(readWitness)]
    const before = performance.now()
    const verified = await verifyAudit({ db, keys, county }, kept)
    const rate = Math.round(verified.size / ((performance.now() - before) / 1000))
    if (verified.finding) process.exitCode = 1
    if (values.json === true)
      return console.log(
        JSON.stringify({ ok: !verified.finding, ...verified, kept: kept.length, rate, verifierKey: verifierKey(keys, originOf(county)) }),
      )
    console.log(say(verified, kept.length, rate))
  } finally {
    await cloud.close()
  }
})

function say({ size, root, checkpoints, waiting, finding }: Verified, kept: number, rate: number): string {
  if (finding) return `✗ 审计记录被动过。前 ${size} 条没有问题。\n${sayFinding(finding)}`
  return [
    `✓ 已存证 ${size} 条，根 ${root}，还有 ${waiting} 条等下一次存证。`,
    `  一条条重算过，没有一条被改过、删掉或者后来插进来（存证 ${checkpoints} 次，每秒 ${rate} 条）。`,
    kept > 0
      ? `  和存在别处的 ${kept} 份存证都一致。`
      : '  还没有存在别处的存证可以对照（--checkpoint 文件）：整个库被退回到以前，只有对照才看得出来。',
  ].join('\n')
}
