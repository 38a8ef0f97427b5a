import { randomUUID } from 'node:crypto'
import { newCodeId } from '#kernel/access/code-signer'
import { medicalWatch } from '#affairs/alerts/medical-watch'
import { servedWatch } from '#affairs/alerts/served-watch'
import { vitalWatch } from '#affairs/alerts/vital-watch'
import type { Watch } from '#affairs/alerts/watch'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import type { AtWork } from '#kernel/jobs/kind'
import { seal } from '#kernel/seal/seal'
import type { LocalCloud } from '#local/host/cloud'
import type { Db } from '#store/db/collection'
import { inParts } from '#store/db/turns'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'
import { registered } from './registered'

/** What is compared with the register: who died or moved, what was paid for treatment, who has nobody, who stands on it twice. */
const watches: readonly Watch[] = [vitalWatch, medicalWatch, servedWatch]
/** One in so many died, and one in so many has bills. */
const [deathsOneIn, billsOneIn] = [200, 10]

/** One look over the register of so many people: processor seconds, those of the local gateway among them, and the memory it wanted. */
export const comparisonAt = (people: number): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    await fill(cloud, db, people)
    global.gc?.()
    const [before, held] = [process.cpuUsage(), process.memoryUsage().heapUsed]
    let [most, found] = [held, 0]
    const on: AtWork = { ...environment(), moment: now() }
    for (const watch of watches)
      for (const scope of await watch.scopes(on)) {
        for (const findings of Object.values(await watch.look(on, scope))) found += findings.length
        most = Math.max(most, process.memoryUsage().heapUsed)
      }
    const { user, system } = process.cpuUsage(before)
    return [
      {
        what: `名册比对处理器秒数（${people.toLocaleString('en')} 人）`,
        value: `${((user + system) / 1e6).toFixed(1)} 秒`,
        note: `发现 ${found} 处，多用内存 ${((most - held) / 2 ** 20).toFixed(0)} MB`,
      },
    ]
  })

async function fill({ keys, county }: LocalCloud, db: Db, count: number): Promise<void> {
  const villages = county.towns.flatMap(({ villages }) => villages)
  const sealed = seal(keys, '16000000000')
  for (const part of inParts(
    Array.from({ length: count }, (_, i) => i),
    1000,
  )) {
    const bulk: Record<string, object[]> = {}
    const keep = (documents: Record<string, object>) => {
      for (const [name, document] of Object.entries(documents)) (bulk[name] ??= []).push(document)
    }
    for (const i of part) {
      const [householdId, personId] = [randomUUID(), randomUUID()]
      keep(registered({ householdId, personId, codeId: newCodeId(), villageCode: villages[i % villages.length]!.code }, sealed))
      const said = { _id: randomUUID(), digest: 'd', personId, householdId, agency: '', saidOn: '2026-10-31', importId: 'bench' }
      if (i % deathsOneIn === 0) keep({ vital_events: { ...said, kind: 'died', on: '2026-08-17', from: '2026-08', to: '2026-08' } })
      if (i % billsOneIn === 0)
        keep({ medical_bills: { ...said, from: '2026-01', to: '2026-09', selfPaidFen: i % (billsOneIn * 20) === 0 ? 4_000_000 : 900_000 } })
    }
    await Promise.all(Object.entries(bulk).map(([name, documents]) => db.collection(name).add(documents)))
  }
}
