import iconv from 'iconv-lite'
import { readFileSync } from 'node:fs'
import type { ImportResult } from '#contract/intake/actions'
import { blindIndex } from '#kernel/seal/seal'
import { count, find, findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { quarantine, warnings } from '#store/intake/quarantine'
import { dividends, receipts } from '#store/money/money'
import { persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { exitHeadings, floatThatPasses, numberOf, workbook } from './made'
import { fileOf } from './truth'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const plan = () => readFileSync(fileOf(3).path)
const zeroed = (bytes: Buffer) => Buffer.from(bytes).fill(0, 5000, 9000)
const wrongKind = '没有认出这是哪一种表'

describe('a file that cannot be taken in is refused with a sentence that says what to do', () => {
  test.each<[string, string, () => Buffer, string]>([
    ['empty', '名册.xlsx', () => Buffer.alloc(0), '文件是空的'],
    ['cut in half', '计划.xlsx', () => plan().subarray(0, plan().length / 2), '不完整或已损坏'],
    ['ten bytes short', '计划.xlsx', () => plan().subarray(0, -10), '不完整或已损坏'],
    ['damaged in the middle, where a forgiving reader would read on', '计划.xlsx', () => zeroed(plan()), '不完整或已损坏'],
    [
      'a real .xls cut short',
      '发放表.xls',
      () => readFileSync(fileOf(1).path.replace(/民政局.*/, '残联_残疾人两项补贴发放表_2026年第三季度.xls')).subarray(0, 15_000),
      '不完整或已损坏',
    ],
    ['a letter renamed .xlsx', '名册.xlsx', () => Buffer.from('各位同事：名册稍后发来。'), wrongKind],
    ['a PDF', '名册.xlsx', () => Buffer.from('%PDF-1.7 …'), 'PDF'],
    ['a picture', '名册.xls', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), '图片'],
    ['bytes of nothing', '名册.csv', () => Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7) % 256)), '不是表格'],
    ['a page without a table', '名册.xls', () => Buffer.from('<html><body>登录超时</body></html>'), '没有表格'],
    ['a web archive', '名册.xls', () => Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related'), '单个文件网页'],
    ['an empty workbook', '名册.xlsx', () => workbook([[null]]), '一个字也没有'],
    [
      'an unknown kind',
      '通讯录.xlsx',
      () =>
        workbook([
          ['姓名', '电话'],
          ['王小二', '16000000001'],
        ]),
      wrongKind,
    ],
    ['headings and nothing below', '核销.xlsx', () => workbook([exitHeadings]), '一行数据也没有'],
    [
      'a plan of no month',
      '发放计划.xlsx',
      () =>
        workbook([
          ['姓名', '身份证号', '卡号', '项目', '应发金额(元)'],
          ['甲', numberOf(900), '6200000000000000001', '低保金', 1],
        ]),
      '哪个月',
    ],
  ])('%s', async (_, name, bytes, sentence) => {
    const before = await count(cloud.db, persons, {})
    const result = await cloud.importBytes(name, bytes())
    expect(result).toMatchObject({ file: name, rows: 0, accepted: 0, quarantined: 0, refused: expect.stringContaining(sentence) as string })
    expect(result.refused).toMatch(/。$/)
    expect(await find(cloud.db, imports, { _id: result.sha256 })).toMatchObject([{ status: 'refused', fileName: name }])
    expect(await count(cloud.db, persons, {})).toBe(before)
  })
})

describe('the content decides, not the name', () => {
  test('a CSV called .xlsx is read as what it is', async () => {
    const result = await cloud.importBytes(
      '核销.xlsx',
      Buffer.from(`${exitHeadings.join(',')}\r\n1,大峃镇,苔湖村,"甲",${numberOf(1)},死亡,"证明,\n两份",周某,2026-03-02\r\n`),
    )
    expect(result).toMatchObject({ kind: 'exit', rows: 1, accepted: 1 })
  })

  test('bank text in UTF-8 with a mark is the same receipt as in GB18030', async () => {
    const lines = readFileSync(fileOf(4).path)
    expect(await cloud.importBytes('农商行_代发回执_20261015.txt', lines)).toMatchObject({
      accepted: fileOf(4).accepted,
      added: fileOf(4).accepted,
    })
    const again = Buffer.from('\ufeff' + new TextDecoder('gb18030').decode(lines))
    expect(await cloud.importBytes('农商行_代发回执_20261015.txt', again)).toMatchObject({
      accepted: fileOf(4).accepted,
      amountFen: fileOf(4).sumFen,
      added: 0,
      changed: 0,
      seenBefore: false,
    })
    expect(await count(cloud.db, receipts, {})).toBe(fileOf(4).accepted)
  })

  test('an HTML .xls that declares gb2312 and means GB18030, with numeric references: rare names come through', async () => {
    const ids = [numberOf(11), numberOf(12), numberOf(13)]
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table>
      <tr><td colspan=5>家庭医生签约名单</td></tr>${row('姓名', '身份证号', '签约机构', '签约医生', '人群分类')}
      ${row('雷㛃', ids[0]!, '大峃卫生院', '叶医生', '老年人')}${row('蓝秀&#x2C79F;', `${ids[1]}&nbsp;`, '峃口卫生院', '钟&#32704;', '高血压')}${row('吴峃生', ids[2]!, '百丈漈卫生院', '林昶', '')}</table></body></html>`
    const result = await cloud.importBytes('签约.xls', iconv.encode(html, 'gb18030'))
    expect(result).toMatchObject({ kind: 'doctor', rows: 3, accepted: 3, warned: 0 })
    const names = await Promise.all(
      ids.map(async (id) => (await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id) }))[0]?.name),
    )
    expect(names).toEqual(['雷㛃', '蓝秀𬞟', '吴峃生'])
  })
})

describe('rows', () => {
  const dividendHeadings = ['乡镇', '村', '户主姓名', '身份证号', '项目名称', '入股本金(万元)', '分红金额(元)', '年度']
  const codesOf = async ({ sha256 }: ImportResult) =>
    (await findEach(cloud.db, quarantine, { importId: sha256 }))
      .map(({ row, field, code }) => [row, field, code])
      .sort((a, b) => Number(a[0]) - Number(b[0]))

  test('are quarantined with what is wrong and how to mend it, and none is lost', async () => {
    const rows = [
      ['大峃镇', '苔湖村', '甲', numberOf(21), '金丝皇菊', 0.5, '350', 2026],
      ['大峃镇', '苔湖村', '乙', floatThatPasses(), '金丝皇菊', 0.5, 350, 2026],
      ['大峃镇', '苔湖村', '丙', '3.30399E+17', '金丝皇菊', 0.5, 350, 2026],
      ['大峃镇', '苔湖村', '丁', '330399500101001', '金丝皇菊', 0.5, 350, 2026],
      ['大峃镇', '苔湖村', '戊', null, '金丝皇菊', 0.5, 350, 2026],
      ['大峃镇', '苔湖村', '己', numberOf(26), '金丝皇菊', 0.5, '待核定', 2026],
      ['大峃镇', '苔湖村', '庚\ufffd', numberOf(27), '金丝皇菊', 0.5, 350, 2026],
      ['大峃镇', '苔湖村', null, numberOf(28), '金丝皇菊', 0.5, 350, 2026],
      ['大峃镇', '苔湖村', '壬', '３３０３９９１９５００１０１０２９' + numberOf(29).at(-1), '金丝皇菊', 0.5, '１，３５０．５０', 2026],
      ['乌有镇', '苔湖村', '癸', numberOf(30), '金丝皇菊', null, 350, 2026],
    ]
    const result = await cloud.importBytes(
      '分红.xlsx',
      workbook([['抱团增收分红表'], dividendHeadings, ...rows, ['合计', null, null, null, null, null, 9999], ['制表人：某某']]),
    )
    expect(result).toMatchObject({ kind: 'dividend', rows: 10, accepted: 3, quarantined: 7, warned: 1, amountFen: 35000 + 135050 + 35000 })
    expect(await codesOf(result)).toEqual([
      [4, 'id', 'id_precision_lost'],
      [5, 'id', 'id_precision_lost'],
      [6, 'id', 'id_length_15'],
      [7, 'id', 'id_missing'],
      [8, 'dividend', 'amount_not_a_number'],
      [9, 'name', 'name_garbled'],
      [10, 'name', 'name_missing'],
    ])
    expect(await find(cloud.db, dividends, { importId: result.sha256, principalFen: 500000 })).toHaveLength(2)
    expect(await find(cloud.db, warnings, { importId: result.sha256 })).toMatchObject([{ row: 12, code: 'place_unknown' }])
    const reasons = await findEach(cloud.db, quarantine, { importId: result.sha256 })
    expect(reasons.every(({ reason }) => /[请].*。$/.test(reason))).toBe(true)
  })

  test('another county’s headings, order and merged cells are understood', async () => {
    const rows = [
      ['某县惠农补贴发放表（2026年9月）'],
      ['人员信息', null, '发放信息', null, null],
      ['身份证号码', '补贴对象', '银行账号', '补贴项目', '发放金额（元）'],
      [numberOf(41), '赵甲', '6200 0000 0000 0000 019', '低保', '762.00'],
      [null, null, null, '残疾人护理补贴', 250],
      [numberOf(42), '钱乙', '6200000000000000027', '看山补贴', 30],
    ]
    const result = await cloud.importBytes('补贴.xlsx', workbook(rows, { merges: ['A1:E1', 'A2:B2', 'C2:E2', 'A4:A5', 'B4:B5', 'C4:C5'] }))
    expect(result).toMatchObject({ kind: 'payment-plan', rows: 3, accepted: 3, warned: 1, amountFen: 104200 })
    expect(await find(cloud.db, warnings, { importId: result.sha256 })).toMatchObject([{ row: 6, code: 'programme_unknown' }])
  })

  test('a sheet that is not read is said so', async () => {
    const { read, write, utils } = await import('@e965/xlsx')
    const book = read(workbook([exitHeadings, [1, '大峃镇', '苔湖村', '甲', numberOf(51), '死亡', '证明', '周某', '2026-03-02']]))
    utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明'], ['请如实填写']]), '说明')
    const result = await cloud.importBytes('核销.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    expect(result).toMatchObject({ rows: 1, accepted: 1, warned: 1 })
    expect(await find(cloud.db, warnings, { importId: result.sha256 })).toMatchObject([{ sheet: '说明', code: 'sheet_not_read' }])
  })
})
