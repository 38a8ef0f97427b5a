import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateDemo } from '#local/demo/generate'
import { importFile } from '#local/import-files'
import { findEach, inParts } from '#store/collection'
import { payments } from '#store/money'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './bench'

/** Rows a second through the intake ÷ raw array `add` of as many documents of the same kind through the same gateway. */
export const intakeRate = (): Promise<Figure[]> => onBenchCloud(async (cloud, db) => {
  const outDir = mkdtempSync(join(tmpdir(), 'xiaokang-files-'))
  const files = await generateDemo({ county: cloud.county, today: '2026-11-24', outDir, onProgress: () => {} })
  const register = files.find(({ kind }) => kind === 'register')!
  const plan = files.filter(({ kind }) => kind === 'payment-plan').at(-1)!
  const receipt = files.filter(({ kind }) => kind === 'bank-receipt').at(-1)!
  const rates: Figure[] = []
  let slowest = Infinity
  for (const { path, file } of [register, plan, receipt]) {
    const before = performance.now()
    const { rows } = await importFile(cloud, path)
    const rate = rows / ((performance.now() - before) / 1000)
    slowest = Math.min(slowest, rate)
    rates.push({ what: `导入 ${file}`, value: `${rate.toFixed(0)} 行/秒`, note: `${rows} 行` })
  }
  const documents = (await findEach(db, payments, {})).map((document) => ({ ...document, _id: `raw-${document._id}` }))
  await db.createCollection('raw_payments')
  const before = performance.now()
  for (const part of inParts(documents, 1000)) await db.collection('raw_payments').add(part)
  const raw = documents.length / ((performance.now() - before) / 1000)
  return [...rates, { what: '最慢的导入 ÷ 直接批量 add', value: `${slowest.toFixed(0)} 行/秒`, ratio: slowest / raw, aim: '≥ 0.5', note: `直接 add ${raw.toFixed(0)} 条/秒` }]
})
