import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { BulletinHome } from '#contract/bulletin'
import type { HouseholdFile } from '#contract/household'
import { signCode } from '#kernel/code-signer'
import { find } from '#store/collection'
import { codes, households } from '#store/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { asFarmer, impossibleId } from '../harness/people'

const root = resolve(__dirname, '../..')

/** 云水县 is a few lines of data. Whatever works there does not know 文成. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ county: resolve(root, 'tests/counties/tiny') })
})
afterAll(() => cloud.close())

function sheetFile(rows: unknown[][], sheet = '云脚镇'): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), sheet)
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

test('its register and plan become a farmer’s screen with its own towns and programmes', async () => {
  const id = impossibleId()
  const register = await cloud.importBytes('名册.xlsx', sheetFile([
    ['云水县最低生活保障对象花名册（云脚镇）'],
    ['序号', '村(社区)', '户主姓名', '户主身份证号', '保障人数', '姓名', '与户主关系', '身份证号', '性别', '出生日期', '人员类别', '低保证号', '月保障金(元)', '起始年月', '备注'],
    [1, '上水自然村', '石大山', id, 1, '石大山', '户主', id, Number(id[16]) % 2 ? '男' : '女', `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`, '低保对象', 'YS1', 500, '2025-01'],
  ]))
  expect(register).toMatchObject({ kind: 'register', rows: 1, accepted: 1, quarantined: 0 })
  const month = new Date().toISOString().slice(0, 7)
  const plan = await cloud.importBytes('发放.xlsx', sheetFile([
    [`云水县惠民惠农财政补贴资金“一卡通”发放计划表（${month.slice(0, 4)}年${Number(month.slice(5))}月）`],
    ['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '项目', '属期', '应发金额(元)'],
    [1, '云脚镇', '上水村', '石大山', id, '石大山', '6200000000000000000', '茶补', `${month.slice(0, 4)}年`, 300],
  ]))
  expect(plan).toMatchObject({ kind: 'payment-plan', accepted: 1, amountFen: 30000 })
  const [household] = await find(cloud.db, households, {})
  const [code] = await find(cloud.db, codes, { householdId: household!._id })
  const page = await cloud.call<HouseholdFile>('household', 'lookup', { token: signCode(cloud.keys, code!._id) }, await asFarmer(cloud, household!))
  expect(page).toMatchObject({ town: '云脚镇', village: '上水村', money: [{ name: '茶园补助', dueFen: 30000, state: 'waiting' }] })
})

test('its home page names it', async () => {
  expect((await cloud.call<BulletinHome>('bulletin', 'home', {})).county.name).toBe(cloud.county.name)
})

test('no code names 文成 or its divisions, but for comments, tests and the demo’s numbers', () => {
  const named = execFileSync('git', ['grep', '-nE', '文成|wencheng|33032[0-9]', '--', 'src/**/*.ts', 'src/**/*.tsx', 'cloudfunctions/**/*.ts', ':!*.test.ts', ':!*.test.tsx', ':!cloudfunctions/local/demo/*'], { cwd: root }).toString().trim().split('\n')
  const inCode = named.filter((line) => !/^[^:]+:\d+:\s*(\/\*\*|\*|\/\/)/.test(line))
  // The one default of a command line.
  expect(inCode.filter((line) => !line.includes("default: 'wencheng'"))).toEqual([])
})
