import { neededNorms } from '#domain/county/norms'
import { keptForGood, retentionKinds } from '#domain/county/retention'
import type * as z from 'zod'
import type { County, Parameter } from '#domain/county/county'
import { checkCategories } from './categories'
import { checkDueRules } from './due-rules'
import { checkIncomes } from './incomes'
import { checkMeasures } from './measures'
import { checkReports } from './check-reports'
import { checkTowns } from './check-towns'
import { checkVisits } from './visit-rules'
import { once, type Path, type Report } from './faults'

/** What the parts of a pack say about each other: codes within codes, one meaning per name, references that lead somewhere. */
export function checkReferences(county: County, context: z.RefinementCtx): void {
  const report: Report = (path, reason, advice) => context.addIssue({ code: 'custom', path, message: `${reason}。${advice}后重新启动。` })

  checkTowns(county, report)
  checkCategories(county, report)
  checkIncomes(county, report)
  checkProgrammes(county, report)
  checkDueRules(county, report)
  checkDuties(county, report)
  checkReports(county, report)
  checkRetention(county, report)
  checkVisits(county, report)
  checkMeasures(county, report)
  for (const part of ['lines', 'norms'] as const) checkParameters(part, county[part], report)
  for (const part of ['agencies', 'programmes', 'lines', 'norms', 'causes', 'purposes', 'articles'] as const) {
    once(
      county[part].map((entry, i) => [[part, i, 'id'], entry.id]),
      '编号',
      report,
    )
  }
  once(county.agencies.flatMap(namesOf('agencies')), '机构名称', report)
  once(county.programmes.flatMap(namesOf('programmes')), '项目名称', report)
  checkBanks(county, report)
  once(
    county.cases.exitReasons.map((reason, i) => [['cases', 'exitReasons', i, 'id'], reason.id]),
    '编号',
    report,
  )
  for (const part of ['modes', 'exitReasons'] as const)
    once(
      county.schemes[part].map((one, i) => [['schemes', part, i, 'id'], one.id]),
      '编号',
      report,
    )
  once(
    county.texts.bankReasons.map((reason, i) => [['texts', 'bankReasons', i, 'code'], reason.code]),
    '结果码',
    report,
  )
  county.articles.forEach((article, i) => {
    if (article.validUntil && article.validUntil < article.publishedOn)
      report(['articles', i, 'validUntil'], `失效日 ${article.validUntil} 早于发布日 ${article.publishedOn}`, '请改正日期')
  })
}

function checkProgrammes(county: County, report: Report): void {
  const agencies = new Set(county.agencies.map((agency) => agency.id))
  const policies = new Set(county.articles.filter((article) => article.column === 'policy').map((article) => article.id))
  county.programmes.forEach((programme, i) => {
    if (!agencies.has(programme.agency))
      report(
        ['programmes', i, 'agency'],
        `机构“${programme.agency}”不在 agencies.json 里`,
        '请改成已有的机构编号，或者在 agencies.json 里补上',
      )
    if (programme.article && !policies.has(programme.article))
      report(
        ['programmes', i, 'article'],
        `没有编号是“${programme.article}”的政策文章`,
        '请改成 articles 里已有的政策编号，或者补上这篇文章',
      )
  })
}

/** A code or word means one thing within a list. */
function checkBanks({ banks: { common, banks } }: County, report: Report): void {
  const lists = [[['banks', 'common'] as Path, common] as const, ...banks.map((bank, i) => [['banks', 'banks', i] as Path, bank] as const)]
  for (const [path, list] of lists) {
    once(
      (['credited', 'failed', 'returned'] as const).flatMap((state) =>
        list[state].map((word, i): [Path, string] => [[...path, state, i], word]),
      ),
      '银行的说法',
      report,
    )
  }
  once(
    banks.map(({ id }, i) => [['banks', 'banks', i, 'id'], id]),
    '银行编号',
    report,
  )
}

function checkDuties({ agencies, duties, sources, norms, purposes, cases, schemes }: County, report: Report): void {
  const known = new Set(agencies.map((agency) => agency.id))
  for (const [part, named] of [
    ['duties', duties],
    ['sources', sources],
    ['cases', { agency: cases.agency }],
    ['schemes', { agency: schemes.agency }],
  ] as const) {
    for (const [key, id] of Object.entries(named))
      if (!known.has(id)) report([part, key], `机构“${id}”不在 agencies.json 里`, '请改成已有的机构编号，或者在 agencies.json 里补上')
  }
  for (const [id, what] of Object.entries(neededNorms))
    if (!norms.some((norm) => norm.id === id)) report(['norms'], `缺少“${id}”，${what}要用它`, '请补上')
  if (!purposes.some(({ id, roles }) => id === 'emergency' && roles.includes('officer')))
    report(['purposes'], '缺少给 officer 的“emergency”（紧急情况）', '请补上')
}

/** Each kind of data has one rule, and what the notice says of reports is what their own rules do. */
function checkRetention({ privacy: { retention }, reports: { keepDays } }: County, report: Report): void {
  once(
    retention.map(({ id }, i) => [['privacy', 'retention', i, 'id'], id]),
    '保存期限',
    report,
  )
  for (const kind of retentionKinds) {
    const i = retention.findIndex(({ id }) => id === kind)
    const rule = retention[i]
    if (!rule) report(['privacy', 'retention'], `缺少“${kind}”，到期清理要用它`, '请补上')
    else if ((rule.days === null) !== keptForGood.includes(kind))
      report(['privacy', 'retention', i, 'days'], rule.days === null ? '这一类要写保存几天' : '这一类不清理，days 只能写 null', '请改正')
    else if (kind === 'reports' && rule.days !== keepDays)
      report(['privacy', 'retention', i, 'days'], `和 reports.json 的 keepDays（${keepDays}）不一样`, '请改成一样')
  }
}

function checkParameters(part: 'lines' | 'norms', parameters: Parameter[], report: Report): void {
  parameters.forEach((parameter, i) =>
    parameter.values.forEach((value, k) => {
      const before = parameter.values[k - 1]
      if (before && before.from >= value.from)
        report([part, i, 'values', k, 'from'], `起始日 ${value.from} 没有排在 ${before.from} 之后`, '请按日期从早到晚排好')
    }),
  )
}

const namesOf =
  (part: string) =>
  (entry: { name: string; aliases: string[] }, i: number): [Path, string][] => [
    [[part, i, 'name'], entry.name],
    ...entry.aliases.map((alias, k): [Path, string] => [[part, i, 'aliases', k], alias]),
  ]
