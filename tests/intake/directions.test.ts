import { createHash } from 'node:crypto'
import { directedOf } from '#affairs/intake/directing/directed'
import { findEach } from '#store/db/read'
import { headingAnswers } from '#store/intake/heading-answers'
import { aStaff, asStaff } from '../harness/people'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from './made'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const card = (n: number) => `62000000000000000${String(n).padStart(2, '0')}`
const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const plan = (month: string, people: number[], title = `发放计划（${month}）`) =>
  workbook([
    [title],
    ['序号', '姓名', '身份证号', '卡号', '项目', '到手', '标准'],
    ...people.map((n) => [n, '赵甲', numberOf(n), card(n), '低保金', 100 + n, 900]),
  ])
const direct = (content: Buffer, said: object) => cloud.operate('direct', { sha256: hash(content), ...said }, 'intake')

describe('what people said of a file', () => {
  test('is how it is read; the next file of that agency with the same headings is read so without a word', async () => {
    const october = plan('2026年10月', [1, 2])
    expect((await cloud.importBytes('财政局_计划.xlsx', october)).refused).toMatch(/一行也没有导入/)
    await direct(october, {
      columns: [
        { heading: '到手', key: 'amount' },
        { heading: '标准', key: null },
      ],
    })
    expect(await cloud.importBytes('财政局_计划.xlsx', october)).toMatchObject({
      kind: 'payment-plan',
      accepted: 2,
      amountFen: 20_300,
      warned: 0,
    })
    expect(await cloud.importBytes('财政局_计划.xlsx', plan('2026年11月', [1, 2, 3]))).toMatchObject({
      accepted: 3,
      amountFen: 30_600,
      warned: 0,
    })
    expect((await cloud.importBytes('残联_计划.xlsx', plan('2026年12月', [1]))).refused).toMatch(/一行也没有导入/)
  })

  test('holds for the columns under those very headings, not for others in the same sheet', async () => {
    const content = workbook([
      ['发放计划（2026年10月）'],
      ['序号', '姓名', '身份证号', '卡号', '项目', '到手', '标准'],
      [1, '赵甲', numberOf(1), card(1), '低保金', 101, 900],
      ['序号', '姓名', '身份证号', '卡号', '项目', '标准', '金额'],
      [2, '钱乙', numberOf(2), card(2), '低保金', 900, 102],
    ])
    const headings = '序号|姓名|身份证号|卡号|项目|到手|标准'
    await direct(content, { columns: [{ sheet: 'Sheet1', headings, column: 5, key: 'amount' }] })
    expect(await cloud.importBytes('财政局_计划.xlsx', content)).toMatchObject({ accepted: 2, amountFen: 20_300 })
  })

  test('may be its kind, month, unit and agency', async () => {
    const content = workbook([['名单'], ['姓名', '身份证号', '卡号', '项目', '金额'], ['赵甲', numberOf(1), card(1), '低保金', 1]])
    expect((await cloud.importBytes('名单.xlsx', content)).refused).toMatch(/哪个月/)
    await direct(content, { kind: 'payment-plan', month: '2026-09', unit: '百元', agencyId: 'finance' })
    expect(await cloud.importBytes('名单.xlsx', content)).toMatchObject({ accepted: 1, amountFen: 10_000 })
  })

  test('that contradicts a heading is not taken for true', async () => {
    const content = workbook([
      ['2026年10月'],
      ['姓名', '身份证号', '卡号', '项目', '金额(元)'],
      ['赵甲', numberOf(1), card(1), '低保金', 1],
    ])
    await direct(content, { unit: '万元' })
    expect((await cloud.importBytes('计划.xlsx', content)).refused).toMatch(/写着元，和指定的万元不一样/)
  })

  test('is seen in words and can be forgotten: the next file is asked about again', async () => {
    const october = plan('2026年10月', [1])
    await direct(october, { columns: [{ heading: '到手', key: 'amount' }] })
    await cloud.importBytes('财政局_计划.xlsx', october)
    const { answers } = await cloud.operate<{ answers: { id: string }[] }>('headingAnswers', {}, 'intake')
    expect(answers).toMatchObject([{ agency: '县财政局', kindLabel: '一卡通发放计划', columns: [{ heading: '到手', label: '应发金额' }] }])
    await cloud.operate('forgetHeadings', { id: answers[0]!.id, reason: '答错了一列' }, 'intake')
    expect(await findEach(cloud.db, headingAnswers, {})).toEqual([])
    expect((await cloud.importBytes('财政局_计划.xlsx', plan('2026年11月', [1]))).refused).toMatch(/一行也没有导入/)
  })
})

describe('who may say it', () => {
  test('a data officer of the data agency of any file, another of their own agency’s; who it was is kept sealed', async () => {
    const content = plan('2026年10月', [1])
    const sha256 = hash(content)
    await cloud.importBytes('财政局_计划.xlsx', content)
    const said = { sha256, columns: [{ heading: '到手', key: 'amount' }] }
    const as = async (agencyId: string) => asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId }))
    await expect(cloud.call('intake', 'direct', said, await as('education'))).rejects.toThrow(/^not-allowed/)
    await cloud.call('intake', 'direct', said, await as('finance'))
    await cloud.call('intake', 'direct', said, await as(cloud.county.duties.data))
    expect((await directedOf(cloud, sha256)).columns).toHaveLength(2)
  })
})
