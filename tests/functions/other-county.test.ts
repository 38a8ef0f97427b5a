import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { BulletinHome } from '#contract/bulletin/actions'
import type { HouseholdFile } from '#contract/household/actions'
import { birthOf, sexOf } from '#domain/people/id-number'
import { signCode } from '#kernel/access/code-signer'
import { blindIndex } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { warnings } from '#store/intake/quarantine'
import { codes, households, persons } from '#store/people/register'
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

const registerFile = (id: string, village: string) =>
  sheetFile([
    ['云水县最低生活保障对象花名册（云脚镇）'],
    [
      '序号',
      '村(社区)',
      '户主姓名',
      '户主身份证号',
      '保障人数',
      '姓名',
      '与户主关系',
      '身份证号',
      '性别',
      '出生日期',
      '人员类别',
      '低保证号',
      '月保障金(元)',
      '起始年月',
      '备注',
    ],
    [1, village, '石大山', id, 1, '石大山', '户主', id, sexOf(id), birthOf(id), '低保对象', 'YS1', 500, '2025-01'],
  ])

/** What the person with this identity number sees. */
async function screenOf(id: string): Promise<HouseholdFile> {
  const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id) })
  const [household] = await find(cloud.db, households, { _id: person!.householdId })
  const [code] = await find(cloud.db, codes, { personId: person!._id })
  return cloud.call<HouseholdFile>('household', 'lookup', { token: signCode(cloud.keys, code!._id) }, await asFarmer(cloud, household!))
}

test('its register and plan become a farmer’s screen with its own towns and programmes', async () => {
  const id = impossibleId()
  expect(await cloud.importBytes('名册.xlsx', registerFile(id, '上水自然村'))).toMatchObject({
    kind: 'register',
    rows: 1,
    accepted: 1,
    quarantined: 0,
    warned: 0,
  })
  const month = new Date().toISOString().slice(0, 7)
  const plan = await cloud.importBytes(
    '发放.xlsx',
    sheetFile([
      [`云水县惠民惠农财政补贴资金“一卡通”发放计划表（${month.slice(0, 4)}年${Number(month.slice(5))}月）`],
      ['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '项目', '属期', '应发金额(元)'],
      [1, '云脚镇', '上水村', '石大山', id, '石大山', '6200000000000000000', '茶补', `${month.slice(0, 4)}年`, 300],
    ]),
  )
  expect(plan).toMatchObject({ kind: 'payment-plan', accepted: 1, amountFen: 30000 })
  expect(await screenOf(id)).toMatchObject({
    town: '云脚镇',
    village: '上水村',
    money: [{ name: '茶园补助', dueFen: 30000, state: 'waiting' }],
  })
})

test('a village that the pack does not know: taken in under its town, and somebody must look', async () => {
  const id = impossibleId()
  expect(await cloud.importBytes('名册.xlsx', registerFile(id, '无名村'))).toMatchObject({ accepted: 1, quarantined: 0, warned: 1 })
  expect(await find(cloud.db, warnings, { code: 'place_unknown' })).toMatchObject([
    { message: expect.stringContaining('云脚镇无名村') as string },
  ])
  expect(await screenOf(id)).toMatchObject({ town: '云脚镇', village: '村名待核对' })
})

test('its home page names it', async () => {
  expect((await cloud.call<BulletinHome>('bulletin', 'home', {})).county.name).toBe(cloud.county.name)
})

test('no code names 文成 or its divisions, but for comments, tests and the demo’s numbers', () => {
  const named = execFileSync(
    'git',
    [
      'grep',
      '-nE',
      '文成|wencheng|33032[0-9]',
      '--',
      'src/**/*.ts',
      'src/**/*.tsx',
      'cloudfunctions/**/*.ts',
      ':!*.test.ts',
      ':!*.test.tsx',
      ':!cloudfunctions/local/demo/*',
    ],
    { cwd: root },
  )
    .toString()
    .trim()
    .split('\n')
  const inCode = named.filter((line) => !/^[^:]+:\d+:\s*(\/\*\*|\*|\/\/)/.test(line))
  // The one default of a command line.
  expect(inCode.filter((line) => !line.includes('defaultCounty ='))).toEqual([])
})
