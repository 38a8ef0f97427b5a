import tcb from '@cloudbase/node-sdk'
import type { ImportReport } from '#contract/office'
import { yuan } from '#domain/money'
import { command, readArguments } from '../arguments'
import type { Db } from '#store/collection'
import { startCloud } from '../cloud'
import { closeDemo } from '../demo-county'
import { departmentFiles, importFile } from '../import-files'
import { showProgress } from '../progress'

void command(async () => {
  const { values, rest } = readArguments({ json: { type: 'boolean' } })
  if (rest.length === 0) throw new Error('请写部门文件所在的文件夹，例如：npm run import -- 部门数据')
  const json = values.json === true
  const files = rest.flatMap(departmentFiles)
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    const progress = showProgress('导入', files.length, json)
    const reports: ImportReport[] = []
    for (const [i, file] of files.entries()) {
      progress.step(i, file)
      const report = await importFile(cloud, file)
      reports.push(report)
      if (json) console.log(JSON.stringify(report))
    }
    progress.step(files.length, '完成')
    progress.end()
    if (!json) reports.forEach(print)
    if (reports.some(({ refused }) => !refused) && (await closeDemo(cloud.data.path, tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db))) console.error('导入了部门文件，演示登录从现在起关了。')
    if (reports.every(({ refused }) => refused)) process.exitCode = 1
  } finally {
    await cloud.close()
  }
})

function print({ file, rows, accepted, quarantined, warned, amountFen, seenBefore, refused }: ImportReport): void {
  if (refused) return console.log(`✗ ${file}\n    ${refused}`)
  const money = amountFen ? `，${yuan(amountFen)} 元` : ''
  console.log(`${quarantined ? '…' : '✓'} ${file}\n    ${rows} 行，收下 ${accepted} 行，退回 ${quarantined} 行，提醒 ${warned} 处${money}${seenBefore ? '（以前导入过，没有改动）' : ''}`)
}
