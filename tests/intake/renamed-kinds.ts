import type { FileKind } from '#contract/intake/file-kinds'
import { kindsOfFile } from '#affairs/intake/kinds/all'
import { vocabularyOf } from '#affairs/intake/tables/vocabulary'
import { numberOf } from './made'
import { county } from './read'

/** Each kind of file with six rows, and each of its columns with every word that the county pack has for it. */
export type Cell = string | number | null
interface Column {
  key: string
  /** What departments call it. */
  known: string[]
  cells: Cell[]
}
interface Sample {
  kind: FileKind
  name: string
  title: string
  columns: Column[]
}

const card = (n: number) => `62000000000000000${String(10 + n)}`
export const names = ['赵国强', '钱小妹', '孙建华', '李阿公', '周秀英', '吴大春']
const of = <T>(make: (n: number) => T) => names.map((_, n) => make(n))
type Cells = Record<string, Cell[]>

const people: Cells = {
  serial: of((n) => n + 1),
  town: of(() => '大峃镇'),
  village: of(() => '苔湖村'),
  name: names,
  id: of((n) => numberOf(n + 1)),
}
const amounts = of((n) => 600.5 + 31 * n * n)

/** The columns of a kind, with the words that mean this column and none before it. */
function sample(kind: FileKind, name: string, title: string, cells: Cells): Sample {
  const specs = vocabularyOf(county.columns).specsOf(kind, kindsOfFile.find((one) => one.kind === kind)!.columns)
  const wordsOf = (key: string) => specs[key]!.names.flatMap(({ own, below }) => (typeof own === 'string' && below === '' ? [own] : []))
  const owner = new Map<string, string>()
  for (const key of Object.keys(specs)) for (const word of wordsOf(key)) if (!owner.has(word)) owner.set(word, key)
  const columns = Object.entries(cells).map(([key, own]) => ({
    key,
    known: wordsOf(key).filter((word) => owner.get(word) === key),
    cells: own,
  }))
  return { kind, name, title, columns }
}

export const kinds: Sample[] = [
  sample('payment-plan', '财政局_计划_202610.xlsx', '2026年10月发放计划', {
    ...people,
    card: of(card),
    project: of(() => '低保金'),
    amount: amounts,
  }),
  sample('dividend', '农业农村局_分红_2026年.xlsx', '2026年抱团增收分红表', {
    ...people,
    project: of(() => '光伏一期'),
    principal: of((n) => 10_000 + 500 * n * n),
    dividend: of((n) => 800.5 + 7 * n * n),
  }),
  sample('exit', '民政局_退出_20261010.xlsx', '核销退出名册', {
    ...people,
    reason: of(() => '收入超过标准'),
    exit_date: of((n) => `2026-09-${10 + n}`),
  }),
  sample('register', '民政局_低保名册_20261010.xlsx', '低保对象花名册', {
    ...people,
    relation: of(() => '户主'),
    category: of(() => '低保'),
    member_count: of(() => 1),
    monthly_amount: of((n) => 650.5 + 11 * n * n),
    start_month: of((n) => `2025年${n + 1}月`),
  }),
  sample('bank-receipt', '农商行_回执_20261015.xlsx', '代发回执', {
    serial: of((n) => n + 1),
    card: of(card),
    account_name: names,
    amount: amounts,
    result_code: of(() => '0000'),
    result_text: of(() => '交易成功'),
    posting_date: of((n) => `2026-10-1${n}`),
  }),
  sample('pairing', '农业农村局_结对帮扶台账_20261020.xlsx', '结对帮扶台账', {
    serial: of((n) => n + 1),
    town: of(() => '大峃镇'),
    village: of(() => '苔湖村'),
    head_name: names,
    id: of((n) => numberOf(n + 1)),
    helper: of((n) => ['郑干部', '王小春', '冯建国'][n % 3]!),
    helper_unit: of(() => '县水利局'),
    helper_mobile: of((n) => `1600000000${n}`),
    measures: of((n) => `介绍务工 ${n + 1} 人`),
    last_visit: of((n) => `2026-09-${10 + n}`),
  }),
  sample('doctor', '卫健局_家庭医生签约名单_20261012.xlsx', '家庭医生签约名单', {
    ...people,
    clinic: of(() => '大峃镇中心卫生院'),
    doctor: of((n) => ['褚医师', '卫东海'][n % 2]!),
    doctor_phone: of((n) => `1600000010${n}`),
    signed_on: of((n) => `2026-03-${10 + n}`),
    group: of(() => '高血压'),
  }),
  sample('disability', '残联_残疾人两项补贴发放表_2026年第三季度.xlsx', '2026年第三季度残疾人两项补贴发放表', {
    ...people,
    disability_cert: of((n) => `${numberOf(n + 1)}${41 + (n % 3)}`),
    living_allowance: of((n) => 300.5 + 30 * n),
    care_allowance: of((n) => 150.5 + 15 * n * n),
    card: of(card),
  }),
  sample('farmland', '农业农村局_2026年耕地地力保护补贴清册.xlsx', '2026年耕地地力保护补贴清册', {
    ...people,
    area_mu: of((n) => 2.35 + n * 1.3),
    amount: of((n) => 220.5 + 122.2 * n),
    card: of(card),
    phone: of((n) => `1600000020${n}`),
  }),
  sample('schooling', '教育局_雨露计划补助名单_2026年秋季.xlsx', '2026年秋季学期雨露计划补助名单', {
    ...people,
    school: of(() => '文成县职业高级中学'),
    stage: of(() => '中职'),
    amount: of((n) => 1500.5 + 100 * n),
    card: of(card),
  }),
  sample('vital', '公安局_死亡注销与户籍迁出名单_202610.xlsx', '2026年10月死亡注销与户籍迁出名单', {
    ...people,
    event_type: of(() => '死亡注销'),
    event_date: of((n) => `2026-10-0${n + 1}`),
    address: of(() => '文成县大峃镇苔湖村'),
  }),
  sample('medical', '医保局_大额自付人员名单_2026年1-9月.xlsx', '2026年1-9月大额自付人员名单', {
    ...people,
    total_cost: of((n) => 50_000.5 + 1000 * n),
    basic_paid: of((n) => 20_000.25 + 100 * n),
    self_paid: of((n) => 30_000.25 + 900 * n),
    hospital: of(() => '县人民医院'),
  }),
  sample('project', '住建局_扶贫项目台账_截至20261031.xlsx', '扶贫项目台账', {
    serial: of((n) => n + 1),
    number: of((n) => `WC2026-00${n + 1}`),
    name: of((n) => `${['大峃', '珊溪', '玉壶', '南田', '黄坦', '巨屿'][n]}饮用水改造`),
    project_type: of(() => '饮用水设施'),
    owner: of(() => '县水利局'),
    total: of((n) => 80.5 + n),
    issued: of((n) => 60.5 + n),
    paid: of((n) => 40.5 + n),
    stage: of(() => '施工'),
    planned_end: of((n) => `2026-12-0${n + 1}`),
    progress: of((n) => `${50 + n}%`),
  }),
]
