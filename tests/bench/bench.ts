import { spawnSync } from 'node:child_process'
import { auditRate } from './audit'
import { authorizationShare } from './authorization'
import { bruteForce } from './brute-force'
import { coldStart } from './cold-start'
import { comparisonAt } from './comparison'
import { compareAll } from './compare-all'
import { gatewayOverBare } from './gateway'
import { house } from './house'
import { intakeRate } from './intake'
import { intakeInLarger } from './intake-larger'
import { intakeSizes } from './intake-sizes'
import { likeness } from './likeness'
import { likenessList } from './likenesses'
import { lookupAt } from './lookup'
import { reconcileAt } from './reconcile'
import { reportRate } from './report'
import { rotationRate } from './rotation'
import { sealingTimes } from './sealing'
import type { Figure } from './measure'
import { packageSizes } from './sizes'
import { tablesOut } from './tables'
import { vlookupAt } from './vlookup'
import { who } from './who'

const parts: Record<string, () => Promise<Figure[]> | Figure[]> = {
  house,
  sizes: packageSizes,
  'cold-start': coldStart,
  gateway: gatewayOverBare,
  intake: intakeRate,
  'intake-sizes': intakeSizes,
  'intake-larger': intakeInLarger,
  authorization: authorizationShare,
  'brute-force': bruteForce,
  likeness,
  audit: auditRate,
  rotation: rotationRate,
  report: reportRate,
  who,
  'compare-all': compareAll,
  likenesses: likenessList,
  tables: tablesOut,
  sealing: sealingTimes,
  'comparison-1x': () => comparisonAt(12_883),
  'comparison-10x': () => comparisonAt(128_830),
  'reconcile-1x': () => reconcileAt(12_883),
  'reconcile-10x': () => reconcileAt(128_830),
  'vlookup-1x': () => vlookupAt(12_883),
  'vlookup-2x': () => vlookupAt(25_766),
  'lookup-1x': () => lookupAt(12_883),
  'lookup-10x': () => lookupAt(128_830),
}

/** Longer than the rest together: measured when asked for by name. */
const byName: typeof parts = {
  'reconcile-100x': () => reconcileAt(1_288_300),
  'vlookup-10x': () => vlookupAt(128_830),
}

/** Each part runs in a process of its own: functions read their environment once. */
async function main(): Promise<void> {
  const [part, ...others] = process.argv.slice(2)
  if (part === '--part') return void console.log(JSON.stringify(await { ...parts, ...byName }[others[0]!]!()))
  const chosen = part ? [part, ...others] : Object.keys(parts)
  const figures = chosen.flatMap((name) => {
    console.error(`▸ 测 ${name}……`)
    const { stdout, status } = spawnSync(process.execPath, [__filename, '--part', name], {
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 26,
    })
    if (status !== 0) throw new Error(`${name} 没有测成`)
    return JSON.parse(stdout.toString().trim().split('\n').at(-1)!) as Figure[]
  })
  const rates = figures.filter(({ what }) => what.startsWith('household.lookup 每秒')).map(({ value }) => Number(value))
  const compared = figures.filter(({ what }) => what.startsWith('名册比对处理器秒数')).map(({ value }) => parseFloat(value))
  if (compared.length === 2)
    figures.push({ what: '名册比对：十倍人口的次方', value: '', ratio: Math.log10(compared[1]! / compared[0]!), aim: '≤ 1.05' })
  const reconciled = figures.filter(({ what }) => what.startsWith('一个月对账处理器秒数')).map(({ value }) => parseFloat(value))
  for (const [i, seconds] of reconciled.slice(1).entries())
    figures.push({ what: '对账：每十倍人口的次方', value: '', ratio: Math.log10(seconds / reconciled[i]!), aim: '≤ 1.05' })
  if (rates.length === 2) figures.push({ what: '每秒次数：十倍人口 ÷ 12,883 人', value: '', ratio: rates[1]! / rates[0]!, aim: '≥ 0.8' })
  for (const { what, value, ratio, aim, note } of figures)
    console.log(
      [
        what.padEnd(40),
        value.padStart(12),
        ratio === undefined ? '' : `比值 ${ratio.toFixed(2)}`,
        aim ? `目标 ${aim}` : '',
        note ?? '',
      ].join('  '),
    )
}

void main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
