import type { Evidence } from '../evidence/columns'
import { FileFault } from '../reading/sheet'
import type { Heading } from './headings'

const month = /^(20\d{2}年)?(\d{1,2}|[一二三四五六七八九]|十[一二]?)月份?$/

/** The columns of amounts that are headed by a month alone: 1月, 2026年2月. */
export const monthColumns = (headings: Heading[], cells: (column: number) => Evidence, taken: ReadonlySet<number>): string[] =>
  headings.flatMap(({ text, plain }, column) =>
    !taken.has(column) && (month.test(text) || month.test(plain)) && cells(column).share('amount') >= 0.5 ? [text] : [],
  )

/** Why such a sheet is not taken in, and what to send. */
export const monthsAsColumns = (label: string, sheet: string, months: string[]): FileFault =>
  new FileFault(
    `像是${label}，但工作表“${sheet}”把几个月写成了几列（${months.slice(0, 12).join('、')}），不知道哪几个月是要发的，所以一行也没有导入。请一个月一张表，或者一个月一行、加一列“发放月份”，再导入。`,
  )
