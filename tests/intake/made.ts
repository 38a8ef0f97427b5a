import { utils, write } from '@e965/xlsx'
import { checkCharacter } from '#domain/people/id-number'

type Value = string | number | null

/** A workbook with one sheet, as a department would save it. `merges` as Excel writes them, e.g. A1:C1. */
export function workbook(rows: Value[][], { sheet = 'Sheet1', merges = [] as string[], hidden = [] as number[] } = {}): Buffer {
  const made = utils.aoa_to_sheet(rows)
  made['!merges'] = merges.map((range) => utils.decode_range(range))
  made['!rows'] = rows.map((_, i) => (hidden.includes(i + 1) ? { hidden: true } : {}))
  return write({ SheetNames: [sheet], Sheets: { [sheet]: made } }, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** The n-th identity number of nobody, born on that day: 330399 is no county. */
export function numberOf(n: number, birth = '19500101'): string {
  const first17 = `330399${birth}${String(n).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

/** A number-typed cell that ends in 000 and whose check digit fits by chance. */
export function floatThatPasses(): number {
  for (let year = 1950; year < 2010; year++) {
    for (let month = 1; month <= 12; month++) {
      const first15 = `330399${year}${String(month).padStart(2, '0')}150`
      if (checkCharacter(`${first15}00`) === '0') return Number(`${first15}000`)
    }
  }
  throw new Error('no such number')
}

export const exitHeadings = ['序号', '乡镇', '村', '姓名', '身份证号', '退出原因', '证明材料', '审批人', '退出日期']
export const registerHeadings = [
  '序号',
  '乡镇',
  '村',
  '户主姓名',
  '户主身份证号',
  '保障人数',
  '姓名',
  '与户主关系',
  '身份证号',
  '人员类别',
  '低保证号',
  '月保障金(元)',
  '起始年月',
]
