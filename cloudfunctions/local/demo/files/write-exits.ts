import type { County } from '#domain/county/county'
import { daysAfter } from '#domain/time/dates'
import type { Mint, Sex } from './mint'
import { paper } from './numbers'
import { placesOf } from './population'
import { dice } from './random'
import { writeWorkbook, type Row } from './sheet'
import words from './words.json'

/** People who are no longer on the register, each with reason, evidence, approver and day. Gives the number of rows. */
export async function writeExits(path: string, county: County, { seed, minted }: { seed: number; minted: Mint }): Promise<number> {
  const chance = dice(seed, 'exits')
  const places = placesOf(county)
  const approvers = Array.from({ length: 6 }, () => minted.name('男'))
  const people = Array.from({ length: paper.exits }, () => ({
    place: chance.int(0, places.length - 1),
    day: daysAfter(paper.exitsUntil, -chance.int(0, 1_500)),
    sex: chance.pick<Sex>(['男', '女']),
    born: chance.int(1930, 2005),
    ...chance.weighted(words.exits),
  })).sort((a, b) => a.place - b.place)
  const rows = people.map(({ place, day, sex, born, reason, evidence }, i): Row => {
    const { town, village } = places[place]!
    return [
      i + 1,
      town.name,
      village.name,
      minted.name(sex),
      minted.id(minted.dayIn(born), sex),
      reason,
      evidence,
      chance.pick(approvers),
      day,
    ]
  })
  await writeWorkbook(path, [
    {
      name: '核销退出',
      merges: ['A1:I1'],
      rows: [
        [`${county.name}低收入农户核销退出名册`],
        ['序号', '乡镇', '村', '姓名', '身份证号', '退出原因', '证明材料', '审批人', '退出日期'],
        ...rows,
      ],
    },
  ])
  return rows.length
}
