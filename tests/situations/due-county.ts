import type { Programme } from '#domain/county/county'
import type { DueRule } from '#domain/county/due-rules'
import type { DuePack } from '#domain/money/entitlements/dues'
import { fen } from '#domain/money/money'
import { loadCounty } from '#local/county/load'

/** The rules of this test alone: amounts and months are its own, categories are the pack's. */
const source = '测试'
const whole = { died: 'same', exited: 'same', movedOut: 'same', changed: 'same' } as const
type Given = Partial<DueRule> & Pick<DueRule, 'to' | 'amount'>
const rule = (given: Given): DueRule => ({
  ...{ from: '2020-01', firstMonth: 'next', lastMonth: whole, payIn: 1, backMonths: 12, source },
  ...given,
})
const programme = (name: string, given: Pick<Programme, 'interval' | 'paidTo'> & Partial<Programme>, ...due: Given[]): Programme => ({
  id: name,
  name,
  aliases: [],
  agency: 'civil-affairs',
  source,
  due: due.map(rule),
  ...given,
})
const rates = (per: 'month' | 'period', ...all: [number, { categories?: string[]; grades?: string[] }?][]) => ({
  by: 'rates' as const,
  per,
  rates: all.map(([yuan, asks = {}]) => ({ ...asks, fen: fen(yuan * 100) })),
})
const [low, edge, destitute] = [['minimum-living'], ['near-minimum'], ['destitute']]
const graded = (one: number, two: number) => ({
  to: { disability: { grades: ['一级', '二级'] } },
  amount: rates('month', [one, { grades: ['一级'] }], [two, { grades: ['二级'] }]),
})

export const programmes: Programme[] = [
  programme('低保金', { interval: 'monthly', paidTo: 'head' }, { to: { categories: low }, amount: { by: 'register' } }),
  programme('特困供养金', { interval: 'monthly', paidTo: 'head' }, { to: { categories: destitute }, amount: { by: 'register' } }),
  programme(
    '生活补助',
    { interval: 'monthly', paidTo: 'head' },
    { to: { categories: [...low, ...edge] }, amount: rates('month', [500, { categories: low }], [200, { categories: edge }]) },
  ),
  programme(
    '物价补贴',
    { interval: 'monthly', paidTo: 'head' },
    { to: { categories: low }, amount: { ...rates('month', [30]), forEach: 'member' } },
  ),
  programme(
    '护理补贴',
    { interval: 'monthly', paidTo: 'person', excludes: [{ programme: '特困供养金', stays: 'other', from: '2026-01', source }] },
    { ...graded(300, 200), until: '2026-06' },
    { ...graded(350, 250), from: '2026-07' },
  ),
  programme(
    '护工津贴',
    {
      interval: 'monthly',
      paidTo: 'person',
      excludes: [{ programme: '特困供养金', stays: 'other', from: '2026-01', source, unverified: true }],
    },
    { to: { disability: { kinds: ['肢体'], grades: ['一级'] } }, amount: rates('month', [40]) },
  ),
  programme(
    '老人津贴',
    { interval: 'quarterly', paidTo: 'person' },
    { to: { categories: low, age: { from: 60 } }, amount: rates('month', [60]), payIn: 3 },
  ),
  programme(
    '高龄津贴',
    { interval: 'monthly', paidTo: 'person' },
    { to: { age: { from: 80 } }, amount: rates('month', [100]), firstMonth: 'same' },
  ),
  programme(
    '儿童补贴',
    { interval: 'monthly', paidTo: 'person' },
    {
      to: { categories: low, age: { until: 16 } },
      amount: rates('month', [90]),
      lastMonth: { died: 'before', exited: 'before', movedOut: 'before', changed: 'before' },
    },
  ),
  programme('取暖费', { interval: 'yearly', paidTo: 'head' }, { to: { categories: low }, amount: rates('period', [1200]), payIn: 12 }),
  programme('在校生活费', { interval: 'term', paidTo: 'person' }, { to: { pupil: true }, amount: rates('period', [500]), payIn: 2 }),
  programme('助学补助', { interval: 'term', paidTo: 'person' }, { to: {}, amount: { by: 'list' }, payIn: 3 }),
  programme('耕地补贴', { interval: 'yearly', paidTo: 'head' }, { to: {}, amount: { by: 'list' }, payIn: 10 }),
  programme('移民补助', { interval: 'quarterly', paidTo: 'person' }, { to: {}, amount: { by: 'plan' } }),
]

export const pack: DuePack = { programmes, categories: loadCounty('config/counties/wencheng').categories }
