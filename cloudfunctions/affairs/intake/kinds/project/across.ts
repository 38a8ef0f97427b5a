import { yuan } from '#domain/money/money'
import { compactOf } from '#domain/files/cells'
import { grouped } from '../../writing/grouped'
import type { ProjectRow, Row } from './rows'

interface Said {
  row: Row
  said: ProjectRow
}

const placeOf = ({ at }: ProjectRow): string => `“${at.sheet}”第 ${at.row} 行`

/** A project that is to cost two different sums: nobody can tell which, so the later line goes back. */
export function rejectContradictions(rows: Said[]): void {
  for (const own of grouped(rows, ({ said }) => said.key).values()) {
    const priced = own.filter(({ said }) => said.basics?.totalFen != null)
    for (const { row, said } of priced.slice(1)) {
      const first = priced[0]!.said
      if (said.basics!.totalFen !== first.basics!.totalFen)
        row.reject('total', 'project_differs', `在${placeOf(first)}写的是 ${yuan(first.basics!.totalFen!)} 元`)
    }
  }
}

const texts = { type: '类型', owner: '建设单位', contractor: '施工单位', inCharge: '责任单位', manager: '负责人', site: '地点' } as const

/** Remarks on lines whose project stands nowhere else, or is told differently elsewhere. */
export function lookAcross(rows: Said[]): void {
  const sheets = new Set(rows.map(({ said }) => said.at.sheet))
  const hasBasics = rows.some(({ said }) => said.basics)
  for (const own of grouped(rows, ({ said }) => said.key).values()) {
    const [first] = own as [Said, ...Said[]]
    const title = first.said.number || first.said.name
    if (hasBasics && !own.some(({ said }) => said.basics)) first.row.warn('project_not_in_basics', title)
    else if (sheets.size > 1 && new Set(own.map(({ said }) => said.at.sheet)).size === 1) first.row.warn('project_alone', title)
    lookAtTexts(own)
  }
}

function lookAtTexts(own: Said[]): void {
  const named = own.filter(({ said }) => said.name !== '')
  for (const { row, said } of named.slice(1)) {
    const first = named[0]!.said
    if (compactOf(said.name) !== compactOf(first.name)) row.warn('project_text_differs', `名称：${first.name}、${said.name}`)
  }
  const told = own.filter(({ said }) => said.basics)
  for (const { row, said } of told.slice(1)) {
    for (const [key, label] of Object.entries(texts) as [keyof typeof texts, string][]) {
      const before = told.find((one) => one.said.basics![key] !== '')!
      const [held, here] = [before?.said.basics![key] ?? '', said.basics![key]]
      if (here !== '' && compactOf(here) !== compactOf(held)) row.warn('project_text_differs', `${label}：${held}、${here}`)
    }
  }
}
