import { resolve } from 'node:path'
import type { ImportResult } from '#contract/intake/actions'
import { yuan } from '#domain/money/money'
import { command, readArguments, type LocalOptions } from './with/arguments'
import { startCloud, type LocalCloud } from '../host/cloud'
import { deskOptions, deskWork, tryFiles } from '../import/desk'
import { departmentFiles } from '../import/department-files'
import { answerOptions, answersIn, sayQuestions } from '../import/answers'
import { importAnswered } from '../import/import-files'
import { ownTurn } from '../import/one-import'
import { refusedRows, sayRefused, writeWorkbooks } from '../import/refused-rows'
import { showProgress } from './with/progress'
import { writeReasons } from '../import/reasons-file'

void command(async () => {
  const { values, rest } = readArguments({
    ...{ json: { type: 'boolean' }, quarantine: { type: 'boolean' }, xlsx: { type: 'string' } },
    ...deskOptions,
    ...answerOptions,
  })
  const desk = deskWork(values)
  if (desk) return withCloud(values, desk)
  if (values.quarantine === true || values.xlsx !== undefined) return showRefused(values, values.json === true)
  const answers = answersIn(values)
  if (rest.length === 0) throw new Error('请写部门文件所在的文件夹，例如：npm run import -- 部门数据')
  const json = values.json === true
  const found = rest.map(departmentFiles)
  const dryRun = values['dry-run'] === true
  const files = found.flatMap((one) => one.files)
  for (const { path, why } of found.flatMap(({ passed }) => passed)) console.error(`跳过 ${path}：${why}。`)
  const endTurn = await ownTurn(resolve(values.data), (text) => console.error(text))
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    if (dryRun) return await tryFiles(cloud, files, json)
    const progress = showProgress('导入', files.length, json)
    const results: { path: string; result: ImportResult }[] = []
    for (const [i, path] of files.entries()) {
      progress.step(i, path)
      const said = new Set<string>()
      const result = await importAnswered(cloud, path, answers, (done, of, waits) => {
        progress.step(i, `${path}　${of === null ? '正在读' : `${done}/${of} 行`}`)
        if (waits && said.size < said.add(waits).size) console.error(`${path}：${waits}`)
      })
      results.push({ path, result })
      if (json) console.log(JSON.stringify({ ...result, path }))
    }
    progress.step(files.length, '完成')
    progress.end()
    if (!json) results.forEach(({ result }) => print(result))
    const asked = sayQuestions(results.flatMap(({ result }) => result.questions ?? []))
    if (asked.length > 0 && !json)
      console.log(`\n要问清 ${asked.length} 件事，问到的文件一行也没有导入。在同一条命令后面加上回答，再运行一次；答一次就记住：`)
    if (!json) for (const [i, one] of asked.entries()) console.log(`  ${i + 1}. ${one}`)
    const reasons = writeReasons(cloud.data.path, results)
    if (reasons) console.error(`退回和提醒的每一行，为什么、怎么改，写在 ${reasons}（里面有身份证号，看完请删掉）`)
    if (results.every(({ result }) => result.refused)) process.exitCode = 1
  } finally {
    await cloud.close()
    endTurn()
  }
})

/** Work on the cloud of a data folder, when no other import is at it. */
async function withCloud(values: LocalOptions, work: (cloud: LocalCloud) => Promise<void>): Promise<void> {
  const endTurn = await ownTurn(resolve(values.data), (text) => console.error(text))
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    await work(cloud)
  } finally {
    await cloud.close()
    endTurn()
  }
}

/** What waits to be mended, and, where a path is named, the workbook to be mended in. */
async function showRefused(values: LocalOptions & { xlsx?: string | boolean }, json: boolean): Promise<void> {
  const endTurn = await ownTurn(resolve(values.data), (text) => console.error(text))
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    if (json) for await (const row of refusedRows(cloud)) console.log(JSON.stringify(row))
    else console.log((await sayRefused(cloud)).join('\n') || '没有退回的行。')
    if (typeof values.xlsx !== 'string') return
    for (const { path, rows } of await writeWorkbooks(cloud, values.xlsx))
      console.error(`${rows} 行写在 ${path}（里面有身份证号）。照批注改好，保存，再 npm run import -- ${path}，改对的就收下。`)
  } finally {
    await cloud.close()
    endTurn()
  }
}

function print({
  file,
  rows,
  accepted,
  quarantined,
  warned,
  amountFen,
  seenBefore,
  refused,
  reasons,
  versions,
  mends,
}: ImportResult): void {
  if (refused) return console.log(`✗ ${file}\n    ${refused}`)
  if (mends !== undefined) return printMends(file, mends, reasons ?? [])
  const money = amountFen ? `，${yuan(amountFen)} 元` : ''
  console.log(
    `${quarantined ? '…' : '✓'} ${file}\n    ${rows} 行，收下 ${accepted} 行，退回 ${quarantined} 行，提醒 ${warned} 处${money}${seenBefore ? '（以前导入过，没有改动）' : ''}`,
  )
  for (const one of versions ?? [])
    console.log(
      `    ${one.later ? '顶替' : '早于'}《${one.file}》（${one.scope}）：增 ${one.added} 行，减 ${one.removed} 行，改 ${one.changed} 行，${yuan(one.beforeFen)} 元 → ${yuan(one.afterFen)} 元${one.later ? '' : '，以那一份为准'}`,
    )
  for (const { sheet, row, message } of (reasons ?? []).filter(({ code }) => code === 'column_not_read' || code === 'sheet_not_read'))
    console.log(`    ${sheet} 第 ${row} 行：${message}`)
}

function printMends(file: string, mends: number, reasons: NonNullable<ImportResult['reasons']>): void {
  console.log(`${reasons.length ? '…' : '✓'} ${file}\n    退回的行改好送回：收下 ${mends} 行，没有收 ${reasons.length} 行`)
  for (const { sheet, row, message } of reasons) console.log(`    ${sheet} 第 ${row} 行：${message}`)
}
