import type { Person } from './household'
import type { Mint, Sex } from './mint'
import type { Dice } from './random'

/** The year the people are counted in. Fixed, so that people stay the same whatever day the demo is made. */
const year = 2026

const other = (sex: Sex): Sex => (sex === '男' ? '女' : '男')

/** A head and `size - 1` others whose ages fit together: spouse, children, a parent. */
export function makeMembers(size: number, old: boolean, chance: Dice, minted: Mint): [Person, ...Person[]] {
  const person = (relation: string, sex: Sex, born: number, surname?: string): Person => {
    const birth = minted.dayIn(Math.max(year - 98, Math.min(year - 2, born)))
    return { name: minted.name(sex, surname), sex, relation, birth, id: minted.id(birth, sex), card: minted.card() }
  }
  const sex: Sex = chance.chance(0.56) ? '男' : '女'
  // Heads are mostly old: 64 on average, 特困 older still; families with children younger.
  const age = size >= 3 ? chance.int(32, 62) : Math.round((chance.int(old ? 60 : 36, 92) + chance.int(old ? 60 : 45, 92)) / 2)
  const head = person('户主', sex, year - age)
  const others: Person[] = []
  const spouse = size > 1 && chance.chance(size === 2 ? 0.6 : 0.8)
  if (spouse) others.push(person('配偶', other(sex), year - age + chance.int(-4, 4)))
  const father = sex === '男' ? head : others[0]
  while (others.length < size - 1) {
    const parentToo = age < 66 && !others.some(({ relation }) => relation === '母' || relation === '父')
    if (parentToo && chance.chance(0.15)) {
      const mother = chance.chance(0.65)
      others.push(
        person(mother ? '母' : '父', mother ? '女' : '男', year - age - chance.int(20, 30), mother ? undefined : [...head.name][0]),
      )
      continue
    }
    const son = chance.chance(0.58)
    const surname = father && [...father.name][0]
    others.push(person(son ? '子' : '女', son ? '男' : '女', year - age + chance.int(22, 38), surname))
  }
  return [head, ...others]
}
