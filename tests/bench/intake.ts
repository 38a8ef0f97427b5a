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
    const imported: { file: string; rows: number; documents: number; seconds: number }[] = []
    for (const { path, file } of [register, plan, receipt]) {
      const before = performance.now()
      const { rows, added } = await importFile(cloud, path)
      imported.push({ file, rows, documents: added, seconds: (performance.now() - before) / 1000 })
    }
    const documents = (await findEach(db, payments, {})).map((document) => ({ ...document, _id: `raw-${document._id}` }))
    await db.createCollection('raw_payments')
    const before = performance.now()
    for (const part of inParts(documents, 1000)) await db.collection('raw_payments').add(part)
    const raw = documents.length / ((performance.now() - before) / 1000)
    const all = imported.reduce((sum, one) => ({ documents: sum.documents + one.documents, seconds: sum.seconds + one.seconds }), {
      documents: 0,
      seconds: 0,
    })
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
    ]
  })
