import { fen } from './money'
import fc from 'fast-check'
import type { LedgerLine } from './ledger'
import { byMonth, headline, sayState, spoken } from './ledger'

const today = '2026-10-20'
const allowance: LedgerLine = { month: '2026-10', name: '低保金', dueFen: fen(76200), state: 'credited', creditedOn: '2026-10-12' }
const nursing: LedgerLine = {
  month: '2026-10',
  name: '残疾人护理补贴',
  dueFen: fen(25000),
  state: 'failed',
  reason: { text: '户名不符', advice: '请到南田镇便民中心核对户名' },
}
const elder: LedgerLine = { month: '2026-10', name: '高龄津贴', dueFen: fen(5050), state: 'waiting' }

describe('the sentence on top', () => {
  it('陈阿公: what has come stands first, then what is missing and why, then what is due', () => {
    expect(headline([allowance, nursing], today)).toEqual({
      standing: 'short',
      cameFen: fen(76200),
      came: '到账 762 元',
      missing: ['还差 250 元：残疾人护理补贴，银行说“户名不符”。'],
      advice: ['请到南田镇便民中心核对户名。'],
      underway: [],
      due: ['本月该领 1,012 元，2 笔。'],
    })
  })

  it('the voice says the same in the same order', () => {
    expect(spoken(headline([allowance, nursing], today)).join('')).toBe(
      '到账 762 元。还差 250 元：残疾人护理补贴，银行说“户名不符”。请到南田镇便民中心核对户名。本月该领 1,012 元，2 笔。',
    )
  })

  it('everything arrived: nothing is asked for', () => {
    expect(headline([allowance], today)).toEqual({
      standing: 'all',
      cameFen: fen(76200),
      came: '到账 762 元',
      missing: [],
      advice: [],
      underway: [],
      due: ['本月该领 762 元，1 笔，都到账了。'],
    })
  })

  it('money still on its way is not called missing, and 角分 are said', () => {
    expect(headline([allowance, elder], today)).toMatchObject({
      standing: 'waiting',
      came: '到账 762 元',
      missing: [],
      underway: ['还有 50.50 元在路上：高龄津贴。'],
      due: ['本月该领 812.50 元，2 笔。'],
    })
  })

  it('nothing has come: no sum stands where one would be read as what came', () => {
    expect(headline([nursing, elder], today)).toMatchObject({
      standing: 'short',
      came: '本月的钱还没有到账',
      due: ['本月该领 300.50 元，2 笔。'],
    })
  })

  it('a refusal of an earlier month is not forgotten, the month is named, and it is not mixed into this one', () => {
    const { standing, came, missing, due } = headline([allowance, nursing, { ...nursing, month: '2026-08' }], today)
    expect([standing, came, due]).toEqual(['short', '到账 762 元', ['本月该领 1,012 元，2 笔。']])
    expect(missing).toEqual(['还差 250 元：残疾人护理补贴，银行说“户名不符”。', '8月还差 250 元：残疾人护理补贴，银行说“户名不符”。'])
  })

  it('one that was sent again is missing once: where it stands now', () => {
    expect(headline([nursing, { ...nursing, month: '2026-08', retriedIn: '2026-10' }], today).missing).toHaveLength(1)
    expect(headline([{ ...nursing, retriedIn: '2026-11' }], today).missing).toEqual([
      '还差 250 元：残疾人护理补贴，银行说“户名不符”，11月补发。',
    ])
  })

  it('two refusals with the same advice say it once', () => {
    const { missing, advice } = headline([nursing, { ...nursing, name: '困难残疾人生活补贴', dueFen: fen(34400) }], today)
    expect(missing).toEqual(['还差 594 元：残疾人护理补贴 250 元，银行说“户名不符”；困难残疾人生活补贴 344 元，银行说“户名不符”。'])
    expect(advice).toEqual(['请到南田镇便民中心核对户名。'])
  })

  it('a refusal without a reason still says so', () => {
    expect(headline([{ ...nursing, reason: undefined }], today)).toMatchObject({
      missing: ['还差 250 元：残疾人护理补贴，银行没有入账。'],
      advice: [],
    })
  })

  it('before this month’s plan has come, it tells of last month by its name, and says so', () => {
    expect(spoken(headline([allowance], '2026-11-03'))).toEqual([
      '10月到账 762 元。',
      '10月该领 762 元，1 笔，都到账了。',
      '本月还没有要发的钱。',
    ])
  })

  it('a page kept since October and read in January claims nothing about January', () => {
    expect(spoken(headline([allowance], '2027-01-03', '2026-10-20'))).toEqual([
      '2026年10月到账 762 元。',
      '2026年10月该领 762 元，1 笔，都到账了。',
    ])
  })

  it('a household without any payment', () => {
    expect(headline([], today)).toMatchObject({ standing: 'nothing', came: '近 12 个月没有发放记录' })
  })

  it('what came, what is missing and what is on its way are always the month’s due', () => {
    const line = fc.record({
      month: fc.constantFrom('2026-10', '2026-09'),
      name: fc.constantFrom('a', 'b'),
      dueFen: fc.integer({ min: 1, max: 10_000_000 }).map(fen),
      state: fc.constantFrom('credited' as const, 'failed' as const, 'waiting' as const),
    })
    const said = (sentence = '') => Math.round(Number((/([\d,.]+) 元/.exec(sentence)?.[1] ?? '0').replace(/,/g, '')) * 100)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const now = lines.some(({ month }) => month === '2026-10') ? today : '2026-09-20'
        const { cameFen, came, missing, underway, due } = headline(lines, now)
        const ofMonth = (sentences: string[]) => sentences.find((sentence) => sentence.startsWith('还'))
        expect(said(came)).toBe(cameFen)
        expect(cameFen + said(ofMonth(missing)) + said(ofMonth(underway))).toBe(said(due[0]))
      }),
    )
  })
})

describe('the state of one line', () => {
  it('says the day, the bank’s reason, or that it is on its way', () => {
    expect(sayState(allowance, today)).toBe('10月12日到账')
    expect(sayState({ ...allowance, creditedOn: '2025-12-11' }, today)).toBe('2025年12月11日到账')
    expect(sayState(nursing, today)).toBe('未到 · 户名不符')
    expect(sayState(elder, today)).toBe('在路上')
  })
})

describe('the chart', () => {
  it('has twelve months, oldest first, and zeros where nothing was due', () => {
    const sums = byMonth([allowance, nursing, { ...allowance, month: '2025-11' }], today, 12)
    expect(sums).toHaveLength(12)
    expect(sums[0]).toEqual({ month: '2025-11', dueFen: fen(76200), creditedFen: fen(76200), refusedFen: fen(0) })
    expect(sums[1]).toEqual({ month: '2025-12', dueFen: fen(0), creditedFen: fen(0), refusedFen: fen(0) })
    expect(sums[11]).toEqual({ month: '2026-10', dueFen: fen(101200), creditedFen: fen(76200), refusedFen: fen(25000) })
  })

  it('money that was sent again is due once, in the later month', () => {
    const sums = byMonth(
      [
        { ...nursing, month: '2026-08', retriedIn: '2026-10' },
        { ...nursing, state: 'credited' },
      ],
      today,
      12,
    )
    expect(sums.filter(({ dueFen }) => dueFen > 0)).toEqual([
      { month: '2026-10', dueFen: fen(25000), creditedFen: fen(25000), refusedFen: fen(0) },
    ])
  })

  it('leaves out what lies before or after the twelve months', () => {
    const sums = byMonth(
      [
        { ...allowance, month: '2025-10' },
        { ...allowance, month: '2026-11' },
      ],
      today,
      12,
    )
    expect(sums.every(({ dueFen }) => dueFen === 0)).toBe(true)
  })
})

test('paid before the plan was raised: what came, and the rest is missing', () => {
  const raised: LedgerLine = { ...allowance, dueFen: fen(86200), paidFen: fen(76200) }
  expect(headline([raised], today)).toMatchObject({
    standing: 'short',
    cameFen: fen(76200),
    came: '到账 762 元',
    missing: ['还差 100 元：低保金，该领 862 元，到账 762 元。'],
    due: ['本月该领 862 元，1 笔。'],
  })
  expect(sayState(raised, today)).toBe('10月12日到账 762 元')
  expect(byMonth([raised], today, 1)).toMatchObject([{ dueFen: fen(86200), creditedFen: fen(76200) }])
})

test('an answer of the bank that waits for a person is neither come nor missing', () => {
  const odd: LedgerLine = { ...elder, state: 'checking' }
  expect(headline([allowance, odd], today)).toMatchObject({
    standing: 'waiting',
    cameFen: fen(76200),
    missing: [],
    underway: ['还有 50.50 元银行的答复看不明白，正在核对：高龄津贴。'],
  })
  expect(sayState(odd, today)).toBe('待核对')
})
