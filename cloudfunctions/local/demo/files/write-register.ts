import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { sayFullDay } from './calendar'
import type { Household } from './household'
import { sumCell, writeWorkbook, yuanCell, type Row, type Sheet } from './sheet'
import { sumFen } from '#domain/money/money'

const categoryWords = { destitute: '特困对象', 'minimum-living': '低保对象', 'near-minimum': '低边' }

/** 民政局's register: a sheet per town, a two-level merged header, household cells blank on the lines of further members. */
export async function writeRegister(path: string, county: County, households: Household[], today: Day): Promise<number> {
  const lived = county.towns.filter((town) => households.some(({ place }) => place.town === town))
  const sheets = lived.map((town) =>
    townSheet(
      county,
      town.name,
      households.filter((household) => household.place.town === town),
      today,
    ),
  )
  await writeWorkbook(path, sheets)
  return households.reduce((people, household) => people + household.members.length, 0)
}

function townSheet(county: County, town: string, households: Household[], today: Day): Sheet {
  const people = households.flatMap(memberRows)
  const last = 4 + people.length
  const total = sumFen(households.flatMap(({ monthlyFen }) => monthlyFen ?? []))
  return {
    name: town,
    merges: ['A1:P1', 'A2:G2', 'I2:K2', 'M2:P2', 'C3:E3', 'F3:J3', 'K3:N3', 'A3:A4', 'B3:B4', 'O3:O4', 'P3:P4'],
    rows: [
      [`${county.name}最低生活保障、低保边缘、特困供养对象花名册（${town}）`],
      [`制表单位：${county.name}民政局`, ...blanks(7), `制表日期：${sayFullDay(today)}`, ...blanks(3), '单位：人、元'],
      ['序号', '村(社区)', '家庭信息', null, null, '成员信息', null, null, null, null, '保障信息', null, null, null, '备注', '联系电话'],
      [
        null,
        null,
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
        null,
        null,
      ],
      ...people,
      ['合计', ...blanks(3), sumCell(people.length, 'E', 5, last), ...blanks(7), sumCell(yuanCell(total), 'M', 5, last)],
      ['制表人：周某某', ...blanks(4), '审核人：叶某某', ...blanks(3), '联系电话：16000000001'],
    ],
  }
}

function memberRows({ place, category, members, monthlyFen, since, certificate }: Household, index: number): Row[] {
  const [head] = members
  return members.map(({ name, relation, id, sex, birth }, i) => {
    const own = [name, relation, id, sex, birth, categoryWords[category]]
    return i > 0
      ? [...blanks(5), ...own]
      : [
          index + 1,
          place.village.name,
          head.name,
          head.id,
          members.length,
          ...own,
          certificate,
          monthlyFen === undefined ? null : yuanCell(monthlyFen),
          since,
          null,
          phoneOf(head.id),
        ]
  })
}

/** A head's phone, made of the ID number so that nobody else's numbers change with it; 160 is no operator's. */
const phoneOf = (id: string): string => `160${String((Number(id.slice(8, 17)) * 7919) % 100_000_000).padStart(8, '0')}`

const blanks = (count: number): null[] => Array<null>(count).fill(null)
