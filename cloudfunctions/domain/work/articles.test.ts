import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { saysHowMuch } from './articles'

test.each([
  ['每人每月 250 元，15 日前后到账。', true],
  ['报销 70%。', true],
  ['签约不花钱。', true],
  ['按月发，今年的标准问县残联。', true],
  ['见《文成县低保办法》第三条。', true],
  ['按月发，分一级、二级两档。', false],
  ['按规定标准发放。', false],
])('%s', (howMuch, says) => expect(saysHowMuch(howMuch)).toBe(says))

test('every policy of every county pack gives its amount, or says where it stands', () => {
  const root = resolve(__dirname, '../../..')
  const folders = ['config/counties/wencheng/articles', 'tests/counties/tiny/articles'].map((folder) => join(root, folder))
  const articles = folders.flatMap((folder) =>
    readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { id: string; column: string; howMuch?: string },
    ),
  )
  expect(
    articles.filter(({ column, howMuch }) => column === 'policy' && howMuch !== undefined && !saysHowMuch(howMuch)).map(({ id }) => id),
  ).toEqual([])
  expect(articles.length).toBeGreaterThan(12)
})
