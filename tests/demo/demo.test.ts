import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idNumberFault, sexOf } from '#domain/people/id-number'
import { loadCounty } from '#local/county/load'
import { generateDemo, type DemoFile, type DemoProgress } from '#local/demo/files/generate'
import type { Planted } from '#local/demo/files/plant'
import { readReceipt, readSheets, readSheet as readAnew, type Line } from './read'

const county = loadCounty('config/counties/wencheng')
const folder = mkdtempSync(join(tmpdir(), 'demo-'))
const progress: DemoProgress[] = []
let files: DemoFile[]
let register: Map<string, Line[]>
let people: Line[]
let plans: Line[][]
let receipts: Line[][]
let planted: Planted[]

/** Not somebody at whom a mistake stands, of these kinds or of any. */
const isWell = ({ 身份证号: id }: Line, ...kinds: Planted['kind'][]) =>
  !planted.some(({ kind, idNumber }) => idNumber === id && (kinds.length === 0 || kinds.includes(kind)))
const path = (kind: DemoFile['kind']) => files.find((file) => file.kind === kind)!.path
const of = (kind: DemoFile['kind']) => files.filter((file) => file.kind === kind)
/** A file's lines, read once. */
const readSheet = (at: string, key?: string): Line[] => {
  const lines = alreadyRead.get(at) ?? readAnew(at, key)
  alreadyRead.set(at, lines)
  return lines
}
const alreadyRead = new Map<string, Line[]>()
const distinct = (lines: Line[], column: string) => new Set(lines.map((line) => line[column])).size
const hashes = (made: DemoFile[]) => made.map(({ file, path: at }) => [file, createHash('sha256').update(readFileSync(at)).digest('hex')])

beforeAll(async () => {
  files = await generateDemo({
    county,
    today: '2026-10-20',
    outDir: join(folder, 'a'),
    onProgress: (step) => progress.push(step),
    onPlanted: (all) => (planted = all),
  })
  register = readSheets(path('register'))
  people = [...register.values()].flat()
  plans = of('payment-plan').map((file) => readSheet(file.path))
  receipts = of('bank-receipt').map((file) => readReceipt(file.path))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('counted in the files, the paper’s numbers', () => {
  test('12,883 people in 9,521 households, a sheet for each of the 17 towns', () => {
    expect([...register.keys()]).toEqual(county.towns.map((town) => town.name))
    expect(people).toHaveLength(12_883)
    expect(distinct(people, '身份证号')).toBe(12_883)
    expect(people.filter((line) => line['与户主关系'] === '户主')).toHaveLength(9_521)
  })

  test('all 229 villages have households', () => {
    const lived = new Set([...register].flatMap(([town, lines]) => lines.map((line) => `${town} ${line['村(社区)']}`)))
    const villages = county.towns.flatMap((town) =>
      town.villages.filter(({ kind }) => kind === 'village').map(({ name }) => `${town.name} ${name}`),
    )
    expect(villages).toHaveLength(229)
    expect(villages.filter((village) => !lived.has(village))).toEqual([])
  })

  test('9,521 paired households, six or seven to a cadre', () => {
    const paired = readSheet(path('pairing'), '户主身份证')
    expect([paired.length, distinct(paired, '户主身份证'), distinct(paired, '联系电话')]).toEqual([9_521, 9_521, 1_500])
    const loads = new Map<string, number>()
    for (const line of paired) loads.set(line['联系电话']!, (loads.get(line['联系电话']!) ?? 0) + 1)
    expect([...new Set(loads.values())].sort()).toEqual([6, 7])
    expect(paired.filter((line) => !/^160\d{8}$/.test(line['联系电话']!))).toEqual([])
    expect(paired.filter((line) => line['上次走访日期']! > '2026-07-20').length).toBeGreaterThan(8_000)
  })

  test('4,633 households with dividends, all on the register', () => {
    const dividends = readSheet(path('dividend'))
    const heads = new Set(people.filter((line) => line['与户主关系'] === '户主').map((line) => line['身份证号']))
    expect([dividends.length, distinct(dividends, '身份证号')]).toEqual([4_633, 4_633])
    expect(dividends.filter((line) => !heads.has(line['身份证号']!))).toEqual([])
  })

  test('4,524 people who left, none of them on the register', () => {
    const exits = readSheet(path('exit'))
    const registered = new Set(people.map((line) => line['身份证号']))
    expect([exits.length, distinct(exits, '身份证号')]).toEqual([4_524, 4_524])
    expect(
      exits.filter((line) => registered.has(line['身份证号']!) || !line['退出原因'] || !line['审批人'] || line['退出日期']! > '2021-05-31'),
    ).toEqual([])
  })

  test('family doctors for most, not for everybody', () => {
    const doctors = readSheet(path('doctor'))
    expect(doctors.length).toBeGreaterThan(9_000)
    expect(doctors.length).toBeLessThan(11_000)
    expect(distinct(doctors, '身份证号')).toBe(doctors.length)
  })

  test('what each file says of itself is what is in it', () => {
    const counted = [people.length, ...plans.map((plan) => plan.length), ...receipts.map((receipt) => receipt.length)]
    const said = [...of('register'), ...of('payment-plan'), ...of('bank-receipt')].map((file) => file.rows)
    expect(counted).toEqual(said)
    expect(progress.map(({ file, rows }) => [file, rows])).toEqual(files.map(({ file, rows }) => [file, rows]))
    expect(progress.at(-1)).toMatchObject({ done: files.length, total: files.length })
  })
})

describe('twelve months of money', () => {
  test('a plan for each month up to this one, about 100,000 rows, each row for someone on the register', () => {
    expect(of('payment-plan').map(({ file }) => file)).toEqual(
      [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((month) => `财政局_一卡通发放计划_${month > 10 ? 2025 : 2026}年${month}月.xlsx`),
    )
    const rows = plans.flat()
    expect(rows.length).toBeGreaterThan(90_000)
    expect(rows.length).toBeLessThan(125_000)
    const registered = new Map(people.map((line) => [line['身份证号'], line['姓名']]))
    expect(rows.filter((line) => registered.get(line['身份证号']) !== line['姓名'] && isWell(line, 'not_on_register'))).toEqual([])
    const known = new Set(county.programmes.map((programme) => programme.name))
    expect(rows.filter((line) => !known.has(line['项目']!))).toEqual([])
    const cards = new Map(rows.map((line) => [line['卡号'], line['身份证号']]))
    expect(cards.size).toBe(new Set(rows.map((line) => line['身份证号'])).size)
  })

  test('each head on 低保 is planned for what the register says', () => {
    const months = plans.at(-1)!.filter((line) => line['项目'] === '低保金' && line['属期'] === '2026年10月')
    const due = new Map(
      people
        .filter((line) => line['人员类别'] === '低保对象' && line['与户主关系'] === '户主')
        .map((line) => [line['身份证号'], line['月保障金(元)']]),
    )
    // Never planned one, twice another, and one who left.
    expect(months.length).toBe(due.size + 1)
    expect(months.filter((line) => due.get(line['身份证号']) !== line['应发金额(元)'] && isWell(line))).toEqual([])
  })

  test('the bank answers each row in order; about one in two hundred fails', () => {
    expect(receipts).toHaveLength(12)
    receipts.forEach((receipt, m) => {
      const answered = receipt.map((line) => [line['序号'], line['账号'], line['户名'], Number(line['金额'])].join())
      const planned = new Map(
        plans[m]!.map((line) => [[line['序号'], line['卡号'], line['开户名'], Number(line['应发金额(元)'])].join(), line]),
      )
      const strays = answered.filter((line) => !planned.has(line))
      expect(strays).toHaveLength(m === 11 ? 1 : 0)
      const unanswered = [...planned].filter(([line]) => !answered.includes(line)).map(([, line]) => line)
      expect(unanswered.filter((line) => isWell(line, 'plan_without_receipt', 'paid_after_death'))).toEqual([])
      expect(unanswered).toHaveLength(m === 11 ? 2 : 0)
    })
    const all = receipts.flat()
    const failed = all.filter((line) => line['结果码'] !== '0000')
    expect(failed.length / all.length).toBeGreaterThan(0.003)
    expect(failed.length / all.length).toBeLessThan(0.008)
    expect(new Set(failed.map((line) => line['结果码']))).toEqual(new Set(['E101', 'E203', 'E305']))
    expect(failed.filter((line) => line['入账日期'] !== '')).toEqual([])
  })

  test('what failed is planned again the next month for its old period, and mostly arrives', () => {
    const key = (line: Line) => [line['身份证号'], line['项目'], line['属期'], line['应发金额(元)']].join()
    let again = 0
    let arrived = 0
    receipts.slice(0, -1).forEach((receipt, m) => {
      const next = new Map(plans[m + 1]!.map((line, i) => [key(line), i]))
      receipt.forEach((line, i) => {
        if (line['结果码'] === '0000') return
        if (!isWell(plans[m]![i]!, 'money_lying')) return
        const at = next.get(key(plans[m]![i]!))
        expect(at).toBeDefined()
        again++
        const serial = plans[m + 1]![at!]!['序号']
        if (receipts[m + 1]!.find((one) => one['序号'] === serial)!['结果码'] === '0000') arrived++
      })
    })
    expect(arrived / again).toBeGreaterThan(0.7)
  })

  test('names beyond GBK come through the bank’s GB18030', () => {
    const names = new Set(receipts[0]!.map((line) => line['户名']))
    for (const name of ['雷㛃', '蓝秀𬞟', '陈𣲗', '周䶮', '吴峃生', '阿依·古丽']) expect(names).toContain(name)
  })
})

describe('mistakes', () => {
  const last = () => plans.at(-1)!
  const at = (kind: Planted['kind']) => planted.find((one) => one.kind === kind)!
  const rowsOf = (kind: Planted['kind'], lines = last()) => lines.filter((line) => line['身份证号'] === at(kind).idNumber)
  const living = (kind: Planted['kind']) => rowsOf(kind).filter((line) => line['项目'] === '低保金')
  const registered = (id: string) => people.find((line) => line['身份证号'] === id)

  test('one of each kind, each at somebody else, none at the featured household', () => {
    expect(planted.map(({ kind }) => kind).sort()).toEqual([
      'account_name_mismatch',
      'amount_mismatch',
      'duplicate_payment',
      'excluded_together',
      'missing_payment',
      'money_lying',
      'not_on_register',
      'paid_after_death',
      'plan_without_receipt',
      'receipt_without_plan',
    ])
    expect(new Set(planted.map(({ idNumber }) => idNumber)).size).toBe(planted.length)
    expect(planted.filter(({ idNumber }) => ['陈阿公', '李秀珠'].includes(registered(idNumber)?.['姓名'] ?? ''))).toEqual([])
  })

  test('are in the files as the files would have them', () => {
    expect(living('duplicate_payment')).toHaveLength(2)
    const [exited] = living('not_on_register')
    const exits = readSheet(path('exit'))
    expect(exits.find((line) => line['身份证号'] === exited!['身份证号'])).toMatchObject({ 姓名: exited!['姓名'] })
    const [wrong] = living('amount_mismatch')
    expect(Number(wrong!['应发金额(元)']) - Number(registered(wrong!['身份证号']!)!['月保障金(元)'])).toBe(100)
    const [elsewhere] = living('account_name_mismatch')
    expect(elsewhere!['开户名']).not.toBe(elsewhere!['姓名'])
    expect(plans.flatMap((plan) => rowsOf('missing_payment', plan)).filter((line) => line['项目'] === '低保金')).toEqual([])
    expect(registered(at('missing_payment').idNumber)).toMatchObject({ 人员类别: '低保对象' })
    expect(rowsOf('excluded_together').map((line) => line['项目'])).toEqual(expect.arrayContaining(['特困供养金', '重度残疾人护理补贴']))
    const [dead] = readSheet(path('vital'), '公民身份号码')
    expect(dead).toMatchObject({ 公民身份号码: at('paid_after_death').idNumber, 业务类型: '死亡注销', 发生日期: '2026-08-20' })
    expect(at('paid_after_death').months).toEqual(['2026-09', '2026-10'])
    const refused = receipts.at(-3)!.filter((line) => rowsOf('money_lying', plans.at(-3)).some((row) => row['序号'] === line['序号']))
    expect(refused.filter((line) => line['结果码'] === 'E203')).toHaveLength(1)
    for (const plan of plans.slice(-2)) expect(rowsOf('paid_after_death', plan).length).toBeGreaterThan(0)
  })
})

describe('nobody in the files exists', () => {
  test('ID numbers are unique, valid and of no county; they agree with sex and birth day', () => {
    const everybody = [...people, ...readSheet(path('exit'))]
    expect(distinct(everybody, '身份证号')).toBe(everybody.length)
    expect(everybody.filter((line) => idNumberFault(line['身份证号']!) || !line['身份证号']!.startsWith('330399'))).toEqual([])
    expect(
      people.filter(
        (line) => line['性别'] !== sexOf(line['身份证号']!) || line['出生日期']!.replaceAll('-', '') !== line['身份证号']!.slice(6, 14),
      ),
    ).toEqual([])
  })

  test('cards start 62000000, have 19 digits and pass Luhn', () => {
    const cards = new Set(plans.flat().map((line) => line['卡号']!))
    const luhn = (card: string) =>
      [...card].reverse().reduce((sum, digit, i) => sum + (i % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]! : Number(digit)), 0) %
        10 ===
      0
    expect([...cards].filter((card) => !/^62000000\d{11}$/.test(card) || !luhn(card))).toEqual([])
  })
})

describe('the featured household', () => {
  const said = (receipt: Line[] | undefined, row: Line) => receipt?.find((line) => line['序号'] === row['序号'])?.['结果码']
  const monthOf = (plan: Line[], receipt: Line[] | undefined, ids: string[]) =>
    plan.flatMap((line) =>
      ids.includes(line['身份证号']!) ? [[line['姓名'], line['项目'], line['应发金额(元)'], said(receipt, line)]] : [],
    )
  const couple = () => register.get('南田镇')!.slice(0, 2)

  test('is the first of the first village of 南田镇', () => {
    expect(
      couple().map((line) => [line['村(社区)'], line['姓名'], line['与户主关系'], line['人员类别'], line['出生日期']!.slice(0, 4)]),
    ).toEqual([
      ['武源岭村', '陈阿公', '户主', '低保对象', '1946'],
      ['', '李秀珠', '配偶', '低保对象', '1949'],
    ])
  })

  test('has this month 762 yuan credited and 250 yuan refused by the bank', () => {
    expect(
      monthOf(
        plans.at(-1)!,
        receipts.at(-1),
        couple().map((line) => line['身份证号']!),
      ),
    ).toEqual([
      ['陈阿公', '低保金', '762', '0000'],
      ['李秀珠', '重度残疾人护理补贴', '250', 'E101'],
    ])
  })

  test('has a dividend, a cadre and a doctor', () => {
    const [head] = couple()
    const own = (lines: Line[], column = '身份证号') => lines.find((line) => line[column] === head!['身份证号'])
    expect(own(readSheet(path('dividend')))).toMatchObject({ 项目名称: '飞地产业园', '分红金额(元)': '800' })
    expect(own(readSheet(path('pairing'), '户主身份证'), '户主身份证')).toMatchObject({ 帮扶干部: '林建国', 帮扶单位: '县农业农村局' })
    expect(own(readSheet(path('doctor')))).toMatchObject({ 签约医生: '周敏', 签约机构: '南田镇卫生院' })
  })
})

test('the same day gives the same files', async () => {
  const again = await generateDemo({ county, today: '2026-10-20', outDir: join(folder, 'b') })
  expect(hashes(again)).toEqual(hashes(files))
}, 60_000)

describe('another county, on a day before payday', () => {
  let made: DemoFile[]
  beforeAll(async () => {
    made = await generateDemo({ county: loadCounty('tests/counties/tiny'), today: '2026-10-14', outDir: join(folder, 'c') })
  }, 60_000)

  test('is shown as well', () => {
    const lines = [...readSheets(made[0]!.path).values()].flat()
    expect([lines.length, lines.filter((line) => line['与户主关系'] === '户主').length]).toEqual([12_883, 9_521])
    expect(lines[0]).toMatchObject({ 姓名: '陈阿公', '村(社区)': '上水村' })
  })

  test('has this month’s plan and no receipt for it', () => {
    const count = (kind: DemoFile['kind']) => made.filter((file) => file.kind === kind).length
    expect([count('payment-plan'), count('bank-receipt')]).toEqual([12, 11])
  })
})
