import type { County } from '#domain/county/county'
import { daysAfter, type Day } from '#domain/time/dates'
import type { Person, Place } from './household'
import type { Mint, Sex } from './mint'
import { paper } from './numbers'
import { placesOf } from './population'
import { dice } from './random'
import { writeWorkbook, type Row } from './sheet'
import words from './words.json'

/** Somebody who is no longer on the register, and why. */
export interface Left {
  place: Place
  person: Pick<Person, 'name' | 'id' | 'sex' | 'birth'>
  reason: string
  evidence: string
  approver: string
  day: Day
}

/** Who left by the last of the paper's days, in the order of their places. Nobody else is minted after them. */
export function makeExits(county: County, { seed, minted }: { seed: number; minted: Mint }): Left[] {
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
  return people.map(({ place, day, sex, born, reason, evidence }) => {
    const name = minted.name(sex)
    const birth = minted.dayIn(born)
    return {
      place: places[place]!,
      person: { name, id: minted.id(birth, sex), sex, birth },
      reason,
      evidence,
      approver: chance.pick(approvers),
      day,
    }
  })
}

/** People who are no longer on the register, each with reason, evidence, approver and day. Gives the number of rows. */
export async function writeExits(path: string, county: County, exits: Left[]): Promise<number> {
  const rows = exits.map(({ place: { town, village }, person, reason, evidence, approver, day }, i): Row => [
    ...[i + 1, town.name, village.name, person.name, person.id, reason, evidence, approver, day],
  ])
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
