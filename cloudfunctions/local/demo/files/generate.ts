import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileKind } from '#contract/intake/actions'
import type { County } from '#domain/county/county'
import { addMonths, monthOf, type Day, type Month } from '#domain/time/dates'
import { compactDay } from './calendar'
import { programmeNames, sayPeriod } from './due'
import type { Household } from './household'
import type { Mint } from './mint'
import { makePayments } from './payments'
import { plantMistakes, type Planted } from './plant'
import { makeHouseholds } from './population'
import { writeDividends } from './write-dividends'
import { writeDoctors } from './write-doctors'
import { writeDeaths } from './write-deaths'
import { makeExits, writeExits, type Left } from './write-exits'
import { writePairing } from './write-pairing'
import { writePlan, writeReceipt } from './write-payments'
import { writeRegister } from './write-register'

export interface DemoFile {
  file: string
  path: string
  kind: FileKind
  /** Of plans and receipts: which month's money. */
  month?: Month
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
  /** Told of the mistakes that stand in the files. */
  onPlanted?: (planted: Planted[]) => void
  seed?: number
  /** Households of these towns alone, by name: fewer than the paper counts, for what would take too long with all. */
  towns?: readonly string[]
}

/**
 * Writes a demo county as the files its departments would send, in the order in which they should be taken in.
 * The same county, day and seed give the same bytes. Nobody in the files exists: see `mint.ts`.
 */
export async function generateDemo({
  county,
  today,
  outDir,
  onProgress,
  onPlanted,
  seed = 330_328,
  towns,
}: DemoOptions): Promise<DemoFile[]> {
  await mkdir(outDir, { recursive: true })
  const { households: all, minted } = makeHouseholds(county, today, seed)
  const households = towns === undefined ? all : all.filter(({ place }) => towns.includes(place.town.name))
  const setting = { today, seed, minted }
  // A year's dividends are known once January is over.
  const year = Number(addMonths(monthOf(today), -1).slice(0, 4))
  const date = compactDay(today)

  // Of their own: whoever is on the register stays the same, whoever left.
  const mintedLeft = minted.another(seed + 1)
  const exits = makeExits(county, { seed, minted: mintedLeft })
  const months = makePayments(county, households, today, seed)
  const left = asHousehold(exits.at(-1)!, mintedLeft)
  const { planted, died } = plantMistakes(months, { names: programmeNames(county), left, seed })
  onPlanted?.(planted)
  const plans = months.flatMap((payments): Writing[] => {
    const plan: Writing = {
      kind: 'payment-plan',
      month: payments.month,
      file: `财政局_一卡通发放计划_${sayPeriod(payments.month)}.xlsx`,
      write: (path) => writePlan(path, county, payments, today),
    }
    if (!payments.receipt) return [plan]
    return [
      plan,
      {
        kind: 'bank-receipt',
        month: payments.month,
        file: `农商行_代发回执_${compactDay(payments.payday)}.txt`,
        write: (path) => writeReceipt(path, payments),
      },
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
    { kind: 'exit', file: `民政局_低收入农户核销退出名册_${date}.xlsx`, write: (path) => writeExits(path, county, exits) },
    { kind: 'vital', file: `公安局_死亡注销名单_${compactDay(today).slice(0, 6)}.csv`, write: (path) => writeDeaths(path, county, died) },
    ...plans,
  ]

  const files: DemoFile[] = []
  for (const { file, kind, month, write } of writings) {
    const path = join(outDir, file)
    const rows = await write(path)
    files.push({ file, path, kind, ...(month !== undefined && { month }), rows })
    onProgress?.({ file, rows, done: files.length, total: writings.length })
  }
  return files
}

/** Somebody who left, as a household that a plan still has. */
const asHousehold = ({ place, person }: Left, minted: Mint): Household => ({
  place,
  category: 'minimum-living',
  members: [{ ...person, relation: '户主', card: minted.card() }],
  since: '2016-01',
  certificate: '',
  featured: false,
})

interface Writing {
  kind: FileKind
  month?: Month
  file: string
  write: (path: string) => Promise<number>
}
