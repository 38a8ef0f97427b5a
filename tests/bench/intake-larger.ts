import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateDemo } from '#local/demo/files/generate'
import { importFile } from '#local/import/import-files'
import type { Collection, Db, Stored } from '#store/db/collection'
import { pages } from '#store/db/read'
import { insertMany } from '#store/db/write'
import { payments, receipts } from '#store/money/money'
import { persons } from '#store/people/register'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

/** So many people stand for each of the demo county's own. */
const times = 10

/** What a month's plan and the bank's answer take in a county ten times as large ÷ what they take in the demo county. */
export const intakeInLarger = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const outDir = mkdtempSync(join(tmpdir(), 'xiaokang-files-'))
    try {
      const files = await generateDemo({ county: cloud.county, today: '2026-11-24', outDir, onProgress: () => {} })
      const of = (kind: string) => files.filter((file) => file.kind === kind)
      const [register, plans, answers] = [of('register')[0]!, of('payment-plan').slice(-3), of('bank-receipt').slice(-3)]
      const took = async (i: number) => {
        const before = performance.now()
        const rows = [await importFile(cloud, plans[i]!.path), await importFile(cloud, answers[i]!.path)].map((one) => one.rows)
        return (performance.now() - before) / (rows[0]! + rows[1]!)
      }
      await importFile(cloud, register.path)
      // What is loaded and compiled once is no part of either.
      await took(0)
      const now = await took(1)
      await enlarge(db, persons, () => ({ idIndex: fresh('1.') }))
      await enlarge(db, payments, () => ({ personId: fresh(), cardIndex: fresh('1.'), householdId: fresh() }))
      await enlarge(db, receipts, () => ({ cardIndex: fresh('1.'), paymentId: fresh(), householdId: fresh() }))
      const larger = await took(2)
      return [
        {
          what: '导入一个月的计划和回执，十倍的名册和往来 ÷ 现在',
          value: `${larger.toFixed(2)} 毫秒/行`,
          ratio: larger / now,
          aim: '≤ 1.2',
        },
      ]
    } finally {
      rmSync(outDir, { recursive: true, force: true })
    }
  })

const fresh = (before = ''): string => before + randomBytes(16).toString('base64url')

/** Nine more of each document that is there, of nobody else there. */
async function enlarge<T extends Stored>(db: Db, of: Collection<T>, own: () => Partial<T>): Promise<void> {
  const known: T[] = []
  for await (const page of pages(db, of, {})) known.push(...page)
  for (let i = 1; i < times; i++)
    await insertMany(
      db,
      of,
      known.map((one) => ({ ...one, ...own(), _id: fresh() })),
    )
}
