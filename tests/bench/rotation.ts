import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Resealed } from '#contract/patrol/actions'
import { generateDemo } from '#local/demo/files/generate'
import { importFile } from '#local/import/import-files'
import { addRootKey } from '#local/host/root-key-file'
import { find } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { update } from '#store/db/write'
import { persons } from '#store/people/register'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

/** Documents that a key rotation re-seals a second ÷ bare updates of one field, as many at a time, through the same gateway. */
export const rotationRate = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const outDir = mkdtempSync(join(tmpdir(), 'xiaokang-files-'))
    const files = await generateDemo({ county: cloud.county, today: '2026-11-24', outDir, onProgress: () => {} })
    const last = (kind: string) => files.filter((file) => file.kind === kind).at(-1)!
    for (const kind of ['register', 'pairing', 'payment-plan', 'bank-receipt']) await importFile(cloud, last(kind).path)

    addRootKey(cloud.data.path)
    for (let next = cloud.keys.next; next; next = cloud.keys.next) await pause(100)
    const before = performance.now()
    let documents = 0
    for (let done = false; !done;) {
      const told = await cloud.operate<Resealed>('patrol', 'reseal', { limit: 500 })
      documents += told.resealed
      done = told.done
    }
    const rate = documents / ((performance.now() - before) / 1000)

    const some = await find(db, persons, {}, { fields: ['name'] })
    const bareBefore = performance.now()
    await inTurns(some, 8, ({ _id, name }) => update(db, persons, { _id }, { $set: { name: `${name}一` } }))
    const bare = some.length / ((performance.now() - bareBefore) / 1000)
    return [
      {
        what: '换密钥 ÷ 单条 update',
        value: `${rate.toFixed(0)} 条/秒`,
        ratio: rate / bare,
        note: `${documents} 条；单条 update ${bare.toFixed(0)} 条/秒`,
      },
    ]
  })
