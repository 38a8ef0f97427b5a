import { onlyAmountIn, onlyDayIn } from './strays'

test.each([
  ['共300元（已发）', '300'],
  ['计1,200.50元', '1200.50'],
  ['约300元', undefined],
  ['３００。５０', '300.50'],
  ['*300.00*', '300.00'],
  ['3OO', '300'],
  ['300.', '300'],
  ['300-500', undefined],
  ['300/500', undefined],
  ['-300', undefined],
  ['1,2,00', undefined],
  ['3万', undefined],
  ['三百', undefined],
  ['见附件', undefined],
  ['1.2.3', undefined],
  ['6200000012345678901', undefined],
  ['', undefined],
])('the only amount in “%s” is %s', (text, expected) => expect(onlyAmountIn(text)).toBe(expected))

test.each([
  ['二〇二六年十月三日', '2026-10-03'],
  ['二零二六年十二月廿三日', '2026-12-23'],
  ['二○二六年二月二十九日', undefined],
  ['2026、10、3', '2026-10-03'],
  ['2026年10月O3日', '2026-10-03'],
  ['2026\\10\\3', '2026-10-03'],
  ['10/23/2026', '2026-10-23'],
  ['23.10.2026', '2026-10-23'],
  ['3/10/2026', undefined],
  ['26.10.3', undefined],
  ['3-Oct-2026', '2026-10-03'],
  ['October 3, 2026', '2026-10-03'],
  ['2026-02-30', undefined],
  ['2026-10-03 2027', undefined],
  ['去年秋天', undefined],
])('the only day in “%s” is %s', (text, expected) => expect(onlyDayIn(text)).toBe(expected))
