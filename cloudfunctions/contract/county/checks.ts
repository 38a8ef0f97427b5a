import { isPublicKey, keyId } from '#domain/sealing/sm2-keys'
import { neededNorms } from '#domain/county/norms'
import { keptForGood, retentionKinds } from '#domain/county/retention'
import type * as z from 'zod'
import type { County, Parameter, Town } from '#domain/county/county'

type Path = (string | number)[]
/** Reports one fault: where, what is wrong, and what to do before starting again. */
type Report = (path: Path, reason: string, advice: string) => void

/** What the parts of a pack say about each other: codes within codes, one meaning per name, references that lead somewhere. */
export function checkReferences(county: County, context: z.RefinementCtx): void {
  const report: Report = (path, reason, advice) => context.addIssue({ code: 'custom', path, message: `${reason}。${advice}后重新启动。` })

  checkTowns(county, report)
  checkProgrammes(county, report)
  checkDuties(county, report)
  checkReports(county, report)
  checkRetention(county, report)
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
    county.texts.bankReasons.map((reason, i) => [['texts', 'bankReasons', i, 'code'], reason.code]),
    '结果码',
    report,
  )
  county.articles.forEach((article, i) => {
    if (article.validUntil && article.validUntil < article.publishedOn)
      report(['articles', i, 'validUntil'], `失效日 ${article.validUntil} 早于发布日 ${article.publishedOn}`, '请改正日期')
  })
}

function checkTowns(county: County, report: Report): void {
  const codes = county.towns.map((town, i): [Path, string] => [['towns', i, 'code'], town.code])
  once(codes, '乡镇代码', report)
  once(
    county.towns.flatMap((town, i) => [
      [['towns', i, 'name'], town.name] as [Path, string],
      ...town.aliases.map((alias, k): [Path, string] => [['towns', i, 'aliases', k, 'name'], alias.name]),
    ]),
    '乡镇名称',
    report,
  )
  county.towns.forEach((town, i) => {
    within(town.code, county.code, county.name, ['towns', i, 'code'], report)
    checkVillages(town, i, report)
  })
}

function checkVillages(town: Town, i: number, report: Report): void {
  const at = (k: number, ...rest: Path): Path => ['towns', i, 'villages', k, ...rest]
  once(
    town.villages.map((village, k) => [at(k, 'code'), village.code]),
    '村代码',
    report,
  )
  once(
    town.villages.flatMap((village, k) => [
      [at(k, 'name'), village.name] as [Path, string],
      ...village.aliases.map((alias, n): [Path, string] => [at(k, 'aliases', n), alias]),
    ]),
    `${town.name}的村名`,
    report,
  )
  town.villages.forEach((village, k) => within(village.code, town.code, town.name, at(k, 'code'), report))
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

function checkDuties({ agencies, duties, sources, norms, purposes }: County, report: Report): void {
  const known = new Set(agencies.map((agency) => agency.id))
  for (const [part, named] of [
    ['duties', duties],
    ['sources', sources],
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

function checkReports({ agencies, reports: { offices, categories, subjects } }: County, report: Report): void {
  const known = new Set(offices.map(({ id }) => id))
  const leads = (path: Path, office: string | undefined) => {
    if (office !== undefined && !known.has(office)) report(path, `没有编号是“${office}”的举报受理单位`, '请改成 offices 里已有的编号')
  }
  subjects.forEach(({ office }, i) => leads(['reports', 'subjects', i, 'office'], office))
  categories.forEach(({ office }, i) => leads(['reports', 'categories', i, 'office'], office))
  offices.forEach(({ agency }, i) => {
    if (!agencies.some(({ id }) => id === agency))
      report(
        ['reports', 'offices', i, 'agency'],
        `机构“${agency}”不在 agencies.json 里`,
        '请改成已有的机构编号，或者在 agencies.json 里补上',
      )
  })
  offices.forEach(({ keys }, i) =>
    keys.forEach(({ id, publicKey }, k) => {
      if (!isPublicKey(publicKey))
        report(['reports', 'offices', i, 'keys', k, 'publicKey'], '不是一把 SM2 公钥', '请把“举报钥匙”页面上给出的那一行原样抄来')
      else if (keyId(publicKey) !== id)
        report(['reports', 'offices', i, 'keys', k, 'id'], `编号 ${id} 不是这把公钥的`, '请把“举报钥匙”页面上给出的那一行原样抄来')
    }),
  )
  if (offices.length > 0 && (categories.length === 0 || subjects.length === 0))
    report(['reports'], '开通了举报，却没有类别（categories）或者对象（subjects）', '请补上')
  once(
    offices.map(({ id }, i) => [['reports', 'offices', i, 'id'], id]),
    '受理单位编号',
    report,
  )
  once(
    offices.map(({ agency }, i) => [['reports', 'offices', i, 'agency'], agency]),
    '受理单位的机构',
    report,
  )
  once(
    offices.flatMap(({ keys }, i) =>
      keys.map(({ publicKey }, k): [Path, string] => [['reports', 'offices', i, 'keys', k, 'publicKey'], publicKey]),
    ),
    '举报公钥',
    report,
  )
  once(
    categories.map(({ id }, i) => [['reports', 'categories', i, 'id'], id]),
    '类别编号',
    report,
  )
  once(
    subjects.map(({ id }, i) => [['reports', 'subjects', i, 'id'], id]),
    '对象编号',
    report,
  )
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

function within(code: string, outer: string, outerName: string, path: Path, report: Report): void {
  if (!code.startsWith(outer)) report(path, `代码 ${code} 不属于${outerName}（应以 ${outer} 开头）`, '请改正代码')
}

/** Each text may stand once: a second one would make an entry of a department's file mean two things. */
function once(entries: [Path, string][], what: string, report: Report): void {
  const seen = new Set<string>()
  for (const [path, text] of entries) {
    if (seen.has(text)) report(path, `${what}“${text}”出现了两次`, '请只留一处')
    seen.add(text)
  }
}

/** False for a `/pattern/` that is none: intake would stumble over it in the middle of a file. */
export function isHeading(written: string): boolean {
  const own = written.startsWith('/') ? written : written.slice(written.indexOf('>') + 1)
  if (!own.startsWith('/')) return own !== ''
  try {
    return own.length > 2 && own.endsWith('/') && new RegExp(own.slice(1, -1), 'i') instanceof RegExp
  } catch {
    return false
  }
}
