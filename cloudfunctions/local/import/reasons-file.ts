import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportResult } from '#contract/intake/actions'
import { csvOf } from '#domain/files/csv'
import { chinaClock } from '#kernel/call/clock'

/**
 * Writes what was refused and warned in these imports as a CSV that Excel opens, for whoever has to mend it. It quotes what stood in the
 * rows: for its owner alone. Gives its path; nothing when all is well.
 */
export function writeReasons(dataPath: string, results: { path: string; result: ImportResult }[]): string | undefined {
  const lines = results.flatMap(({ path, result }) => [
    ...(result.refused === undefined ? [] : [[path, '', '', '整个文件没有导入', '', result.refused]]),
    ...(result.reasons ?? []).map(({ sheet, row, outcome, code, message }) => [
      path,
      sheet,
      row,
      outcome === 'quarantined' ? '退回' : '提醒',
      code,
      message,
    ]),
    ...leftOut(path, result),
  ])
  if (lines.length === 0) return undefined
  const folder = join(dataPath, 'import-reasons')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${chinaClock(new Date()).replace(/[: ]/g, '-')}-${process.pid}.csv`)
  writeFileSync(file, csvOf([['文件', '工作表', '行', '结果', '代码', '原因和改法'], ...lines]), { mode: 0o600 })
  return file
}

/** More than one answer holds is said, not dropped. */
function leftOut(path: string, { quarantined, warned, reasons }: ImportResult): (string | number)[][] {
  const more = reasons ? quarantined + warned - reasons.length : 0
  return more > 0 ? [[path, '', '', '还有', '', `还有 ${more} 条没有列出。请先改好上面的，再导入一次。`]] : []
}
