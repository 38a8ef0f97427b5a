import { likenessWatch } from '#affairs/alerts/likeness-watch'
import { momentOf } from '#kernel/call/clock'
import type { AtWork } from '#kernel/jobs/kind'
import { blindIndex, seal } from '#kernel/seal/seal'
import type { LocalCloud } from '#local/host/cloud'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { insertMany } from '#store/db/write'
import { likenesses } from '#store/people/likenesses'
import { persons, type Person } from '#store/people/register'
import { createHash } from 'node:crypto'
import { aVillager, seeded } from '../fixtures/names/people'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

const sizes = [12_883, 128_830] as const

/** Everybody compared with everybody, as the clock does it: the first time, and when nothing has changed since. */
export async function compareAll(): Promise<Figure[]> {
  const taken: { first: number; again: number; pairs: number; heapMb: number }[] = []
  for (const size of sizes) taken.push(await comparing(size))
  const [small, large] = taken as [(typeof taken)[number], (typeof taken)[number]]
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`
  return [
    ...sizes.map((size, i): Figure => ({
      what: `全部比一遍，${size.toLocaleString('en')} 人`,
      value: seconds(taken[i]!.first),
      note: `CPU 时间，网关在别的线程；没有变化再看一遍 ${seconds(taken[i]!.again)}；提出 ${taken[i]!.pairs} 对；堆 ${taken[i]!.heapMb} MB`,
    })),
    {
      what: '全部比一遍：十倍的人，时间的指数',
      value: '',
      ratio: Math.log10(large.first / small.first),
      aim: '≤ 1.05',
    },
  ]
}

const comparing = (size: number) =>
  onBenchCloud(async (cloud, db) => {
    await fillPersons(cloud, db, size)
    const on = { db, keys: cloud.keys, county: cloud.county, moment: momentOf(new Date()) } as unknown as AtWork
    let heap = 0
    const once = async () => {
      const before = process.cpuUsage()
      for (const scope of await likenessWatch.scopes(on)) {
        await likenessWatch.look(on, scope)
        heap = Math.max(heap, process.memoryUsage().heapUsed)
      }
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    const [first, again] = [await once(), await once()]
    return { first, again, pairs: await count(db, likenesses, {}), heapMb: Math.round(heap / 1e6) }
  })

async function fillPersons({ keys }: LocalCloud, db: Db, size: number): Promise<void> {
  const random = seeded(20_261_130)
  await insertMany(
    db,
    persons,
    Array.from({ length: size }, (_, i): Person => {
      const { name, birth, sex, idNumber } = aVillager(random)
      const number = `${idNumber}-${i}`
      return {
        ...{ _id: createHash('sha256').update(String(i)).digest('hex').slice(0, 32), digest: 'd', name, birth, sex },
        ...{ idSealed: seal(keys, idNumber), idIndex: blindIndex(keys, 'id-number', number), importedAt: '2026-11-12T00:00:00.000Z' },
        ...{ householdId: null, relation: null, onRegister: false },
      }
    }),
  )
}
