import type { County } from '../county/county'
import { gazetteer } from './places'

const county = {
  name: '文成县',
  towns: [
    {
      code: '330328103',
      name: '西坑畲族镇',
      aliases: [
        { name: '西坑镇', source: '名册' },
        { name: '西坑', source: '名册' },
      ],
      villages: [{ code: '330328103201', name: '梧溪口村', kind: 'village', aliases: ['梧溪'] }],
    },
    {
      code: '330328100',
      name: '大峃镇',
      aliases: [],
      villages: [
        { code: '330328100001', name: '龙门岭社区', kind: 'community', aliases: [] },
        { code: '330328100202', name: '苔湖村', kind: 'village', aliases: [] },
      ],
    },
  ],
} as unknown as County
const places = gazetteer(county)
const [xikeng, daxue] = county.towns as [County['towns'][number], County['towns'][number]]

test.each([
  ['西坑畲族镇', '西坑畲族镇'],
  ['西坑镇', '西坑畲族镇'],
  ['浙江省文成县大峃镇', '大峃镇'],
  [' 大峃镇（合并）', '大峃镇'],
  ['别处镇', undefined],
  ['', undefined],
])('town %s is %s', (written, name) => expect(places.town(written)?.name).toBe(name))

test('a town in a sheet name or title', () => {
  expect(places.townIn('1.西坑镇（10月）')?.name).toBe('西坑畲族镇')
  expect(places.townIn('花名册（大峃镇）')?.name).toBe('大峃镇')
  expect(places.townIn('Sheet1')).toBeUndefined()
})

test('villages by their spellings', () => {
  expect(['苔湖村', '苔湖', '苔湖村委会', '大峃镇苔湖村', '苔湖村民委员会'].map((name) => places.village(daxue, name)?.code)).toEqual(
    Array(5).fill('330328100202'),
  )
  expect(places.village(daxue, '龙门岭居委会')?.code).toBe('330328100001')
  expect(places.village(xikeng, '梧溪')?.code).toBe('330328103201')
  expect(places.village(xikeng, '苔湖村')).toBeUndefined()
})
