import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateDemo } from '#local/demo/files/generate'
import { importFile } from '#local/import/import-files'
import { findEach } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { payments } from '#store/money/money'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

/** What the intake of a register, a plan and a receipt writes a second ÷ raw array `add` of documents through the same gateway. */
export const intakeRate = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const outDir = mkdtempSync(join(tmpdir(), 'xiaokang-files-'))
    const files = await generateDemo({ county: cloud.county, today: '2026-11-24', outDir, onProgress: () => {} })
    const register = files.find(({ kind }) => kind === 'register')!
    const plan = files.filter(({ kind }) => kind === 'payment-plan').at(-1)!
    const receipt = files.filter(({ kind }) => kind === 'bank-receipt').at(-1)!
    const imported: { file: string; rows: number; documents: number; seconds: number; processor: number }[] = []
    for (const { path, file } of [register, plan, receipt]) {
      const took = stopwatch()
      const { rows, added } = await importFile(cloud, path)
      imported.push({ file, rows, documents: added, ...took() })
    }
    const documents = (await findEach(db, payments, {})).map((document) => ({ ...document, _id: `raw-${document._id}` }))
    await db.createCollection('raw_payments')
    const took = stopwatch()
    for (const part of inParts(documents, 1000)) await db.collection('raw_payments').add(part)
    const added = took()
    const raw = documents.length / added.seconds
    const total = (field: 'documents' | 'seconds' | 'processor') => imported.reduce((sum, one) => sum + one[field], 0)
    const all = { documents: total('documents'), seconds: total('seconds') }
    const rate = ({ documents, seconds }: { documents: number; seconds: number }) => documents / seconds
    return [
      ...imported.map((one) => ({
        what: `导入 ${one.file}`,
        value: `${(one.rows / one.seconds).toFixed(0)} 行/秒`,
        ratio: rate(one) / raw,
        note: `${one.rows} 行成 ${one.documents} 条；比值按条`,
      })),
      { what: '导入时整个进程（连数据库）最多用的内存', value: `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB` },
      {
        what: '三个文件合计 ÷ 直接批量 add 同样多条',
        value: `${rate(all).toFixed(0)} 条/秒`,
        ratio: rate(all) / raw,
        aim: '≥ 0.7',
        note: `直接 add ${raw.toFixed(0)} 条/秒`,
      },
      {
        what: '同上，按处理器时间（连数据库）',
        value: `${total('processor').toFixed(1)} 秒`,
        ratio: added.processor / documents.length / (total('processor') / all.documents),
        note: '机器忙的时候看这个',
      },
    ]
  })

/** Seconds since: on the clock, and of the processor, of the whole process. */
function stopwatch(): () => { seconds: number; processor: number } {
  const [at, used] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(used)
    return { seconds: (performance.now() - at) / 1000, processor: (user + system) / 1e6 }
  }
}
