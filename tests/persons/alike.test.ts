import { join } from 'node:path'
import { blocksOf, blocksToSearch } from '#domain/people/alike/blocks'
import type { Described } from '#domain/people/alike/described'
import { levelsOf } from '#domain/people/alike/field-levels'
import { chooseAlike, weighTwo } from '#domain/people/alike/weigh'
import { upgradedIdNumber } from '#domain/people/id-number'
import { chineseSounds, type Sounds } from '#affairs/persons/sounds'
import { loadCounty } from '#local/county/load'
import { idOf } from '../fixtures/names/people'

const rules = loadCounty(join(__dirname, '../../config/counties/wencheng')).likeness
let sounds: Sounds
beforeAll(async () => void (sounds = await chineseSounds()))

const village = '330328100201'
const grandpa = { name: '陈阿公', birth: '1946-06-15', sex: '男', home: village, phones: ['16012345678'] } as const
const someone = (over: Partial<Omit<Described, 'sounds'>> & { name: string }): Described => ({ ...over, sounds: sounds(over.name) })
const likely = (a: Parameters<typeof someone>[0], b: Parameters<typeof someone>[0]) => weighTwo(someone(a), someone(b), rules).likely
const nameLevel = (a: string, b: string) => levelsOf(someone({ name: a }), someone({ name: b }), rules).name

test.each([
  ['陈阿公', '陈阿公', 'same'],
  ['买买提·艾力', '买买提艾力', 'same'],
  ['买买提・艾力', '买买提·艾力', 'same'],
  ['章建国', '张建国', 'sound'],
  ['曾小红', '增小红', 'sound'],
  ['李金莲', '李全莲', 'shape'],
  ['王建明', '王建民', 'key'],
  ['陈建国', '陈国建', 'turned'],
  ['陈建国', '陈建华', 'other'],
  ['陈建', '陈建国', 'other'],
  ['', '陈建国', 'missing'],
])('the names %s and %s: %s', (a, b, level) => expect([nameLevel(a, b), nameLevel(b, a)]).toEqual([level, level]))

test('the same name in the same village is two people, unless something of their own agrees', () => {
  const { name, home, sex } = grandpa
  expect(likely({ name, home }, { name, home })).toBe('different')
  expect(likely({ name, home, sex }, { name, home, sex })).toBe('different')
  expect(likely({ name, home, birth: '1946-06-15' }, { name, home, birth: '1946-06-15' })).toBe('proposed')
})

test('a village alone says nothing, and neither does a town against a village in it', () => {
  expect(likely({ name: '', home: village }, { name: '', home: village })).toBe('different')
  const inTown = levelsOf(someone({ name: '甲', home: '330328100' }), someone({ name: '甲', home: village }), rules).home
  expect(inTown).toBe('town')
})

test('born some years apart and the rest equal: somebody has to look', () => {
  const { phones: _, ...known } = grandpa
  for (const birth of ['1943-06-15', '1945-06-15', '1949-06-15'] as const)
    expect([birth, likely(known, { ...known, birth })]).toEqual([birth, 'proposed'])
  expect(likely(known, { ...known, birth: '1950-06-15' })).toBe('different')
})

test('of two sound numbers nobody is surely one person, however much agrees', () => {
  const [one, other] = [idOf('1946-06-15', '051'), idOf('1946-06-15', '077')]
  expect(likely({ ...grandpa, idNumber: one }, { ...grandpa, idNumber: other })).toBe('proposed')
  expect(likely({ ...grandpa, idNumber: one }, { ...grandpa, idNumber: one })).toBe('sure')
})

test('an old number of 15 digits is the one that it became', () => {
  const id = idOf('1946-06-15', '051')
  const old = id.slice(0, 6) + id.slice(8, 17)
  expect(upgradedIdNumber(old)).toBe(id)
  expect(likely({ name: '陈阿公', idNumber: old }, { name: '陈阿公', idNumber: id })).toBe('sure')
  // Born before 1900; no day; too short.
  for (const no of ['330399460615996', '330399461315051', '33039946061505', id]) expect(upgradedIdNumber(no)).toBeUndefined()
})

test('a number of which a spreadsheet kept 15 digits is no equal of another that was cut', () => {
  const id = idOf('1946-06-15', '051')
  const cut = { name: '陈阿公', idNumber: `${id.slice(0, 15)}000`, idCut: true }
  expect(levelsOf(someone(cut), someone({ name: '陈阿公', idNumber: id }), rules).id).toBe('cut')
  expect(levelsOf(someone(cut), someone({ ...cut, name: '陈阿婆' }), rules).id).toBe('missing')
})

test('what is missing makes neither a block nor an equal: 500 people with empty fields', () => {
  const nobody = Array.from({ length: 500 }, () => someone({ name: '', idNumber: '', phones: [] }))
  expect(nobody.flatMap(blocksOf)).toEqual([])
  expect(weighTwo(nobody[0]!, nobody[1]!, rules)).toMatchObject({ weight: 0, likely: 'different' })
  const noBirth = Array.from({ length: 500 }, () => someone({ name: '陈阿公', home: village }))
  expect(noBirth.flatMap((one) => blocksToSearch(one, rules.nearYears))).toEqual([])
})

test('of two who are as like, none is chosen: a person has to tell', () => {
  const [elder, younger] = [
    someone({ ...grandpa, idNumber: idOf('1946-06-15', '051') }),
    someone({ ...grandpa, idNumber: idOf('1946-06-15', '077') }),
  ]
  const { phones: _, ...written } = grandpa
  expect(chooseAlike(someone(written), [elder, younger], rules)).toEqual([elder, younger])
  expect(chooseAlike(someone({ ...written, idNumber: `${idOf('1946-06-15', '051').slice(0, 17)}` }), [elder, younger], rules)).toEqual([
    elder,
  ])
  expect(chooseAlike(someone({ name: '林小妹', home: village }), [elder, younger], rules)).toEqual([])
})
