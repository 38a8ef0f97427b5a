import type { ImportResult } from '#contract/intake/actions'
import { splitPhones } from '#domain/people/phones'
import { blindIndex, open } from '#kernel/seal/seal'
import { find } from '#store/db/read'
import { contacts } from '#store/people/contacts'
import { pairings } from '#store/people/helpers'
import { warnings } from '#store/intake/quarantine'
import { persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, registerHeadings, workbook } from './made'

let cloud: Cloud
let result: ImportResult
const written = [
  '+86 160-0000-0001',
  '16000000002/16000000003',
  '16000000004（儿子）',
  '1600000005',
  '160000000066',
  '无',
  '0577-67861234；16000000007',
]
beforeAll(async () => {
  cloud = await startCloud()
  const rows = written.map((phone, i) => [
    i + 1,
    '大峃镇',
    '苔湖村',
    `户${i}`,
    numberOf(i + 1),
    1,
    `户${i}`,
    '户主',
    numberOf(i + 1),
    '低保',
    `DB${i}`,
    762,
    '2020-01',
    phone,
  ])
  result = await cloud.importBytes(
    '名册.xlsx',
    workbook([['低收入农户名册'], ['制表日期：2026-10-10'], [...registerHeadings, '联系电话'], ...rows]),
  )
})
afterAll(() => cloud.close())

const phonesOf = async (n: number) => {
  const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', numberOf(n)) })
  return (await find(cloud.db, contacts, { _id: person!._id })).flatMap(({ phoneSealed }) => splitPhones(open(cloud.keys, phoneSealed)))
}

test('a register’s phones are kept as one or several numbers', async () => {
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(phonesOf))).toEqual([
    ['16000000001'],
    ['16000000002', '16000000003'],
    ['16000000004'],
    [],
    [],
    [],
    ['057767861234', '16000000007'],
  ])
})

test('ten and twelve digits are remarked on, without standing in clear; 无 is not', async () => {
  expect(result).toMatchObject({ accepted: 7, warned: 2 })
  const found = await find(cloud.db, warnings, { importId: result.sha256 })
  expect(found.map(({ row, code, message }) => [row, code, /有 (\d+) 位/.exec(message)?.[1]]).sort()).toEqual([
    [7, 'phone_length', '10'],
    [8, 'phone_length', '12'],
  ])
  expect(found.map(({ message }) => message).join()).not.toMatch(/\d{5}/)
})

test('a cadre of two numbers is the same worker however the first is written', async () => {
  const list = (phone: string) =>
    cloud.importBytes(
      '结对.xlsx',
      workbook([
        ['户主', '户主身份证', '帮扶单位', '帮扶干部', '联系电话'],
        ['户0', numberOf(1), '县审计局', '林一', phone],
      ]),
    )
  await list('16000000008、16000000009')
  const [before] = await find(cloud.db, pairings, {})
  expect(splitPhones(open(cloud.keys, before!.phoneSealed!))).toEqual(['16000000008', '16000000009'])
  await list('+86 160 0000 0008，160-0000-0009（办）')
  expect((await find(cloud.db, pairings, {})).map(({ workerId }) => workerId)).toEqual([before!.workerId])
})
