import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kindsOfFile } from '#affairs/intake/kinds/all'
import { isHeading } from '#contract/county/columns'
import { neededNorms } from '#domain/county/norms'
import { countyFolder, loadCounty } from '#local/county/load'
import { fixtureVillages } from './fixture-villages'

const tiny = 'tests/counties/tiny'

describe('the county pack of 文成县', () => {
  const county = loadCounty('config/counties/wencheng')
  const places = county.towns.flatMap((town) => town.villages)
  const count = (kind: string) => places.filter((place) => place.kind === kind).length

  test('has the paper’s 17 towns, 229 villages, 14 communities and one residents’ committee', () => {
    expect(county.towns).toHaveLength(17)
    expect(county.towns.filter((town) => town.name.endsWith('镇'))).toHaveLength(12)
    expect([count('village'), count('community'), count('residents-committee')]).toEqual([229, 14, 1])
  })

  test('knows every town and village that the department files name', () => {
    const unknown = fixtureVillages().filter(
      ([town, village]) => !county.towns.find(({ name }) => name === town)?.villages.some(({ name }) => name === village),
    )
    expect(unknown).toEqual([])
  })

  test('knows every 项目 of the payment plan, the allowances and the bank’s result codes', () => {
    const names = new Set(county.programmes.flatMap((programme) => [programme.name, ...programme.aliases]))
    const asked = [
      '困难残疾人生活补贴',
      '重度残疾人护理补贴',
      '低保金',
      '移民直补',
      '耕地地力保护补贴',
      '医疗救助',
      '助学补助',
      '雨露计划',
      '义务教育生活补助',
      '普通高中国家助学金',
      '上级补助金',
      '安居圆梦',
      '抱团增收分红',
    ]
    expect(asked.filter((name) => !names.has(name))).toEqual([])
    expect(county.texts.bankReasons.map((reason) => reason.code)).toEqual(expect.arrayContaining(['E101', 'E203', 'E305']))
  })

  test('explains each programme in a policy article with 谁能领 · 领多少 · 怎么领', () => {
    const policies = county.articles.filter((article) => article.column === 'policy')
    expect(policies.length).toBeGreaterThanOrEqual(8)
    expect(county.articles.length - policies.length).toBeGreaterThanOrEqual(4)
    expect(policies.filter((article) => !article.who || !article.howMuch || !article.howToAsk)).toEqual([])
    expect(county.programmes.filter((programme) => !programme.article)).toEqual([])
  })

  test('marks invented source documents as examples', () => {
    const documents = county.articles.flatMap((article) => article.sourceDocument ?? [])
    expect(documents.filter((document) => !document.includes('示例'))).toEqual([])
  })
})

test('another, tiny county loads as well', () => {
  const county = loadCounty(tiny)
  expect([county.name, county.towns.length, county.programmes.length, county.articles.length]).toEqual(['云水县', 2, 3, 2])
})

describe('headings of department files', () => {
  test('are those that counties have in common, in every pack', () => {
    const { headings } = loadCounty(tiny).columns
    expect(headings.exit).toMatchObject({ exit_date: expect.arrayContaining(['退出日期']), town: expect.arrayContaining(['乡镇']) })
    expect(headings['bank-receipt']!.serial).toContain('流水号')
  })

  test('name every column of every kind, and each is one that a pack may write', () => {
    const { headings } = loadCounty(tiny).columns
    for (const { kind, columns } of kindsOfFile) {
      const nameless = Object.keys(columns).filter((column) => !headings[kind]?.[column]?.length)
      expect([kind, nameless]).toEqual([kind, nameless.filter((column) => column === 'remark' || column === 'serial')])
    }
    expect(
      Object.values(headings).flatMap((kind) =>
        Object.values(kind)
          .flat()
          .filter((one) => !isHeading(one)),
      ),
    ).toEqual([])
  })

  test('a county’s own come before them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'county-'))
    cpSync(tiny, folder, { recursive: true })
    writeFileSync(join(folder, 'columns.json'), '{ "headings": { "exit": { "town": ["片区"], "id": ["公民号"] } } }')
    const { exit } = loadCounty(folder).columns.headings
    rmSync(folder, { recursive: true })
    expect([exit!.town!.slice(0, 2), exit!.id!.slice(0, 2)]).toEqual([
      ['片区', '乡镇'],
      ['公民号', '身份证号'],
    ])
  })

  test('a pack needs no file for them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'county-'))
    cpSync(tiny, folder, { recursive: true })
    rmSync(join(folder, 'columns.json'))
    const { columns } = loadCounty(folder)
    rmSync(folder, { recursive: true })
    expect(columns).toMatchObject({ headings: { doctor: { doctor: expect.arrayContaining(['签约医生']) } }, receiptLayouts: [] })
  })
})

test('a county is found by its name; an unknown name is answered with the known ones', () => {
  expect(countyFolder('wencheng')).toBe('config/counties/wencheng')
  expect(() => countyFolder('nowhere')).toThrow('没有叫“nowhere”的县资料包。现有：wencheng。请从中选一个后重新启动。')
  expect(() => countyFolder('../wencheng')).toThrow('没有叫')
  expect(() => loadCounty('tests/counties/nowhere')).toThrow('没有叫“nowhere”的县资料包。现有：tiny。请从中选一个后重新启动。')
})

describe('a broken pack is refused with file, place, reason and what to do', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'county-'))
    cpSync(tiny, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const swap = (file: string, from: string, to: string) => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    writeFileSync(path, text.replace(from, to))
  }

  test.each([
    ['a missing name', 'programmes.json', '"name": "茶园补助", ', '', 'programmes.json 的 [2].name：缺少这一项。请补上后重新启动。'],
    [
      'a misspelt key',
      'programmes.json',
      '"interval"',
      '"intervall"',
      'programmes.json 的 [0]：不认识的项目：intervall。请检查拼写，或者删掉后重新启动。',
    ],
    [
      'a word outside the choices',
      'programmes.json',
      '"yearly"',
      '"每年"',
      'programmes.json 的 [2].interval：“每年”不在可选的写法里。请改成 monthly、quarterly、term、yearly、once 之一后重新启动。',
    ],
    ['a number in quotes', 'lines.json', '900', '"900"', 'lines.json 的 [0].values[0].value：这里应是数字（不加引号）。请改正后重新启动。'],
    [
      'a day that does not exist',
      'lines.json',
      '2024-01-01',
      '2024-02-30',
      'lines.json 的 [0].values[0].from：日期应写成 2026-10-12 这样，现在是“2024-02-30”。请改正后重新启动。',
    ],
    ['an empty text', 'texts.json', '码丢了：到村里换。', '', 'texts.json 的 lostCode：这一项是空的。请填上后重新启动。'],
    [
      'values out of order',
      'lines.json',
      '2025-01-01',
      '2023-01-01',
      'lines.json 的 [0].values[1].from：起始日 2023-01-01 没有排在 2024-01-01 之后。请按日期从早到晚排好后重新启动。',
    ],
    [
      'a short county code',
      'county.json',
      '339900',
      '33990',
      'county.json 的 code：县代码应是 6 位数字，现在是“33990”。请改正后重新启动。',
    ],
    [
      'a village of another town',
      'divisions.json',
      '339900200200',
      '339900100299',
      'divisions.json 的 [1].villages[1].code：代码 339900100299 不属于水尾乡（应以 339900200 开头）。请改正代码后重新启动。',
    ],
    [
      'a town of another county',
      'county.json',
      '339900',
      '339901',
      'divisions.json 的 [0].code：代码 339900100 不属于云水县（应以 339901 开头）。请改正代码后重新启动。',
    ],
    [
      'one name for two villages',
      'divisions.json',
      '下水村',
      '上水村',
      'divisions.json 的 [0].villages[1].name：云脚镇的村名“上水村”出现了两次。请只留一处后重新启动。',
    ],
    [
      'one alias for two programmes',
      'programmes.json',
      '茶补',
      '生活金',
      'programmes.json 的 [2].aliases[0]：项目名称“生活金”出现了两次。请只留一处后重新启动。',
    ],
    ['an id used twice', 'programmes.json', '"tea"', '"care"', 'programmes.json 的 [2].id：编号“care”出现了两次。请只留一处后重新启动。'],
    [
      'an unknown agency',
      'programmes.json',
      '"farming"',
      '"forest"',
      'programmes.json 的 [2].agency：机构“forest”不在 agencies.json 里。请改成已有的机构编号，或者在 agencies.json 里补上后重新启动。',
    ],
    [
      'an unknown article',
      'programmes.json',
      '"article": "basic-living"',
      '"article": "tea-news"',
      'programmes.json 的 [0].article：没有编号是“tea-news”的政策文章。请改成 articles 里已有的政策编号，或者补上这篇文章后重新启动。',
    ],
    [
      'a fault in an article',
      'articles/tea-news.json',
      '"title"',
      '"titel"',
      'articles/tea-news.json 的 title：缺少这一项。请补上后重新启动。',
    ],
    [
      'one word for two categories',
      'categories.json',
      '"受灾"',
      '"特困"',
      'categories.json 的 [3].aliases[1]：类别的写法“特困”出现了两次。请只留一处后重新启动。',
    ],
    [
      'a programme that pays a category that there is not',
      'programmes.json',
      '"paysCategory": "minimum-living"',
      '"paysCategory": "low-income"',
      'programmes.json 的 [0].paysCategory：类别“low-income”不在 categories.json 里。请改成已有的类别编号，或者在 categories.json 里补上后重新启动。',
    ],
    [
      'a programme that pays a category without a monthly grant',
      'programmes.json',
      '"paysCategory": "minimum-living"',
      '"paysCategory": "near-minimum"',
      'programmes.json 的 [0].paysCategory：类别“边缘户”没有按月的钱。请改成按月发钱的类别，',
    ],
    [
      'a category that neither helps nor watches',
      'categories.json',
      '"kind": "watch"',
      '"kind": "救助"',
      'categories.json 的 [3].kind：“救助”不在可选的写法里。请改成 aid、watch 之一后重新启动。',
    ],
    [
      'a line of an income that is no line of the pack',
      'incomes.json',
      '"basic-living-standard"',
      '"poverty-line"',
      'incomes.json 的 lines[0].of：编号“poverty-line”不在 lines.json 里。请改成已有的编号，或者在 lines.json 里补上后重新启动。',
    ],
    [
      'a line that is not of one person',
      'lines.json',
      '元/人·月',
      '元/户·年',
      'incomes.json 的 lines[0].of：“基本生活标准”的单位是“元/户·年”，收入没法和它比。请改成单位是 元/人·月 或 元/人·年 的一条线后重新启动。',
    ],
    [
      'a grant up to a line that there is not',
      'incomes.json',
      '"line": "basic"',
      '"line": "high"',
      'incomes.json 的 grant.line：没有编号是“high”的线。请改成 incomes.json 的 lines 里已有的编号后重新启动。',
    ],
    [
      'headings of no kind of file',
      'columns.json',
      '"headings": {}',
      '"headings": { "forestry": { "id": ["身份证号"] } }',
      'columns.json 的 headings.forestry：没有这一种部门文件。请改成 register、payment-plan、',
    ],
    [
      'a heading whose pattern is none',
      'columns.json',
      '"headings": {}',
      '"headings": { "exit": { "id": ["证号", "/(证号/"] } }',
      'columns.json 的 headings.exit.id[1]：式样写得不对。两条斜线中间应是正则式，请改正后重新启动。',
    ],
    [
      'broken JSON',
      'agencies.json',
      '"name": "县农林局"',
      '"name" "县农林局"',
      'agencies.json：不是完整的 JSON，第 3 行附近。请检查逗号、引号和括号后重新启动。',
    ],
  ])('%s', (_, file, from, to, sentence) => {
    swap(file, from, to)
    expect(() => loadCounty(folder)).toThrow(sentence)
  })

  test('a missing file', () => {
    rmSync(join(folder, 'norms.json'))
    rmSync(join(folder, 'county.json'))
    expect(() => loadCounty(folder)).toThrow(
      /有 2 处要改：\n.*county.json：缺少这个文件。请补上后重新启动。\n.*norms.json：缺少这个文件。请补上后重新启动。/,
    )
  })

  test.each(Object.entries(neededNorms))('no norm %s', (id, what) => {
    swap('norms.json', `"id": "${id}"`, '"id": "something-else"')
    expect(() => loadCounty(folder)).toThrow(`缺少“${id}”，${what}要用它。请补上后重新启动。`)
  })

  test('all faults stand in one message', () => {
    swap('programmes.json', '"name": "茶园补助", ', '')
    swap('texts.json', '16000000000', '电话')
    expect(() => loadCounty(folder)).toThrow(/有 2 处要改：\n.*\[2\].name：缺少这一项.*\n.*helpLine.phone：电话只能是数字和短横线/)
  })
})
