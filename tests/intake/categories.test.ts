import { numberOf, workbook } from './made'
import { understood } from './read'

const headings = [
  '序号',
  '乡镇',
  '村',
  '户主姓名',
  '户主身份证号',
  '姓名',
  '与户主关系',
  '身份证号',
  '人员类别',
  '月保障金',
  '救助起始年月',
]
const home = (n: number, category: string, monthly: number | null = null) => [
  n,
  '大峃镇',
  '苔湖村',
  `赵${'甲乙丙丁戊己'[n]}`,
  numberOf(n, '19500101'),
  `赵${'甲乙丙丁戊己'[n]}`,
  '户主',
  numberOf(n, '19500101'),
  category,
  monthly,
  '2026-01',
]
const register = (...homes: (string | number | null)[][]) =>
  understood('名册.xlsx', workbook([['低收入农户名册（2026年10月）'], headings, ...homes]))

test('whatever the pack lists comes in: 监测户 and 刚性支出困难户 beside 低保, without an amount where they have none', async () => {
  const { taken, ...read } = await register(home(1, '低保对象', 500), home(2, '边缘易致贫户'), home(3, '支出型困难家庭'))
  expect(read).toMatchObject({ kind: 'register', accepted: 3, refused: [] })
  const found = taken.chunks(200).flatMap(({ rows }) => rows as { category: string }[])
  expect(found.map(({ category }) => category)).toEqual(['minimum-living', 'watch-edge', 'rigid-spending'])
})

test('a word that the pack does not know, and a cell that names two categories, are asked and never guessed', async () => {
  expect(await register(home(1, '低保', 500), home(2, '困难群众'), home(3, '低保、特困', 500))).toMatchObject({
    accepted: 1,
    refused: ['Sheet1 4 category_unknown', 'Sheet1 5 category_unknown'],
  })
})
