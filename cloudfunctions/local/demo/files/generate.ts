import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileKind } from '#contract/intake/actions'
import type { County } from '#domain/county/county'
import { addMonths, monthOf, type Day } from '#domain/time/dates'
import { compactDay } from './calendar'
import { sayPeriod } from './due'
import { makePayments } from './payments'
import { makeHouseholds } from './population'
import { writeDividends } from './write-dividends'
import { writeDoctors } from './write-doctors'
import { writeExits } from './write-exits'
import { writePairing } from './write-pairing'
import { writePlan, writeReceipt } from './write-payments'
import { writeRegister } from './write-register'

export interface DemoFile {
  file: string
  path: string
  kind: FileKind
  /** Data rows: people, payments, households; no titles, totals or remarks. */
  rows: number
}

export interface DemoProgress {
  file: string
  rows: number
  done: number
  total: number
}

interface DemoOptions {
  county: County
  /** The last of the twelve months is this day's; receipts exist for paydays up to it. */
  today: Day
  outDir: string
  /** Called after each file. */
  onProgress?: (progress: DemoProgress) => void
  seed?: number
}

/**
 * Writes a demo county as the files its departments would send, in the order in which they should be taken in.
 * The same county, day and seed give the same bytes. Nobody in the files exists: see `mint.ts`.
 */
export async function generateDemo({ county, today, outDir, onProgress, seed = 330_328 }: DemoOptions): Promise<DemoFile[]> {
  await mkdir(outDir, { recursive: true })
  const { households, minted } = makeHouseholds(county, today, seed)
  const setting = { today, seed, minted }
  // A year's dividends are known once January is over.
  const year = Number(addMonths(monthOf(today), -1).slice(0, 4))
  const date = compactDay(today)

  const plans = makePayments(county, households, today, seed).flatMap((payments): Writing[] => {
    const plan: Writing = {
      kind: 'payment-plan',
      file: `财政局_一卡通发放计划_${sayPeriod(payments.month)}.xlsx`,
      write: (path) => writePlan(path, county, payments, today),
    }
    if (!payments.receipt) return [plan]
    return [
      plan,
      { kind: 'bank-receipt', file: `农商行_代发回执_${compactDay(payments.payday)}.txt`, write: (path) => writeReceipt(path, payments) },
    ]
  })
  const writings: Writing[] = [
    { kind: 'register', file: `民政局_低保低边特困在册名册_${date}.xlsx`, write: (path) => writeRegister(path, county, households, today) },
    {
      kind: 'pairing',
      file: `县农业农村局_结对帮扶台账_截至${date}.xlsx`,
      write: (path) => writePairing(path, county, households, setting),
    },
    { kind: 'doctor', file: `卫健局_家庭医生签约名单_${date}.xls`, write: (path) => writeDoctors(path, county, households, setting) },
    {
      kind: 'dividend',
      file: `农业农村局_抱团增收项目分红表_${year}年.xlsx`,
      write: (path) => writeDividends(path, county, households, { year, seed }),
    },
    { kind: 'exit', file: `民政局_低收入农户核销退出名册_${date}.xlsx`, write: (path) => writeExits(path, county, setting) },
    ...plans,
  ]

  const files: DemoFile[] = []
  for (const { file, kind, write } of writings) {
    const path = join(outDir, file)
    const rows = await write(path)
    files.push({ file, path, kind, rows })
    onProgress?.({ file, rows, done: files.length, total: writings.length })
  }
  return files
}

interface Writing {
  kind: FileKind
  file: string
  write: (path: string) => Promise<number>
}
