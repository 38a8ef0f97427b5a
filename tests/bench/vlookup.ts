import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { utils, write, type CellObject } from '@e965/xlsx'
import type { Figure } from './measure'

/** One card in so many the bank has nothing to say about: where the formula finds nothing. */
const missingOneIn = 100
const cardOf = (i: number): string => `6200${String((i * 2654435761) % 2 ** 32).padStart(10, '0')}${String(i).padStart(7, '0')}`

/**
 * What a clerk does today: the plan and the bank's receipt as two sheets of a workbook, and a column that looks each card up. Seconds
 * that LibreOffice needs to open it, look up and save the result; and without the column, which is the rest of that.
 */
export function vlookupAt(rows: number): Figure[] {
  const of = `（${rows.toLocaleString('en')} 行）`
  const what = `LibreOffice 的 VLOOKUP 对计划和回执${of}`
  if (spawnSync('soffice', ['--version']).status !== 0) return [{ what, value: '—', note: '这台机器没有 LibreOffice，没有量' }]
  const folder = mkdtempSync(join(tmpdir(), 'xiaokang-vlookup-'))
  try {
    // The first start makes LibreOffice's own folder, which is not measured.
    secondsOf(folder, 'warm', 10, true)
    const [plain, looked] = [secondsOf(folder, 'plain', rows, false), secondsOf(folder, 'looked', rows, true)]
    return [
      {
        what,
        value: `${looked.toFixed(1)} 秒`,
        note: `其中打开和另存 ${plain.toFixed(1)} 秒；只按卡号对上一列，不问规则、批次、死亡和去向。旁边的是“一个月对账”`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function secondsOf(folder: string, name: string, rows: number, withFormula: boolean): number {
  const file = join(folder, `${name}.xlsx`)
  writeFileSync(file, bothLists(rows, withFormula))
  const began = performance.now()
  const settings = [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless']
  execFileSync('soffice', [...settings, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const seconds = (performance.now() - began) / 1000
  if (withFormula) check(readFileSync(join(folder, `${name}.csv`), 'utf8'), rows)
  return seconds
}

/** The receipt is in another order than the plan, as banks' receipts are. */
function bothLists(rows: number, withFormula: boolean): Buffer {
  const plan = utils.aoa_to_sheet([
    ['序号', '姓名', '卡号', '应发金额(元)', '银行实发'],
    ...Array.from({ length: rows }, (_, i) => [i + 1, '陈阿公', cardOf(i), amountOf(i)]),
  ])
  if (withFormula) {
    for (let i = 0; i < rows; i++)
      plan[`E${i + 2}`] = { t: 'n', f: `VLOOKUP(C${i + 2},回执!$A$2:$B$${rows + 1},2,FALSE)` } satisfies CellObject
    plan['!ref'] = `A1:E${rows + 1}`
  }
  const answered = Array.from({ length: rows }, (_, i) => i)
    .filter((i) => i % missingOneIn !== 0)
    .sort((a, b) => (cardOf(a) < cardOf(b) ? -1 : 1))
  const receipt = utils.aoa_to_sheet([['卡号', '实发金额(元)'], ...answered.map((i) => [cardOf(i), amountOf(i)])])
  const book = { SheetNames: ['计划', '回执'], Sheets: { 计划: plan, 回执: receipt } }
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

const amountOf = (i: number): number => 500 + (i % 100)

/** It looked up, and rightly: what has no answer is `#N/A`, everything else its amount. */
function check(csv: string, rows: number): void {
  const lines = csv.trimEnd().split('\n').slice(1)
  const wrong = lines.filter((line, i) => line.split(',')[4] !== (i % missingOneIn === 0 ? '#N/A' : String(amountOf(i))))
  if (lines.length !== rows || wrong.length > 0) throw new Error(`${lines.length} lines, ${wrong.length} wrong: ${wrong[0] ?? ''}`)
}
