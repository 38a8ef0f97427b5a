import written from '../../../config/counties/wencheng/categories.json'
import { categoriesNamed, categoryNamed, categoryOfTitle, countedKinds, type CategoryRule } from './categories'

const county = { categories: written as CategoryRule[] }

test.each([
  ['低保对象', 'minimum-living'],
  ['城乡低保', 'minimum-living'],
  ['最低生活保障', 'minimum-living'],
  ['低边', 'near-minimum'],
  ['低保边缘户', 'near-minimum'],
  ['边缘户', 'near-minimum'],
  ['特困人员', 'destitute'],
  ['分散供养五保', 'destitute'],
  ['残疾人', 'disability-only'],
  ['低保（残疾）', 'minimum-living'],
  ['支出型困难家庭', 'rigid-spending'],
  ['刚性支出困难', 'rigid-spending'],
  ['脱贫不稳定户', 'watch-unstable'],
  ['边缘易致贫户', 'watch-edge'],
  ['突发严重困难户', 'watch-sudden'],
])('%s is %s', (words, id) => {
  expect(categoryNamed(county, words)).toBe(id)
})

test.each(['', '其他', '困难户', '低保、特困', '低保户／边缘易致贫户'])('“%s” names no one category: it is asked, not guessed', (words) => {
  expect(categoryNamed(county, words)).toBeUndefined()
})

test('a title that names exactly one says it of the whole list; 低保边缘 does not name 低保 beside', () => {
  expect(categoryOfTitle(county, '文成县2026年特困供养对象花名册')).toBe('destitute')
  expect(categoryOfTitle(county, '低保边缘家庭名册')).toBe('near-minimum')
  expect(categoryOfTitle(county, '低保、低边、特困名册')).toBeUndefined()
  expect(categoriesNamed(county, '低保、低边、特困名册')).toHaveLength(3)
})

test('the three kinds that are watched are counted as one', () => {
  expect(countedKinds(county).map(({ name, ids }) => [name, ids.length])).toEqual([
    ['低保户', 1],
    ['低边户', 1],
    ['特困户', 1],
    ['残疾人家庭', 1],
    ['刚性支出困难户', 1],
    ['监测户', 3],
  ])
})
