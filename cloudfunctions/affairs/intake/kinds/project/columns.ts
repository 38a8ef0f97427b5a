import type { LedgerPart } from '#store/work/projects'
import type { ColumnUse } from '../../tables/columns'
import type { Table } from '../../tables/find-table'

/** Columns of what a project is. Merged cells stand for all its lines, amounts never. */
const basics = {
  project_type: { merged: true },
  town: { holds: 'town', merged: true },
  village: { holds: 'village', merged: true },
  site: { merged: true },
  owner: { merged: true, among: 'ledger' },
  contractor: { merged: true, among: 'ledger' },
  in_charge: { merged: true },
  manager: { merged: true, among: 'ledger' },
  phone: { merged: true },
  content: { merged: true, among: 'ledger' },
  total: { holds: 'amount', sole: true, among: 'ledger' },
  households: {},
  people: {},
} satisfies Record<string, ColumnUse>

const money = {
  fund_source: { among: 'ledger' },
  document: { among: 'ledger' },
  batch: {},
  issued_on: { holds: 'date', among: 'ledger' },
  issued: { holds: 'amount', sole: true, among: 'ledger' },
  paid: { holds: 'amount', sole: true, among: 'ledger' },
  paid_on: { holds: 'date', among: 'ledger' },
  spent: { holds: 'amount', sole: true, among: 'ledger' },
} satisfies Record<string, ColumnUse>

/** A column of amounts for each source. */
const shares = {
  share_central: { holds: 'amount', among: 'ledger' },
  share_province: { holds: 'amount', among: 'ledger' },
  share_city: { holds: 'amount', among: 'ledger' },
  share_county: { holds: 'amount', among: 'ledger' },
  share_town: { holds: 'amount', among: 'ledger' },
  share_self: { holds: 'amount', among: 'ledger' },
  share_social: { holds: 'amount', among: 'ledger' },
  share_other: { holds: 'amount', among: 'ledger' },
} satisfies Record<string, ColumnUse>

/** 计划 over 开工日期 and 完工日期 is not 实际. */
const [plans, facts] = [/计划|预计|拟|合同|目标/, /实际/]
const progress = {
  stage: { merged: true, among: 'ledger' },
  planned_start: { holds: 'date', merged: true, among: 'ledger', notBelow: facts },
  actual_start: { holds: 'date', merged: true, among: 'ledger', notBelow: plans },
  planned_end: { holds: 'date', merged: true, among: 'ledger', notBelow: facts },
  actual_end: { holds: 'date', merged: true, among: 'ledger', notBelow: plans },
  progress: { among: 'ledger' },
  delay_reason: { merged: true },
} satisfies Record<string, ColumnUse>

const inspections = {
  inspected_on: { holds: 'date', among: 'ledger' },
  inspector: { among: 'ledger' },
  problem: { among: 'ledger' },
  demand: { among: 'ledger' },
  due: { holds: 'date' },
  state: { among: 'ledger' },
} satisfies Record<string, ColumnUse>

/** A ledger's sheets each have some of these: its project, by number or name, and one at least of what is told of projects. */
export const columns = {
  serial: {},
  number: { merged: true, among: 'project' },
  name: { merged: true, among: 'project' },
  ...basics,
  ...money,
  ...shares,
  ...progress,
  ...inspections,
  remark: {},
  // A list of people, and no ledger, has one of these.
  person_id: { holds: 'id-number', foreign: true },
  card: { holds: 'card', foreign: true },
} satisfies Record<string, ColumnUse>
export type ProjectKey = keyof typeof columns

export const shareKeys = Object.keys(shares) as (keyof typeof shares)[]
export const amountKeys = ['issued', 'paid', 'spent'] as const

/** What makes a table have a part. A town or a remark stands in any of them. */
export const partsOf = (at: ReadonlyMap<string, number>): LedgerPart[] => {
  const has = (keys: readonly string[]) => keys.some((key) => at.has(key))
  const own: Record<LedgerPart, readonly string[]> = {
    basics: ['project_type', 'owner', 'contractor', 'manager', 'content', 'total', 'households', 'people'],
    money: Object.keys({ ...money, ...shares }),
    progress: Object.keys(progress),
    inspections: Object.keys(inspections),
  }
  return (Object.keys(own) as LedgerPart[]).filter((part) => has(own[part]))
}

export const partNames: Record<LedgerPart, string> = { basics: '基本信息', money: '资金使用', progress: '进度', inspections: '督查情况' }

/** Not a list of people who are each paid something under a project; and more than a project's name and one amount. */
export const isLedger = (tables: Pick<Table, 'at' | 'columns' | 'cells'>[]): boolean =>
  tables.every(
    ({ at, columns: all, cells }) => !at.has('person_id') && !at.has('card') && !all.some((_, i) => cells(i).says === 'id-number'),
  ) && new Set(tables.flatMap(({ at }) => [...at.keys()].filter((key) => telling.has(key)))).size >= 2
const telling: ReadonlySet<string> = new Set(
  Object.entries<ColumnUse>(columns).flatMap(([key, { among }]) => (among === 'ledger' ? [key] : [])),
)
