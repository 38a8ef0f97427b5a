import { wishFault } from './wish'

const wish = {
  holder: 'h',
  purpose: 'p',
  area: '330328',
  parts: ['money' as const],
  fields: [],
  from: '2026-02-01',
  until: '2026-03-01',
  reason: '核对名单',
}

test('a wish that is whole has no fault; dates that are turned round or too far apart have one', () => {
  expect(wishFault(wish, 366)).toBeUndefined()
  expect(wishFault({ ...wish, until: '2026-01-01' }, 366)).toContain('早')
  expect(wishFault({ ...wish, until: '2026-02-10' }, 10)).toBeUndefined()
  expect(wishFault({ ...wish, until: '2026-02-11' }, 10)).toContain('最多 10 天')
  expect(wishFault({ ...wish, until: '' }, 366)).toContain('请填')
})
