import { compactOf } from '#domain/cells'
import type { Category } from '#domain/register'
import type { ColumnSpecs } from '../tables/columns'
import { placeColumns } from './place-columns'

/** How civil affairs head the columns of a register. Household columns come first: their blank cells mean “as above”. */
export const columns = {
  ...placeColumns,
  village: { ...placeColumns.village, required: true },
  head_name: { names: ['户主>姓名', '家庭>户主', '户主姓名', '户主', '申请人'] },
  head_id: { names: ['户主>身份证号', '户主>身份证号码', '户主身份证号', '户主身份证', '户主身份证号码', '申请人身份证号'] },
  member_count: { names: ['保障人数', '家庭人口', '保障人口', '享受人数', '人数', '家庭人数'] },
  name: { names: ['成员>姓名', '成员姓名', '家庭成员', '家庭成员姓名', '保障对象', '姓名'], required: true },
  relation: { names: ['与户主关系', '与申请人关系', '家庭关系', '关系'], required: true },
  id: { names: ['成员>身份证号', '成员>身份证号码', '成员身份证号', '成员身份证', '身份证号', '身份证号码', '公民身份号码', '证件号码', '身份证'], required: true },
  gender: { names: ['性别'] },
  birth: { names: ['出生日期', '出生年月', '出生年月日'] },
  category: { names: ['人员类别', '保障类别', '对象类别', '类别', '救助类别', '保障类型'], merged: true },
  certificate_no: { names: ['低保证号', '保障证号', '证号', '救助证号', '证件编号'] },
  monthly_amount: { names: ['月保障金', '月补助金额', '月保障金额', '保障金额', '月低保金', '月救助金', '月发放金额'] },
  start_month: { names: ['起始年月', '享受起始年月', '开始年月', '批准年月', '起始日期', '纳入时间', '享受时间'] },
  phone: { names: ['联系电话', '联系方式', '手机', '手机号', '手机号码', '电话'] },
  remark: { names: ['备注'] },
} satisfies ColumnSpecs
export type RegisterKey = keyof typeof columns

const spellings: [RegExp, Category][] = [
  [/低边|边缘/, 'near-minimum'],
  [/特困|五保/, 'destitute'],
  [/低保|最低生活保障/, 'minimum-living'],
  [/残/, 'disability-only'],
]

/** The category that a cell names: 低保对象, 城乡低保, 低保边缘户 … */
export const categoryOf = (written: string): Category | undefined => spellings.find(([pattern]) => pattern.test(compactOf(written)))?.[1]

/** The category of a whole list, when its title names exactly one: 特困供养对象花名册. */
export function onlyCategoryIn(title: string): Category | undefined {
  const rest = compactOf(title).replace(/低保边缘/g, '低边')
  const named = spellings.filter(([pattern]) => pattern.test(rest))
  return named.length === 1 ? named[0]![1] : undefined
}
