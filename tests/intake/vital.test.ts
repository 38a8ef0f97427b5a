import { encode } from 'iconv-lite'
import { utils, write } from '@e965/xlsx'
import { blindIndex, open } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { formerRows } from '#store/intake/intake'
import { persons } from '#store/people/register'
import { vitalEvents } from '#store/people/vital'
import { startCloud, type Cloud } from '../harness/cloud'
import { numberOf, registerHeadings, workbook } from './made'
import { understood } from './read'
import { fileOf } from './truth'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

const told = async () => {
  const names = new Map((await findEach(cloud.db, persons, {})).map(({ _id, name }) => [_id, name]))
  return (await findEach(cloud.db, vitalEvents, {}))
    .map(({ personId, kind, on, onIs }) => `${names.get(personId)} ${kind} ${on}${onIs === 'registered' ? ' registered' : ''}`)
    .sort()
}
const csv = (rows: (string | number)[][]) => Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))

describe('the fixture of the police', () => {
  const truth = fileOf(8) as unknown as {
    path: string
    events: { row: number; id: string; event: string; date: string; on_register: boolean }[]
  }

  test('tells what its truth says, whether the register came first or comes later; the register stays as it is', async () => {
    for (const order of [
      [1, 8],
      [8, 1],
    ]) {
      await cloud.empty()
      for (const n of order) await cloud.importFile(fileOf(n).path)
      const events = await findEach(cloud.db, vitalEvents, {})
      expect(events).toHaveLength(truth.events.length)
      for (const { row, id, event, date, on_register } of truth.events) {
        const [person] = await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id) })
        const own = events.filter(({ personId }) => personId === person!._id)
        expect(own).toMatchObject([
          {
            row,
            kind: event === 'death' ? 'died' : 'moved-out',
            on: date,
            onIs: 'happened',
            householdId: person!.householdId,
            agency: 'public-security',
          },
        ])
        expect([id, person!.onRegister]).toEqual([id, on_register])
        expect([id, own[0]!.householdId !== null]).toEqual([id, on_register])
      }
    }
  }, 60_000)

  test('where people went and lived is sealed', async () => {
    await cloud.importFile(truth.path)
    const [event] = await find(cloud.db, vitalEvents, { row: 3 })
    expect(JSON.stringify(event)).not.toMatch(/上海|周坑底/)
    expect([open(cloud.keys, event!.placeSealed!), open(cloud.keys, event!.addressSealed!), event!.causeSealed]).toEqual([
      '上海市松江区',
      '浙江省文成县周壤镇周坑底村36号',
      null,
    ])
  })
})

describe('lists with other headings', () => {
  test('a funeral office’s, in GB18030, with a title, its own order of columns and a total', async () => {
    const text = [
      '云水县2026年9月火化人员名单,,,,',
      '填报单位：殡葬管理所,,,,填报日期：2026-10-08',
      '火化日期,死亡日期,死者姓名,死者身份证号,死亡原因',
      `2026/9/5,2026/9/3,户1,${numberOf(1)},肺部感染`,
      `2026.9.20,2026.9.18,户2,${numberOf(2)},其他`,
      '合计,2人,,,',
    ].join('\n')
    const result = await cloud.importBytes('名单.csv', encode(text, 'gb18030'))
    expect(result).toMatchObject({ kind: 'vital', rows: 2, accepted: 2, quarantined: 0, warned: 0 })
    expect(await told()).toEqual(['户1 died 2026-09-03', '户2 died 2026-09-18'])
    const [event] = await find(cloud.db, vitalEvents, {})
    expect(event).toMatchObject({
      from: '2026-09',
      to: '2026-09',
      saidOn: '2026-10-08',
      registeredOn: expect.stringMatching(/^2026-09/) as string,
    })
    expect(JSON.stringify(event)).not.toMatch(/肺部感染/)
  })

  test('one sheet of deaths, one of movers, whose names say which; two-level headings', async () => {
    const sheets = {
      死亡: utils.aoa_to_sheet([
        ['人员信息', '', '日期'],
        ['姓名', '公民身份号码', '发生日期'],
        ['户1', numberOf(1), '2026-08-01'],
      ]),
      迁出: utils.aoa_to_sheet([
        ['姓名', '公民身份号码', '迁移日期', '迁往地址'],
        ['户2', numberOf(2), '20260802', '上海市'],
      ]),
    }
    const book = write({ SheetNames: Object.keys(sheets), Sheets: sheets }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    expect(await cloud.importBytes('公安局_人口变动_202608.xlsx', book)).toMatchObject({ kind: 'vital', accepted: 2, quarantined: 0 })
    expect(await told()).toEqual(['户1 died 2026-08-01', '户2 moved-out 2026-08-02'])
  })

  test('a column of days for deaths and one for moves: the one that is filled in says which', async () => {
    const rows = [
      ['姓名', '身份证号码', '死亡时间', '迁出时间', '迁往地'],
      ['户1', numberOf(1), '2026年8月1日', '', ''],
      ['户2', numberOf(2), '', '2026-08-02', '浙江省文成县南田镇'],
      ['户3', numberOf(3), '2026-08-01', '2026-08-02', ''],
      ['户4', numberOf(4), '', '', ''],
    ]
    const result = await understood('公安局_2026年8月.csv', csv(rows))
    expect([result.kind, result.accepted, result.refused]).toEqual(['vital', 2, ['(csv) 4 event_two', '(csv) 5 event_missing']])
    await cloud.importBytes('公安局_2026年8月.csv', csv(rows))
    expect(await told()).toEqual(['户1 died 2026-08-01', '户2 moved-within 2026-08-02'])
  })

  test('what happened is never guessed: an unknown word, a death that was taken back, a blank', async () => {
    const rows = [
      ['姓名', '身份证号', '变动类型', '变动日期'],
      ['户1', numberOf(1), '失踪', '2026-08-01'],
      ['户2', numberOf(2), '恢复户口（误报死亡）', '2026-08-02'],
      ['户3', numberOf(3), '', '2026-08-03'],
      ['户4', numberOf(4), '市外迁入', '2026-08-04'],
      ['户5', numberOf(5), '参军注销', '2026-08-05'],
      ['户6', numberOf(6), '死亡', ''],
      ['户7', numberOf(7), '死亡', '2027-08-05'],
    ]
    const result = await understood('公安局_2026年8月.csv', csv(rows))
    expect(result.refused).toEqual(['(csv) 2 event_unknown', '(csv) 4 event_missing', '(csv) 7 date_missing', '(csv) 8 date_in_future'])
    await cloud.importBytes('公安局_2026年8月.csv', csv(rows))
    expect(await told()).toEqual(['户2 restored 2026-08-02', '户4 moved-in 2026-08-04', '户5 cancelled 2026-08-05'])
  })

  test('a list with the day of registration only is taken in, and says so once', async () => {
    const rows = [
      ['死亡注销人员名单（2026年8月）'],
      ['序号', '姓名', '性别', '身份证号', '死亡注销日期'],
      [1, '户1', '男', numberOf(1), '2026-08-01'],
      [2, '户2', '', numberOf(2), '2026-08-02'],
    ]
    const result = await understood('名单.csv', csv(rows))
    expect([result.kind, result.warned.filter((one) => one.includes('only'))]).toEqual(['vital', ['(csv) 3 only_registered_day']])
    await cloud.importBytes('名单.csv', csv(rows))
    expect(await told()).toEqual(['户1 died 2026-08-01 registered', '户2 died 2026-08-02 registered'])
  })

  test('neither an exit list nor a register is taken for one', async () => {
    const exit = [
      ['序号', '姓名', '身份证号', '退出原因', '退出日期', '证明材料', '审批人'],
      [1, '户1', numberOf(1), '死亡', '2026-08-01', '火化证', '周某'],
    ]
    expect((await understood('核销.csv', csv(exit))).kind).toBe('exit')
    const register = [
      registerHeadings,
      [1, '大峃镇', '苔湖村', '户1', numberOf(1), 1, '户1', '本人', numberOf(1), '低保', 'A1', 500, '2026-01'],
    ]
    expect((await understood('名册.csv', csv(register))).kind).toBe('register')
  })
})

describe('a corrected list', () => {
  const list = (rows: [n: number, type: string, on: string][], title = '公安局人口变动名单（2026年8月）') =>
    workbook([[title], ['姓名', '公民身份号码', '业务类型', '发生日期'], ...rows.map(([n, type, on]) => [`户${n}`, numberOf(n), type, on])])
  const first = list([
    [1, '死亡注销', '2026-08-01'],
    [2, '户籍迁出', '2026-08-02'],
    [3, '死亡注销', '2026-08-03'],
  ])
  const corrected = list(
    [
      [3, '死亡注销', '2026-08-13'],
      [1, '死亡注销', '2026-08-01'],
    ],
    '公安局人口变动名单（2026年8月）更正',
  )

  test('takes the earlier one’s place, whichever comes first: who is gone is gone, and both can be read', async () => {
    const files: [string, Buffer][] = [
      ['公安局_202608.xlsx', first],
      ['公安局_202608_更正.xlsx', corrected],
    ]
    for (const order of [files, [...files].reverse()]) {
      await cloud.empty()
      const results = []
      for (const [name, bytes] of order) results.push(await cloud.importBytes(name, bytes))
      expect(results[1]).toMatchObject({ versions: [{ scope: '2026-08', whole: true, changed: 1 }] })
      expect(await told()).toEqual(['户1 died 2026-08-01', '户3 died 2026-08-13'])
      // The place is that of the list that holds.
      expect((await findEach(cloud.db, vitalEvents, {})).map(({ row }) => row).sort()).toEqual([3, 4])
      expect((await findEach(cloud.db, formerRows, {})).length).toBeGreaterThan(0)
    }
  })

  test('another month’s list, and another agency’s, stand beside it; the same death told twice is remarked on', async () => {
    await cloud.importBytes('公安局_202608.xlsx', first)
    await cloud.importBytes('公安局_202609.xlsx', list([[3, '死亡注销', '2026-08-03']], '公安局人口变动名单（2026年9月）'))
    const other = await cloud.importBytes('民政局_202608.xlsx', list([[1, '死亡', '2026-08-01']], '民政局殡葬名单（2026年8月）'))
    expect(other).toMatchObject({ accepted: 1, warned: 1 })
    expect(other).not.toHaveProperty('versions')
    expect(await told()).toEqual([
      '户1 died 2026-08-01',
      '户1 died 2026-08-01',
      '户2 moved-out 2026-08-02',
      '户3 died 2026-08-03',
      '户3 died 2026-08-03',
    ])
  })

  test('sent again as it was, it changes nothing', async () => {
    await cloud.importBytes('公安局_202608.xlsx', first)
    expect(await cloud.importBytes('公安局_202608.xlsx', first)).toMatchObject({ seenBefore: true, added: 0, changed: 0 })
    expect(await told()).toHaveLength(3)
  })
})
