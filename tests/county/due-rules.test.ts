import { county as countySchema } from '#contract/county/county'
import type { County, Programme } from '#domain/county/county'
import type { DueRule } from '#domain/county/due-rules'
import { loadCounty } from '#local/county/load'

/** Rules of who is due what, as a pack writes them: what does not hold together is refused with what to do. */
const pack = loadCounty('tests/counties/tiny')
const last = { died: 'same', exited: 'same', movedOut: 'same', changed: 'same' } as const
const rule: DueRule = {
  ...{ from: '2026-01', to: { categories: ['minimum-living'] }, amount: { by: 'register' } },
  ...{ firstMonth: 'next', lastMonth: last, payIn: 1, backMonths: 0, source: '测试' },
}
const faultsWith = (change: Partial<Programme>): string[] => {
  const programmes = pack.programmes.map((one) => (one.id === 'basic-living' ? { ...one, ...change } : one))
  const read = countySchema.safeParse({ ...pack, programmes } satisfies County)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

test('a rule after a rule, month to month, holds', () =>
  expect(
    faultsWith({
      due: [
        { ...rule, until: '2026-06' },
        { ...rule, from: '2026-07' },
      ],
    }),
  ).toEqual([]))

test.each<[string, Partial<Programme>, string]>([
  [
    'a hole',
    {
      due: [
        { ...rule, until: '2026-05' },
        { ...rule, from: '2026-07' },
      ],
    },
    '2026-05 以后到 2026-07 以前没有规则',
  ],
  [
    'an overlap',
    {
      due: [
        { ...rule, until: '2026-07' },
        { ...rule, from: '2026-07' },
      ],
    },
    '2026-07 到 2026-07 有两条规则',
  ],
  ['out of order', { due: [rule, { ...rule, from: '2025-07' }] }, '起始月 2025-07 没有排在 2026-01 之后'],
  ['over before it began', { due: [{ ...rule, until: '2025-12' }] }, '最后一个月 2025-12 早于起始月 2026-01'],
  ['an unknown category', { due: [{ ...rule, to: { categories: ['nobody'] } }] }, '类别“nobody”不在 categories.json 里'],
  ['for nobody', { due: [{ ...rule, to: {} }] }, '没有写发给谁'],
  ['a household’s by age', { due: [{ ...rule, to: { categories: ['minimum-living'], age: { from: 60 } } }] }, '按户发的，要写类别'],
  ['the register’s amount for a person', { paidTo: 'person', due: [rule] }, '名册上的月保障金是一户的'],
  ['paid once by the month', { interval: 'once', due: [rule] }, '一次性的项目不能按月'],
  [
    'ages the wrong way round',
    { paidTo: 'person', due: [{ ...rule, to: { age: { from: 60, until: 59 } }, amount: { by: 'list' } }] },
    '到 59 岁早于从 60 岁',
  ],
  [
    'excludes one that is not there',
    { excludes: [{ programme: 'x', stays: 'this', from: '2026-01', source: '测试' }] },
    '项目“x”不在 programmes.json 里',
  ],
  ['excludes itself', { excludes: [{ programme: 'basic-living', stays: 'this', from: '2026-01', source: '测试' }] }, '项目不能和自己互斥'],
  ['a pair said from both sides', { excludes: [{ programme: 'care', stays: 'other', from: '2026-01', source: '测试' }] }, '互斥写了两次'],
])('%s', (_, change, sentence) => expect(faultsWith(change).join('\n')).toContain(sentence))
